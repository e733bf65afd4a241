/** What a page does when it verifies a model, on the engine of a page. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeModel } from '../../../src/onnx/model.ts';
import cifarNet from '../../../src/recipes/cifar-net.ts';
import kernelSvm from '../../../src/recipes/kernel-svm.ts';
import perceptron from '../../../src/recipes/perceptron.ts';
import { createSession } from '../../../src/runtime/wasm.ts';
import { retrain } from '../../../src/widgets/verification/retrain.ts';
import { sha256 } from '../../../src/widgets/verification/sha256.ts';

const open = (graph: Parameters<typeof encodeModel>[0]) => createSession(encodeModel(graph));

describe('retrain()', () => {
  it.each([
    { how: 'by one step repeated', recipe: perceptron },
    { how: 'by solving for it', recipe: kernelSvm },
  ])('gives the hashes that the card of a model made $how promises, for every file', async ({ recipe }) => {
    const card = JSON.parse(readFileSync(`models/${recipe.id}/card.json`, 'utf8'));
    const { hashes, steps } = await retrain(recipe, open, () => {});
    expect(steps).toBe(card.hyperparameters.steps);
    expect(hashes).toEqual(
      Object.fromEntries(
        Object.entries<{ sha256: string }>(card.files).map(([name, file]) => [name, file.sha256]),
      ),
    );
  });

  it('gives another hash once the recipe differs in one number', async () => {
    const card = JSON.parse(readFileSync('models/perceptron/card.json', 'utf8'));
    const { hashes } = await retrain({ ...perceptron, learningRate: 0.5 }, open, () => {});
    expect(hashes['model.onnx']).not.toBe(card.files['model.onnx'].sha256);
    expect(hashes['step.onnx']).toBe(card.files['step.onnx'].sha256);
  });

  it('says so where the data are files, which no page holds', async () =>
    expect(retrain(cifarNet, open, () => {})).rejects.toThrow(/cifar-net is trained on .+ not in the page/));
});

describe('sha256()', () => {
  it('is that of the standard’s own example, "abc"', async () =>
    expect(await sha256(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    ));
});
