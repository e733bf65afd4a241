import { createHash } from 'node:crypto';

/**
 * The version of an entry: the first twelve digits of the SHA-256 of its file, front matter and text, so that
 * `sha256sum` gives the same. Line ends count as they are in the repository, whatever a checkout made of them.
 */
export const versionOf = (text: string): string =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 12);
