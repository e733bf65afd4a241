import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleFile } from '../../scripts/train/sample-file.ts';
import { fromSample, heldOutSample, toSample } from '../../src/recipes/held-out-sample.ts';
import perceptron from '../../src/recipes/perceptron.ts';

const two = {
  count: 2,
  x: Float32Array.of(0, 1 / 255, 200 / 255, 1),
  target: Float32Array.of(0, 0, 1, 1, 0, 0),
};

describe('a sample of held-out pictures', () => {
  it('gives back the numbers it was made of', () => expect(fromSample(toSample(two), 3)).toEqual(two));
  it('names the classes in order', () => expect(toSample(two).labels).toEqual([2, 0]));
  it('is written only where the recipe asks for pictures', () => {
    const data = { training: two, heldOut: two };
    expect(sampleFile(perceptron, data)).toEqual({});
    const file = sampleFile({ ...perceptron, shownPictures: 1 }, data)['held-out.json'];
    expect(heldOutSample.parse(JSON.parse(new TextDecoder().decode(file))).labels).toEqual([2]);
  });
  it('that is shipped holds 500 digits, all ten of them', () => {
    const path = join(import.meta.dirname, '../../models/dropout-50/held-out.json');
    const sample = heldOutSample.parse(JSON.parse(readFileSync(path, 'utf8')));
    expect(sample.labels).toHaveLength(500);
    expect(new Set(sample.labels).size).toBe(10);
    const { x } = fromSample(sample, 10);
    expect(x).toHaveLength(500 * 784);
  });
});
