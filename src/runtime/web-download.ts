/** A download whose progress can be shown. */

export interface Progress {
  readonly loaded: number;
  readonly total: number;
}

/**
 * The bytes at `url`, with progress counted after decompression.
 *
 * @param total bytes of the uncompressed file; the Content-Length of a compressed answer would be too small
 * @throws Error naming the address and the status, also when a host answers with a page instead of the file
 */
export async function download(
  url: string,
  total: number,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`${url}: the server answered ${response.status}`);
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/html')) throw new Error(`${url}: the server answered with a page, not the file`);
  let bytes = new Uint8Array(total);
  let loaded = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (loaded + value.length > bytes.length) bytes = grown(bytes, loaded + value.length);
    bytes.set(value, loaded);
    loaded += value.length;
    onProgress({ loaded, total: Math.max(total, loaded) });
  }
  return bytes.subarray(0, loaded);
}

function grown(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(length, bytes.length * 2));
  larger.set(bytes);
  return larger;
}
