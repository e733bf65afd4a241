/**
 * Loaded before a script with `node --import`: strikes at the call number `DIE_AT` that changes the file
 * system. `DIE_HOW` is `kill`, which ends the process as kill -9 does, or an error code such as ENOSPC,
 * which that one call then fails with. A file being written when it strikes is left half written.
 */

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.DIE_AT);
const how = process.env.DIE_HOW as string;
let calls = 0;

const strike = (name: string): never => {
  if (how === 'kill') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`${how}: struck in ${name}`), { code: how });
};

for (const name of ['mkdirSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'rmSync'] as const) {
  const real = fs[name] as (...args: unknown[]) => unknown;
  const wrapped = (...args: unknown[]): unknown => {
    calls++;
    if (calls !== at) return real(...args);
    if (name === 'writeFileSync') {
      const content = args[1] as Uint8Array;
      real(args[0], content.subarray(0, content.length / 2));
    }
    return strike(name);
  };
  Object.assign(fs, { [name]: wrapped });
}
syncBuiltinESMExports();
