import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { display, duration } from '../../../scripts/train/progress.ts';
import perceptron from '../../../src/recipes/perceptron.ts';

const recipe = { ...perceptron, batchSize: 10, epochs: 4 };

function stream(isTTY: boolean) {
  const through = Object.assign(new PassThrough(), { isTTY, columns: 200 });
  return { as: through as unknown as NodeJS.WriteStream, text: () => String(through.read() ?? '') };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('writes a plain line after a second and then every five where there is no terminal, and one at the end', async () => {
  const out = stream(false);
  const { update, stop } = display(recipe, out.as);
  for (let step = 1; step <= 100; step++) {
    vi.advanceTimersByTime(110);
    await update({ epoch: Math.ceil(step / 25), step, most: 100, loss: 1 / step });
  }
  stop();
  // 110 ms a step: 9.09 steps and 90.9 samples in a second.
  expect(out.text().split('\n')).toEqual([
    'perceptron: step 10/100, epoch 1/4, loss 0.100, 91 samples/s, 9.9 s left',
    'perceptron: step 56/100, epoch 3/4, loss 0.0179, 91 samples/s, 4.8 s left',
    'perceptron: step 100/100, epoch 4/4, loss 0.0100, 91 samples/s, 0 s left',
    '',
  ]);
});

it('draws a bar in a terminal, and takes it away when training is over', async () => {
  const out = stream(true);
  const { update, stop } = display(recipe, out.as);
  vi.advanceTimersByTime(2000);
  await update({ epoch: 2, step: 50, most: 100, loss: 0.25 });
  const drawn = out.text();
  expect(drawn).toContain('perceptron ████████████░░░░░░░░░░░░ 50 %');
  expect(drawn).toContain('epoch 2/4 · loss 0.250 · 250 samples/s · 2 s left');
  stop();
  expect(out.text()).not.toContain('\n');
});

it('counts only its own steps where it goes on from an earlier run', async () => {
  const out = stream(false);
  const { update, goOn } = display(recipe, out.as);
  goOn(60);
  vi.advanceTimersByTime(2000);
  await update({ epoch: 4, step: 80, most: 100, loss: 1 });
  expect(out.text()).toContain('step 80/100, epoch 4/4, loss 1.00, 100 samples/s, 2 s left');
});

it('says nothing when it is stopped before the first step', () => {
  const out = stream(true);
  display(recipe, out.as).stop();
  expect(out.text()).toBe('');
});

it.each([
  [0.04, '0 s'],
  [3.26, '3.3 s'],
  [59.4, '59 s'],
  [61, '1 min 1 s'],
  [3599, '59 min 59 s'],
  [5400, '1 h 30 min'],
])('writes %d seconds as %s', (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});
