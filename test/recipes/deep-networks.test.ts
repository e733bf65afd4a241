/** What the training step of the twelve-layer networks reports, held to what it can be computed from otherwise. */

import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/graph/evaluate.ts';
import { sizeOf } from '../../src/graph/shape.ts';
import deepLeakyRelu from '../../src/recipes/deep-leaky-relu.ts';
import { deepParameters, layerCount, width } from '../../src/recipes/deep-network.ts';
import deepRelu from '../../src/recipes/deep-relu.ts';
import deepSigmoid from '../../src/recipes/deep-sigmoid.ts';
import deepTanh from '../../src/recipes/deep-tanh.ts';
import { stepGraph } from '../../src/recipes/step-graph.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import { nextOf } from '../../src/trainer/step.ts';
import '../support/close-to.ts';

const recipes = [deepSigmoid, deepTanh, deepRelu, deepLeakyRelu];

function firstStep(recipe: (typeof recipes)[number], learningRate = 1) {
  const { training } = recipe.data.load({ read: () => Promise.reject() }) as Awaited<
    ReturnType<typeof recipe.data.load>
  >;
  const drawn = recipe.initial(random(recipe.seed));
  const parameters = Object.fromEntries(
    deepParameters.map(({ name, shape }) => [name, drawn[name] ?? new Float32Array(sizeOf(shape))]),
  );
  const feeds = { x: training.x, target: training.target, learningRate: [learningRate], ...parameters };
  return { parameters, outputs: evaluate(stepGraph(recipe), feeds) };
}

describe.each(recipes)('$id', (recipe) => {
  const { parameters, outputs } = firstStep(recipe);

  it('reports as norms the lengths of the moves of its weights at a learning rate of 1', () => {
    const moves = deepParameters
      .filter(({ shape }) => shape.length > 1)
      .map((one) =>
        Math.hypot(...Array.from(outputs[nextOf(one)].data, (next, i) => next - parameters[one.name][i])),
      );
    expect(outputs['gradient.norm'].data).toBeCloseToTensor(moves, 1e-12);
    expect(moves).toHaveLength(layerCount);
  });

  it('reports a slope and a largest activation for each hidden unit', () => {
    for (const name of ['unit.slope', 'unit.largest'])
      expect(outputs[name].shape).toEqual([layerCount - 1, width]);
  });
});

describe('the slope that a unit reports', () => {
  it('is at most a quarter for the sigmoid and at most 1 for tanh', () => {
    expect(Math.max(...firstStep(deepSigmoid).outputs['unit.slope'].data)).toBeLessThanOrEqual(0.25);
    expect(Math.max(...firstStep(deepTanh).outputs['unit.slope'].data)).toBeLessThanOrEqual(1);
  });

  it('is a whole number of 128ths for ReLU, 0 just for the units that are silent on every example', () => {
    const { outputs } = firstStep(deepRelu);
    const largest = outputs['unit.largest'].data;
    outputs['unit.slope'].data.forEach((slope, unit) => {
      expect(slope * 128).toBe(Math.round(slope * 128));
      expect(slope === 0).toBe(largest[unit] === 0);
    });
    expect(largest.filter((one) => one === 0).length).toBeGreaterThan(0);
  });

  it('is at least a hundredth for leaky ReLU', () => {
    const { outputs } = firstStep(deepLeakyRelu);
    for (const slope of outputs['unit.slope'].data) expect(slope).toBeGreaterThanOrEqual(0.01 - 1e-12);
    expect(Math.min(...outputs['unit.largest'].data)).toBeGreaterThan(0);
  });
});
