/**
 * The files in a tar archive of the ustar kind: blocks of 512 bytes, a header before each file.
 * @throws Error saying where, if the archive is damaged or ends in the middle of a file
 */
export function* untar(archive: Uint8Array): Generator<{ readonly name: string; readonly data: Uint8Array }> {
  for (let at = 0; at + 512 <= archive.length; ) {
    const header = archive.subarray(at, at + 512);
    // Two blocks of zeros end the archive.
    if (header.every((byte) => byte === 0)) return;
    const sum = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
    if (sum !== octal(header, 148, 8))
      throw new Error(`tar archive: expected a header at byte ${at}, found one whose checksum is wrong`);
    const size = octal(header, 124, 12);
    const data = archive.subarray(at + 512, at + 512 + size);
    if (data.length < size)
      throw new Error(
        `tar archive: ${text(header, 0, 100)}: expected ${size} bytes, found ${data.length} to the end`,
      );
    // '0' or NUL: an ordinary file; folders and links are left out.
    if (header[156] === 48 || header[156] === 0) yield { name: text(header, 0, 100), data };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

const text = (header: Uint8Array, start: number, length: number): string =>
  new TextDecoder().decode(header.subarray(start, start + length)).replace(/\0.*$/s, '');

const octal = (header: Uint8Array, start: number, length: number): number =>
  Number.parseInt(text(header, start, length).trim() || '0', 8);
