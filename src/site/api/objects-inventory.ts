/**
 * `objects.inv`: the inventory by which documentation built with Sphinx links to terms of this glossary,
 * as in :term:`Perceptron`. Version 2 of the format: four lines of text, then the entries, compressed by zlib.
 */

import { deflateSync } from 'node:zlib';
import type { GlossaryRecord } from './entry-record.ts';

/** @param version of this site's content, e.g. a date */
export function objectsInventory({ name, entries, updated }: GlossaryRecord): Uint8Array {
  const head = [
    '# Sphinx inventory version 2',
    `# Project: ${name}`,
    `# Version: ${updated}`,
    '# The remainder of this file is compressed using zlib.',
  ].join('\n');
  const lines = entries.flatMap(({ id, term, aliases }) =>
    // name, domain and role, priority, address, and "-" where the displayed name is the name itself
    [...new Set([term, ...aliases])].filter(isReadable).map((label) => `${label} std:term -1 ${id}/ -\n`),
  );
  return Buffer.concat([Buffer.from(`${head}\n`), deflateSync(Buffer.from(lines.join('')))]);
}

/** Sphinx takes a number within a name, after the first two words, for the priority: "Minsky and Papert 1969". */
const isReadable = (label: string): boolean => !/\s\S+\s+-?\d+$/.test(label);
