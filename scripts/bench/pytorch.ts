/** PyTorch in a process of its own, asked one job at a time; absent where Python has no torch. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Job {
  readonly net: string;
  readonly mode: string;
  readonly batch: number;
  readonly threads: number;
  readonly seconds: number;
}

export interface PyTorch {
  /** Version of PyTorch and the BLAS it multiplies with. */
  readonly description: string;
  /** Examples a second. */
  readonly measure: (job: Job) => Promise<number>;
  readonly end: () => void;
}

/**
 * @param python the interpreter to ask
 * @returns null if it has no PyTorch
 * @throws Error if PyTorch multiplies with Debian's reference BLAS, which would make the comparison unfair
 */
export async function openPyTorch(python: string): Promise<PyTorch | null> {
  const script = fileURLToPath(new URL('pytorch.py', import.meta.url));
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const failed = once(child, 'error').then(() => ({ done: true as const, value: undefined }));
  const first = await Promise.race([lines.next(), failed]);
  if (first.done) return null;
  const { torch, blas } = JSON.parse(first.value) as { torch: string; blas: string };
  const end = () => child.kill();
  if (blas.includes('libblas') && !/openblas|mkl|blis/.test(blas)) {
    end();
    throw new Error(
      `PyTorch ${torch} multiplies with the reference BLAS (${blas}), ten times slower than it need be: ` +
        'apt-get install libopenblas0-pthread',
    );
  }
  return {
    description: `PyTorch ${torch} with ${blas}`,
    async measure(job) {
      child.stdin.write(`${JSON.stringify(job)}\n`);
      const answer = await lines.next();
      if (answer.done) throw new Error(`PyTorch ended while it was asked for ${JSON.stringify(job)}`);
      return JSON.parse(answer.value);
    },
    end,
  };
}
