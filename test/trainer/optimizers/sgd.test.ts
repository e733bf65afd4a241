import { describe, expect, it } from 'vitest';
import { input } from '../../../src/graph/value.ts';
import { sgd } from '../../../src/trainer/optimizers/sgd.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

describe('sgd', () => {
  const now = {
    parameter: input('parameter', [2]),
    gradient: input('gradient', [2]),
    learningRate: input('rate', []),
  };

  it('steps against the gradient, scaled by the learning rate', () => {
    const next = sgd()({ ...now, carry: () => expect.fail('sgd keeps nothing between steps') });
    const feeds = { parameter: [1, -2], gradient: [3, -0.5], rate: [0.1] };
    expect(numbersOf(next, feeds)).toBeCloseToTensor([0.7, -1.95], 1e-12);
  });
});
