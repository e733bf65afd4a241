/** `npm test`: every check in order, up to the first that fails. The last line counts the tests. */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addCounts, type Counts, readCounts } from './test/counts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'glossary-test-'));
const underBase = join(temporary, 'site');

const env = {
  ...process.env,
  // Every tool runs on the Node that runs this file.
  PATH: [dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
  // What test/e2e/global-setup.ts serves instead of building it once more.
  SITE_AT_ROOT: join(root, 'dist'),
  SITE_UNDER_BASE: underBase,
};

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where vitest writes its report, for a stage that runs tests. */
  readonly report?: string;
}

const vitest = (...projects: string[]): Stage => {
  const report = join(temporary, `${projects[0]}.json`);
  const command = ['vitest', 'run', '--config', 'test/vitest.config.ts', '--root', '.'];
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name: `${projects[0]} tests`, command: [...command, ...chosen, ...reporters], report };
};

const stages: readonly Stage[] = [
  { name: 'types of the pages', command: ['astro', 'check'] },
  { name: 'types of the modules', command: ['tsc', '--noEmit'] },
  { name: 'lint and format', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  vitest('unit'),
  { name: 'build', command: ['astro', 'build'] },
  {
    name: 'build under a base path',
    command: ['astro', 'build', '--outDir', underBase],
    env: { BASE_PATH: '/glossary/' },
  },
  vitest('e2e', 'e2e-alone'),
];

/** @returns whether the command ended with 0 */
function run({ command: [program, ...args], env: more }: Stage): Promise<boolean> {
  // On Windows the programs of node_modules/.bin are command files, which only a shell can start.
  const shell = process.platform === 'win32';
  const child = spawn(program, args, { cwd: root, env: { ...env, ...more }, stdio: 'inherit', shell });
  // Who ends this process ends the stage, which ends what it has started.
  const end = () => child.kill('SIGTERM');
  process.once('SIGTERM', end);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${program} could not be started: ${error.message}`)));
    child.once('close', (code) => {
      process.off('SIGTERM', end);
      resolve(code === 0);
    });
  });
}

let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
let failure: string | undefined;
for (const stage of stages) {
  console.log(`\n── ${stage.name}: ${stage.command[0]} ${stage.command.slice(1, 3).join(' ')}`);
  const start = performance.now();
  const succeeded = await run(stage);
  if (stage.report) counts = addCounts(counts, readCounts(stage.report));
  console.log(`── ${stage.name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (!succeeded) {
    failure = `npm test: the stage "${stage.name}" failed; what comes after it did not run`;
    break;
  }
}
rmSync(temporary, { recursive: true, force: true });

failure ??=
  counts.failed > 0
    ? 'npm test: tests failed'
    : counts.skipped > 0
      ? `npm test: ${counts.skipped} tests were skipped, and a skipped test shows nothing`
      : counts.passed === 0
        ? 'npm test: no test ran'
        : undefined;
if (failure) console.error(`\n${failure}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = failure ? 1 : 0;
