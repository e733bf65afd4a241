import { describe, expect, it } from 'vitest';
import { pageTitle } from '../../../src/site/offline/page-title.ts';

describe('pageTitle()', () => {
  it.each([
    ['<title>Adam · The Live Glossary</title>', 'Adam'],
    ['<title>The Live Glossary of Deep Learning</title>', 'The Live Glossary of Deep Learning'],
    ['<title>L1 &amp; &#39;L2&#39; · models · The Live Glossary</title>', "L1 & 'L2' · models"],
    ['<p>No title</p>', undefined],
  ])('of %s is %s', (html, title) => expect(pageTitle(html)).toBe(title));
});
