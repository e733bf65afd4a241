/** The OpenSearch description, by which browsers add the glossary to their search engines. */

import { absolute } from '../address.ts';
import { project } from '../project.ts';
import { escaped } from './sitemap.ts';

export const openSearch = (): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    '  <ShortName>Live Glossary</ShortName>',
    `  <LongName>${escaped(project.name)}</LongName>`,
    `  <Description>${escaped(project.description.slice(0, 1024))}</Description>`,
    '  <InputEncoding>UTF-8</InputEncoding>',
    `  <Url type="text/html" method="get" template="${escaped(absolute('/'))}?q={searchTerms}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
