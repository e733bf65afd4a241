/** What can be wrong with a data file, said with its name, what was expected and what was found. */

/** @param file as the data folder knows it */
export const fileError = (file: string, expected: string, found: string): Error =>
  new Error(`${file}: expected ${expected}, found ${found}`);

/** Lower-case hexadecimal SHA-256. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * @param known the SHA-256 of every version of the file that is accepted
 * @throws Error naming the file and both sums, if it is none of them
 */
export async function expectSha256(
  file: string,
  bytes: Uint8Array<ArrayBuffer>,
  known: readonly string[],
): Promise<void> {
  const found = await sha256(bytes);
  if (!known.includes(found))
    throw fileError(
      file,
      `SHA-256 ${known.join(' or ')}`,
      `${found}; the file was altered, or is another one`,
    );
}

/**
 * The contents of a gzipped file; of any other file, the file itself.
 * @throws Error if it is gzipped, but damaged or cut short
 */
export async function gunzip(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  } catch (error) {
    throw fileError(
      file,
      'a whole gzip file',
      `${bytes.length} bytes that do not unpack (${(error as Error).message}); it was cut short or altered`,
    );
  }
}
