/** Every number in content/entries/neocognitron.mdx, computed by the trainer. */

import { expect, it } from 'vitest';
import { letters, placesAcross, squareSide } from '../../../src/datasets/letters.ts';
import { fourLetters } from '../../../src/recipes/neocognitron.ts';
import { imageShape, stages } from '../../../src/recipes/neocognitron-network.ts';
import { answersOf, cardOf, entryText, noFiles } from './shipped.ts';

const text = entryText('neocognitron');
const pixels = squareSide ** 2;

it('two pairs of layers see four letters ten times each, at one place of a square of 12 × 12', async () => {
  const { training } = await fourLetters.load(noFiles);
  const { hyperparameters } = cardOf('neocognitron');
  expect([stages.length, training.count, squareSide]).toEqual([2, 4, 12]);
  expect(hyperparameters['rounds through the letters in each stage']).toBe(10);
  expect(hyperparameters.steps).toBe(2 * 10 * 4);
  expect(text).toContain('square of 12 × 12');
});

it('of 252 letters at 63 other places it names 236 rightly, none wrongly and 16 not at all', async () => {
  const { heldOut } = await fourLetters.load(noFiles);
  const { answer } = await answersOf('neocognitron', heldOut, imageShape);
  const verdicts = Array.from({ length: heldOut.count }, (_, i) => {
    const [scores, truth] = [answer, heldOut.target].map((all) => [...all.subarray(4 * i, 4 * i + 4)]);
    if (Math.max(...scores) === 0) return 'silent';
    return scores.indexOf(Math.max(...scores)) === truth.indexOf(1) ? 'right' : 'wrong';
  });
  const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
  expect([letters.length, placesAcross ** 2 - 1, heldOut.count]).toEqual([4, 63, 252]);
  expect([count('right'), count('wrong'), count('silent')]).toEqual([236, 0, 16]);
  expect(text).toContain('236 rightly and none wrongly. To 16');

  verdicts.forEach((verdict, i) => {
    if (verdict !== 'silent') return;
    const image = heldOut.x.subarray(i * pixels, (i + 1) * pixels);
    const top = image.subarray(0, squareSide).some((one) => one > 0);
    const left = Array.from(image).some((one, at) => one > 0 && at % squareSide === 0);
    expect(top || left).toBe(true);
  });
});
