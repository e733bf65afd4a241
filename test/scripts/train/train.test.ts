/** `npm run train`, as its users run it. */

import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../scripts/train/card.ts';
import { differences } from '../../../scripts/train/differences.ts';
import { engines } from '../../../scripts/train/engines.ts';
import { recover } from '../../../scripts/train/recover.ts';
import { stagingName } from '../../../scripts/train/replace-folder.ts';
import { trainModel } from '../../../scripts/train/train-model.ts';
import { trainModels } from '../../../scripts/train/train-models.ts';
import adaline from '../../../src/recipes/adaline.ts';
import { modelCard } from '../../../src/recipes/model-card.ts';
import perceptron from '../../../src/recipes/perceptron.ts';
import type { Recipe } from '../../../src/recipes/recipe.ts';
import xorMlp from '../../../src/recipes/xor-mlp.ts';
import { root, start, train } from './run-script.ts';
import { temporaryFolder } from './temporary-folder.ts';

const noFiles = { read: () => Promise.reject(new Error('no files here')) };
const modelNames = ['card.json', 'forward.onnx', 'history.json', 'model.onnx', 'step.onnx'];
const cardIn = (folder: string) =>
  modelCard.parse(JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8')));

/** A copy of the shipped perceptron, which a test may harm. */
function shippedCopy(): string {
  const folder = temporaryFolder();
  cpSync(join(root, 'models/perceptron'), join(folder, 'perceptron'), { recursive: true });
  return folder;
}

describe('training', () => {
  it('writes the files of each model and says how well it does, in lines without escape codes', async () => {
    const out = join(temporaryFolder(), 'made', 'on', 'the', 'way');
    const { status, stdout, stderr } = await train('perceptron', 'xor-mlp', '--out', out);
    expect({ status, folders: readdirSync(out).sort() }).toEqual({
      status: 0,
      folders: ['perceptron', 'xor-mlp'],
    });
    expect(readdirSync(join(out, 'perceptron')).sort()).toEqual(modelNames);
    expect(stdout).toMatch(
      /perceptron: .*held-out accuracy 0\.995, mistakes while learning 20 \(.* s on wasm\)/,
    );
    expect(stderr).toMatch(
      /^xor-mlp: step 2000\/2000, epoch 2000\/2000, loss 0\.00327, \d.* samples\/s, 0 s left$/m,
    );
    expect(stdout + stderr).not.toContain('\u001b');
  });

  it('by native kernels gives a model that is reproducible on this machine only', async () => {
    const out = temporaryFolder();
    expect((await train('perceptron', '--engine', 'node', '--out', out)).status).toBe(0);
    const card = cardIn(join(out, 'perceptron'));
    expect(card.engine).toMatchObject({
      name: 'node',
      package: 'onnxruntime-node',
      version: '1.30.0',
      threads: 1,
    });
    expect(card.reproducible).toBe('this machine');
    // Sums of multiples of 1/256 are exact, so this one model is the same on every engine.
    expect(card.files).toEqual(cardIn(join(root, 'models/perceptron')).files);
  });

  it('gives the same bytes twice, all but the training time', async () => {
    const engine = await engines.wasm();
    const [first, second] = [
      await trainModel(xorMlp, { engine, dataFiles: noFiles }),
      await trainModel(xorMlp, { engine, dataFiles: noFiles }),
    ].map((files) =>
      Object.entries(files).map(([name, content]) => [
        name,
        Buffer.from(content)
          .toString('latin1')
          .replace(/"trainingSeconds": [\d.]+/, ''),
      ]),
    );
    expect(first).toEqual(second);
  });

  it.each<{ recipe: Recipe; says: RegExp }>([
    {
      recipe: { ...xorMlp, learningRate: (step) => (step < 40 ? 0.5 : 1e39) },
      says: /perceptron: the loss is NaN after step 40 \(learning rate 1e\+39\); the last finite loss: 0\.5799\d* after step 39\./,
    },
    {
      recipe: { ...adaline, learningRate: 3 },
      says: /perceptron: the loss is (NaN|Infinity) after step \d+ \(learning rate 3\); the last finite loss: [\d.e+]+ after step \d+\./,
    },
  ])(
    'stops when the loss of $recipe.id is not a finite number, and leaves the old model',
    async ({ recipe, says }) => {
      const folder = shippedCopy();
      const run = trainModels({
        folder,
        recipes: [
          { ...recipe, id: 'perceptron' },
          { ...recipe, id: 'next' },
        ],
        engine: undefined,
        dataFiles: noFiles,
      });
      await expect(run).rejects.toThrow(says);
      await expect(run).rejects.toThrow(
        `Left as before: ${join(folder, 'perceptron')}, ${join(folder, 'next')}`,
      );
      expect(readdirSync(folder)).toEqual(['perceptron']);
      const fresh = await trainModel(perceptron, { engine: await engines.wasm(), dataFiles: noFiles });
      expect(differences(join(folder, 'perceptron'), fresh)).toEqual([]);
    },
  );

  it('restores first what a killed run left half replaced', async () => {
    const folder = shippedCopy();
    const dead = 2 ** 22 + 1;
    for (const role of ['old', 'new'] as const)
      cpSync(join(folder, 'perceptron'), join(folder, stagingName('adaline', role, dead)), {
        recursive: true,
      });
    const { stderr } = await train('perceptron', '--out', folder);
    expect(stderr).toContain(`${join(folder, 'adaline')} was left half replaced by a killed run; restored.`);
    expect(readdirSync(folder).sort()).toEqual(['adaline', 'perceptron']);
  });
});

describe('interrupted', () => {
  it.each([
    { signal: 'SIGINT', status: 130 },
    { signal: 'SIGTERM', status: 143 },
  ] as const)(
    'by $signal says what is as before, leaves nothing behind and exits with $status',
    async ({ signal, status }) => {
      const folder = shippedCopy();
      const before = readFileSync(join(folder, 'perceptron/card.json'), 'utf8');
      const { child, finished, says } = start(['test/scripts/train/train-for-hours.ts', folder]);
      await says('xor-mlp: step ');
      child.kill(signal);
      const end = await finished;
      expect(end.status).toBe(status);
      expect(end.stderr).toContain(`Interrupted; left as before: ${join(folder, 'xor-mlp')}`);
      expect(readdirSync(folder)).toEqual(['perceptron']);
      expect(readFileSync(join(folder, 'perceptron/card.json'), 'utf8')).toBe(before);
    },
  );

  it('by kill -9 at any moment leaves each model whole, old or new', async () => {
    const folder = temporaryFolder();
    const args = ['scripts/train.ts', 'adaline', 'xor-mlp', '--out', folder];
    const ids = ['adaline', 'xor-mlp'];
    // Native training gives other bytes, so what is old and what is new can be told apart.
    const fullStart = performance.now();
    expect((await start([...args, '--engine', 'node']).finished).status).toBe(0);
    const whole = performance.now() - fullStart;
    for (let kill = 1; kill <= 4; kill++) {
      const { child, finished } = start(args);
      await new Promise((resolve) => setTimeout(resolve, whole * (0.3 + 0.7 * Math.random())));
      child.kill('SIGKILL');
      await finished;
      recover(folder);
      expect(readdirSync(folder).sort()).toEqual(ids);
      for (const id of ids) {
        const { files } = cardIn(join(folder, id));
        for (const [name, { sha256: promised }] of Object.entries(files))
          expect(sha256(readFileSync(join(folder, id, name)))).toBe(promised);
      }
    }
  });
});

describe('verify', () => {
  it('finds shipped models the same when they are retrained', async () => {
    const { status, stdout } = await train('--verify', 'perceptron', 'xor-mlp');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'perceptron: the same bytes\nxor-mlp: the same bytes\n',
    });
  });

  it('prints both hashes of a file that differs, and fails', async () => {
    const folder = shippedCopy();
    const path = join(folder, 'perceptron/model.onnx');
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(path, bytes);
    const { status, stderr } = await train('--verify', '--out', folder);
    const { sha256 } = cardIn(join(folder, 'perceptron')).files['model.onnx'];
    expect(status).toBe(1);
    expect(stderr).toMatch(
      new RegExp(
        `^perceptron: model.onnx\n  card       ${sha256}\n  shipped    (?!${sha256})[0-9a-f]{64}\n  retrained  ${sha256}\n$`,
      ),
    );
  });

  it('finds a number on the card that training does not give', async () => {
    const folder = shippedCopy();
    const path = join(folder, 'perceptron/card.json');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('"held-out accuracy": 0.995', '"held-out accuracy": 1'),
    );
    const { status, stderr } = await train('--verify', '--out', folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /card\.json, metrics\n {2}shipped .*"held-out accuracy":1,.*\n {2}retrained .*0\.995/,
    );
  });

  it('fails where there is nothing to verify', async () => {
    const { status, stderr } = await train('--verify', '--out', temporaryFolder());
    expect(status).toBe(1);
    expect(stderr).toContain('holds no model to verify.');
  });
});

describe('bad input', () => {
  it.each([
    {
      args: ['percepton'],
      says: 'There is no model "percepton". Did you mean "perceptron"? There are: adaline, ',
    },
    {
      args: ['perceptron', '--engne', 'wasm'],
      says: 'There is no option "--engne". Did you mean "--engine"?',
    },
    { args: ['--engine', 'gpu'], says: 'There is no engine "gpu".' },
    { args: ['--data', '/no/such/folder'], says: '--data /no/such/folder: there is no such folder' },
  ])('$args exits with 2 and one line, before anything is trained', async ({ args, says }) => {
    const out = temporaryFolder();
    const { status, stdout, stderr } = await train(...args, '--out', out);
    expect({ status, stdout, files: readdirSync(out) }).toEqual({ status: 2, stdout: '', files: [] });
    expect(stderr).toContain(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says so at once when the folder cannot be written to', async () => {
    // The superuser may write anywhere but where there is no disk.
    const folder = process.getuid?.() === 0 ? '/proc' : temporaryFolder();
    if (folder !== '/proc') chmodSync(folder, 0o555);
    const { status, stderr } = await train('perceptron', '--out', folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      new RegExp(`^Cannot write models to ${folder}: E[A-Z]+: .*--out DIR names another folder\\.\n$`),
    );
  });

  it('says so when the folder is a file', async () => {
    const { status, stderr } = await train('perceptron', '--out', join(root, 'package.json'));
    expect(status).toBe(1);
    expect(stderr).toContain(`Cannot write models to ${join(root, 'package.json')}: `);
  });

  it('lists what there is', async () => {
    const { status, stdout } = await train('--list');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^adaline .*\n(.*\n)*perceptron {6}Perceptron\. Says on which side/);
    expect((await train('--help')).stdout).toContain('--engine node|wasm');
  });
});
