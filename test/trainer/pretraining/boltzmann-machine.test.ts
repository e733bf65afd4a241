import { describe, expect, it } from 'vitest';
import { constant, input } from '../../../src/graph/value.ts';
import {
  boltzmannMachine,
  freeEnergy,
  hiddenProbabilities,
  sample,
  visibleProbabilities,
} from '../../../src/trainer/pretraining/boltzmann-machine.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';
import { bitsOf, energy, numbers } from './tiny-machine.ts';

const machine = boltzmannMachine(3, 2);
const v = [1, 0, 1];
const rows = (data: readonly number[], width: number) =>
  constant(data, 'float32', [data.length / width, width]);

describe('a Boltzmann machine of 3 visible and 2 hidden units, counted out', () => {
  it('has the hidden probabilities that its energies give', () => {
    const weight = [0, 1, 2, 3].map((code) => Math.exp(-energy(v, bitsOf(code, 2))));
    const all = weight.reduce((a, b) => a + b);
    expect(numbersOf(hiddenProbabilities(rows(v, 3), machine), numbers)).toBeCloseToTensor(
      [(weight[1] + weight[3]) / all, (weight[2] + weight[3]) / all],
      1e-12,
    );
  });
  it('has the visible probabilities that its energies give', () => {
    const h = [0, 1];
    const weight = Array.from({ length: 8 }, (_, code) => Math.exp(-energy(bitsOf(code, 3), h)));
    const all = weight.reduce((a, b) => a + b);
    const expected = [1, 2, 4].map(
      (bit) => weight.reduce((sum, one, code) => sum + (code & bit ? one : 0), 0) / all,
    );
    expect(numbersOf(visibleProbabilities(rows(h, 2), machine), numbers)).toBeCloseToTensor(expected, 1e-12);
  });
  it('has the free energy that sums its hidden states out', () => {
    const every = Array.from({ length: 8 }, (_, code) => bitsOf(code, 3));
    const expected = every.map(
      (one) =>
        -Math.log([0, 1, 2, 3].reduce((sum, code) => sum + Math.exp(-energy(one, bitsOf(code, 2))), 0)),
    );
    expect(numbersOf(freeEnergy(rows(every.flat(), 3), machine), numbers)).toBeCloseToTensor(expected, 1e-12);
  });
});

describe('sample', () =>
  it('gives 1 where the uniform number lies below the probability, so never at 0 and always at 1', () =>
    expect(
      numbersOf(sample(constant([0, 0.25, 0.25, 0.25, 1]), constant([0, 0.2, 0.25, 0.3, 0.9999]))),
    ).toEqual([0, 1, 0, 0, 1])));

it('the parameters of a machine are called weights, visibleBias and hiddenBias', () =>
  expect(boltzmannMachine(3, 2)).toEqual({
    weights: input('weights', [3, 2]),
    visibleBias: input('visibleBias', [3]),
    hiddenBias: input('hiddenBias', [2]),
  }));
