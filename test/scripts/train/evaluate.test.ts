/** `npm run train -- --evaluate`: the numbers on the card, computed anew. */

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, train } from './run-script.ts';
import { temporaryFolder } from './temporary-folder.ts';

it('counts the right answers of a shipped model and finds them on its card', async () => {
  const { status, stdout } = await train('--evaluate', 'perceptron', 'adaline', 'xor-mlp');
  expect({ status, lines: stdout.split('\n') }).toEqual({
    status: 0,
    lines: [
      'perceptron: held-out accuracy 0.995 (199 of 200), as on the card',
      'perceptron: training accuracy 1 (40 of 40), as on the card',
      expect.stringMatching(/^adaline: held-out accuracy [\d.]+ \(\d+ of 200\), as on the card$/),
      expect.stringMatching(/^adaline: training accuracy [\d.]+ \(\d+ of 40\), as on the card$/),
      'xor-mlp: training accuracy 1 (4 of 4), as on the card',
      '',
    ],
  });
});

it('fails where the card promises one right answer more', async () => {
  const folder = temporaryFolder();
  cpSync(join(root, 'models/perceptron'), join(folder, 'perceptron'), { recursive: true });
  const path = join(folder, 'perceptron/card.json');
  const card = readFileSync(path, 'utf8');
  writeFileSync(path, card.replace('"held-out accuracy": 0.995', '"held-out accuracy": 1'));
  const { status, stdout } = await train('--evaluate', 'perceptron', '--out', folder);
  expect(status).toBe(1);
  expect(stdout).toContain('held-out accuracy 0.995 (199 of 200), the card says 1\n');
});

it('says so where there is no such model, no data or no name', async () => {
  const out = temporaryFolder();
  expect(await train('--evaluate', 'perceptron', '--out', out)).toMatchObject({
    status: 1,
    stderr: `${join(out, 'perceptron')} holds no model to evaluate.\n`,
  });
  expect(await train('--evaluate', 'lenet-5', '--data', out)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`${join(out, 'mnist/train-images-idx3-ubyte.gz')}: `),
  });
  expect(await train('--evaluate')).toMatchObject({
    status: 2,
    stderr: '--evaluate needs the name of a model, for example xor-mlp\n',
  });
});
