/** Answers in Brotli or gzip where the client takes it, as static hosts do with text. */

import type { RequestListener, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const text = /^(text\/|application\/(json|javascript|xml|ld\+json|manifest\+json)|image\/svg)/;
/** Smaller files gain nothing. */
const least = 500;

const encoders = {
  br: (bytes: Buffer) =>
    brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => gzipSync(bytes),
};
type Encoding = keyof typeof encoders;

/** What was compressed, by encoding and entity tag. A site that is served for long changes with each build. */
const kept = new Map<string, Buffer>();

/** @param inner a listener that answers by `writeHead`, `write` and `end`, without callbacks */
export const compressed =
  (inner: RequestListener): RequestListener =>
  (request, response) => {
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const encoding = (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
    if (encoding && request.method === 'GET' && !request.headers.range) collect(response, encoding);
    inner(request, response);
  };

/** Holds back head and body of a text until the end, and sends it compressed. */
function collect(response: ServerResponse, encoding: Encoding): void {
  const { writeHead, write, end } = response;
  const parts: Buffer[] = [];
  let holds = false;

  response.writeHead = ((status: number, headers?: Record<string, string | number>) => {
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    const length = response.getHeader('Content-Length');
    holds =
      text.test(String(response.getHeader('Content-Type') ?? '')) &&
      status !== 304 &&
      (length === undefined || Number(length) >= least);
    if (!holds) return writeHead.call(response, status);
    response.statusCode = status;
    return response;
  }) as typeof response.writeHead;

  response.write = ((part: Uint8Array | string) => {
    if (!holds) return write.call(response, part, 'utf8');
    parts.push(Buffer.from(part as Uint8Array));
    return true;
  }) as typeof response.write;

  response.end = ((part?: Uint8Array | string) => {
    if (!holds) return end.call(response, part ?? '', 'utf8');
    if (part) parts.push(Buffer.from(part as Uint8Array));
    const tag = response.getHeader('ETag');
    const key = tag === undefined ? undefined : `${encoding} ${response.req.url} ${tag}`;
    const bytes = (key && kept.get(key)) || encoders[encoding](Buffer.concat(parts));
    if (key) kept.set(key, bytes);
    response.setHeader('Content-Encoding', encoding);
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader('Content-Length', bytes.length);
    writeHead.call(response, response.statusCode);
    return end.call(response, bytes, 'utf8');
  }) as typeof response.end;
}
