/**
 * `npm run keep-versions`: writes what the last build knew of earlier versions to content/versions.json, so that a
 * checkout without its history, such as an archive, can still list them.
 */

import { copyFileSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const built = resolve(root, 'dist/versions.json');

if (existsSync(built)) copyFileSync(built, resolve(root, 'content/versions.json'));
else {
  console.error('dist/versions.json is not there: `npm run build` first, in a clone with its whole history');
  process.exitCode = 1;
}
