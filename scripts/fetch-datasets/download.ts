/** One file from the network: continued where it broke off, and kept only if it is the right one. */

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface Download {
  /** Where it goes, in the data folder. */
  readonly path: string;
  /** Addresses of the same bytes, tried in order. */
  readonly urls: readonly string[];
  readonly bytes: number;
  readonly sha256: string;
  /** For a gzipped tar archive: the folder in it whose files are kept, in a folder of that name. */
  readonly unpack?: string;
}

export type ShowProgress = (path: string, done: number, bytes: number) => void;

/**
 * Downloads to `<path>.part` and renames it once size and checksum are right. A part that an earlier run left
 * is continued; if the whole then turns out wrong, it is fetched once more from the start.
 *
 * @throws Error naming file, expected and found, or what each address answered
 */
export async function download(one: Download, folder: string, show: ShowProgress = () => {}): Promise<void> {
  const target = join(folder, one.path);
  const part = `${target}.part`;
  await mkdir(dirname(target), { recursive: true });
  const answers = new Map<string, string>();
  for (const url of one.urls) {
    for (const attempt of [1, 2, 3]) {
      const resumed = (await sizeOfFile(part)) > 0;
      try {
        await receive(url, part, one, show);
        await expectWhole(part, one);
        await rename(part, target);
        return;
      } catch (error) {
        answers.set(url, reason(error));
        // A wrong whole is of no use; what is merely short can be continued.
        const wrong = error instanceof WrongFile;
        if (wrong) await rm(part, { force: true });
        if (error instanceof Refusal || (wrong && !resumed) || attempt === 3) break;
      }
    }
  }
  const each = Array.from(answers, ([url, answer]) => `\n  ${url}: ${answer}`);
  throw new Error(`${one.path}: could not be downloaded.${each.join('')}`);
}

/** The address answered, but not with the file: asking again would not help. */
class Refusal extends Error {}
/** The bytes that came are not those of the file. */
class WrongFile extends Error {}

/** Appends to the part what it lacks. */
async function receive(
  url: string,
  part: string,
  { path, bytes }: Download,
  show: ShowProgress,
): Promise<void> {
  const have = await sizeOfFile(part);
  if (have >= bytes) return;
  const response = await fetch(url, { headers: have > 0 ? { range: `bytes=${have}-` } : {} });
  if (!response.ok || !response.body) throw new Refusal(`answered ${response.status} ${response.statusText}`);
  const continues =
    response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${have}-`);
  let done = continues ? have : 0;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      done += chunk.length;
      if (done > bytes) throw new WrongFile(`expected ${bytes} bytes, found more`);
      show(path, done, bytes);
      yield chunk;
    }
  };
  const file = createWriteStream(part, { flags: continues ? 'a' : 'w', flush: true });
  await pipeline(counted(response.body), file);
}

async function expectWhole(part: string, { bytes, sha256 }: Download): Promise<void> {
  const size = await sizeOfFile(part);
  if (size < bytes) throw new Error(`expected ${bytes} bytes, found ${size}: the connection ended early`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(part), hash);
  const found = hash.digest('hex');
  if (found !== sha256) throw new WrongFile(`expected SHA-256 ${sha256}, found ${found}`);
}

const sizeOfFile = async (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** Fetch hides the cause, such as a name that does not resolve, one level down. */
function reason(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
