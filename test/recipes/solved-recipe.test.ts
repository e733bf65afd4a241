import { expect, it } from 'vitest';
import { engines } from '../../scripts/train/engines.ts';
import type { Dataset } from '../../src/datasets/dataset.ts';
import kernelSvm, { noisyCircles } from '../../src/recipes/kernel-svm.ts';
import { makeModel } from '../../src/recipes/make-model.ts';
import { isSolved, type SolvedRecipe, solveRecipe } from '../../src/recipes/solved-recipe.ts';
import xorMlp from '../../src/recipes/xor-mlp.ts';

const data = (await noisyCircles.load({ read: () => Promise.reject() })) as Dataset;
const { open } = await engines.wasm();

it('a solution whose loss is not a finite number is none', async () => {
  const broken: SolvedRecipe = {
    ...kernelSvm,
    solve(given) {
      const solution = kernelSvm.solve(given);
      return { ...solution, parameters: { ...solution.parameters, bias: Float32Array.of(Number.NaN) } };
    },
  };
  await expect(solveRecipe(broken, data, open)).rejects.toThrow('training loss of the solution is NaN');
});

it('a solved model counts the steps of its own method, and states what the solution adds to the measures', async () => {
  const { run, metrics, graphs } = await makeModel(kernelSvm, data, open);
  expect(run).toEqual({ steps: 950 });
  expect(metrics).toMatchObject({ 'held-out accuracy': 0.995, 'support vectors': 19 });
  expect(graphs.steps).toEqual({});
});

it('recipes of both kinds are told apart by what they say', () =>
  expect([kernelSvm, xorMlp].map(isSolved)).toEqual([true, false]));
