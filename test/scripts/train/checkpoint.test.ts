/** What a long training run leaves when it is stopped, and what the next one makes of it. */

import { existsSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recover } from '../../../scripts/train/recover.ts';
import { type Finished, type Running, start } from './run-script.ts';
import { temporaryFolder } from './temporary-folder.ts';

const script = 'test/scripts/train/train-epochs.ts';
const checkpoint = '.mnist-mlp.checkpoint.tmp';
const run = (folder: string, ...args: readonly string[]): Promise<Finished> =>
  start([script, folder, '0', ...args]).finished;

/** The bytes of a model's files; the card's without the training time. */
function filesIn(folder: string): Record<string, string> {
  const model = join(folder, 'mnist-mlp');
  return Object.fromEntries(
    readdirSync(model)
      .sort()
      .map((name) => [
        name,
        readFileSync(join(model, name), 'latin1').replace(/"trainingSeconds": [\d.]+/, ''),
      ]),
  );
}

/** Runs until a checkpoint has been written so many times, and a little longer. */
async function startUntilSaved(folder: string, times: number): Promise<Running> {
  const running = start([script, folder, '150']);
  let seen = 0;
  await new Promise<void>((resolve, reject) => {
    const watcher = watch(folder, (_, name) => {
      // Each write is one rename to this name.
      if (name !== checkpoint || ++seen < times) return;
      watcher.close();
      resolve();
    });
    running.child.on('close', () => reject(new Error('the run ended too soon')));
  });
  return running;
}

/** A folder in which a killed run left a checkpoint and nothing else. */
async function interruptedRun(times = 1): Promise<string> {
  const folder = temporaryFolder();
  const { child, finished } = await startUntilSaved(folder, times);
  child.kill('SIGKILL');
  await finished;
  recover(folder);
  expect(readdirSync(folder)).toEqual([checkpoint]);
  return folder;
}

describe('a run that is stopped', () => {
  it('by kill -9 goes on when it is started again, to the same bytes as an uninterrupted one', async () => {
    const undisturbed = temporaryFolder();
    expect((await run(undisturbed)).status).toBe(0);
    const folder = await interruptedRun(2);
    const { status, stderr } = await run(folder);
    expect(stderr).toMatch(/mnist-mlp: going on after epoch [2-5]\./);
    expect(status).toBe(0);
    expect(readdirSync(folder)).toEqual(['mnist-mlp']);
    expect(filesIn(folder)).toEqual(filesIn(undisturbed));
  });

  it('by a signal says where the same command goes on', async () => {
    const folder = temporaryFolder();
    const { child, finished } = await startUntilSaved(folder, 2);
    child.kill('SIGTERM');
    const { status, stderr } = await finished;
    expect(status).toBe(143);
    expect(stderr).toMatch(
      /Interrupted; left as before: .*mnist-mlp\n.*mnist-mlp: the same command goes on after epoch [2-5]\./,
    );
    expect(readdirSync(folder)).toEqual([checkpoint]);
  });

  // Calls 1 and 2 try the folder; 3 to 8 clear up, write, force, rename, force the folder, clear up.
  it.each([
    {
      moment: 'half way through writing a checkpoint',
      call: 4,
      leaves: /^\.mnist-mlp\.checkpoint\.\d+\.new\.tmp$/,
    },
    { moment: 'before it takes its name', call: 6, leaves: /^\.mnist-mlp\.checkpoint\.\d+\.new\.tmp$/ },
    { moment: 'after it took its name', call: 7, leaves: /^\.mnist-mlp\.checkpoint\.tmp$/ },
  ])('$moment leaves a whole one or none', async ({ call, leaves }) => {
    const folder = temporaryFolder();
    const { status } = await start(['--import', './test/scripts/train/die-at.ts', script, folder, '0'], {
      DIE_AT: `${call}`,
      DIE_HOW: 'kill',
    }).finished;
    expect(status).toBe(null);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(leaves)]);
    const next = await run(folder);
    expect(next.status).toBe(0);
    expect(next.stderr.includes('going on after epoch 1')).toBe(call === 7);
    expect(readdirSync(folder)).toEqual(['mnist-mlp']);
  });

  it('by a full disk says so and leaves nothing half written', async () => {
    const folder = temporaryFolder();
    const { status, stderr } = await start(
      ['--import', './test/scripts/train/die-at.ts', script, folder, '0'],
      { DIE_AT: '4', DIE_HOW: 'ENOSPC' },
    ).finished;
    expect(status).toBe(1);
    expect(stderr).toMatch(/mnist-mlp: ENOSPC: .*\nLeft as before: .*mnist-mlp\n$/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a checkpoint', () => {
  it('of another version of the recipe is refused in one sentence, which names the way out', async () => {
    const folder = await interruptedRun();
    const saved = readFileSync(join(folder, checkpoint));
    const { status, stderr } = await run(folder, '2');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /checkpoint\.tmp holds epoch \d of another version of the recipe, its data or its engine\. --fresh discards it/,
    );
    expect(readFileSync(join(folder, checkpoint)).equals(saved)).toBe(true);
    expect(existsSync(join(folder, 'mnist-mlp'))).toBe(false);
    const { status: discarding, stderr: said } = await run(folder, '2', 'fresh');
    expect(discarding).toBe(0);
    expect(said).not.toContain('going on');
    expect(readdirSync(folder)).toEqual(['mnist-mlp']);
  });

  it('that is damaged is refused as well', async () => {
    const folder = await interruptedRun();
    const path = join(folder, checkpoint);
    writeFileSync(path, readFileSync(path).subarray(0, 1000));
    const { status, stderr } = await run(folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/checkpoint\.tmp is not a checkpoint \(.*\)\. --fresh discards it/);
  });
});
