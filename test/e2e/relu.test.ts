import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/datasets/dataset.ts';
import { evaluate } from '../../src/graph/evaluate.ts';
import { sizeOf } from '../../src/graph/shape.ts';
import { deepParameters } from '../../src/recipes/deep-network.ts';
import deepRelu from '../../src/recipes/deep-relu.ts';
import deepSigmoid from '../../src/recipes/deep-sigmoid.ts';
import { stepGraph } from '../../src/recipes/step-graph.ts';
import { random } from '../../src/trainer/initializers/random.ts';
import { kinds } from './browsing.ts';
import { choose, tableOf as figureTable, openFigure, press, reads, says } from './widget.ts';

/** What the first step of a network reports, by the operators' own definitions. */
function firstReport(recipe: typeof deepRelu) {
  const { training } = recipe.data.load({ read: () => Promise.reject() }) as Dataset;
  const drawn = recipe.initial(random(recipe.seed));
  const parameters = deepParameters.map(({ name, shape }) => [
    name,
    drawn[name] ?? new Float32Array(sizeOf(shape)),
  ]);
  return evaluate(stepGraph(recipe), {
    x: training.x,
    target: training.target,
    learningRate: [0.1],
    ...Object.fromEntries(parameters),
  });
}
const norms = {
  sigmoid: firstReport(deepSigmoid)['gradient.norm'].data,
  relu: firstReport(deepRelu)['gradient.norm'].data,
};

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The number that a text such as "3.52 × 10⁻⁹" prints. */
function parsed(text: string): number {
  const [mantissa, exponent = ''] = text.replace('−', '-').split(' × 10');
  const power = exponent.replace(/./gu, (one) => (one === '⁻' ? '-' : String(superscripts.indexOf(one))));
  return Number(mantissa) * 10 ** Number(power || 0);
}

const tableOf = (widget: Locator) => figureTable(widget, 5);
/** ‖∂L/∂W₁‖ of the network of ReLUs. */
const firstGradient = async (widget: Locator) => parsed((await tableOf(widget))[0][2]);

describe('the twelve layers', () => {
  it.each(kinds)(
    'have the gradients of the definitions before training, and learn step by step, on %s',
    async (kind) => {
      const { widget, root } = await openFigure('relu/', { kind });
      await reads(root, 'data-frames', '1');
      // Other weights and back, so that nothing is left of what was computed before the provider was chosen.
      const before = await firstGradient(widget);
      await choose(widget, 'Xavier');
      await expect.poll(() => firstGradient(widget)).toBeLessThan(before / 20);
      await choose(widget, 'As trained');
      await expect.poll(() => firstGradient(widget)).toBeGreaterThan(before / 2);
      await reads(root, 'data-frames', '1');
      const rows = await tableOf(widget);
      for (const layer of [0, 5, 11]) {
        expect(parsed(rows[layer][0]) / norms.sigmoid[layer]).toBeCloseTo(1, 2);
        expect(parsed(rows[layer][2]) / norms.relu[layer]).toBeCloseTo(1, 2);
      }
      expect(rows.at(-1)).toEqual(['0', '0', '19', '0']);

      await press(widget, 'Step');
      await reads(root, 'data-step', '1');
      await press(widget, 'Step');
      await reads(root, 'data-step', '2');
      await reads(root, 'data-motion', 'resting');
      const after = await tableOf(widget);
      const loss = (some: string[][]) => parsed(some[12][2]);
      expect(loss(after)).toBeLessThan(loss(rows));
      await press(widget, 'Back');
      await reads(root, 'data-step', '1');
      await press(widget, 'Reset');
      await reads(root, 'data-step', '0');
      await reads(root, 'data-frames', '3');
      expect(await tableOf(widget)).toEqual(rows);
    },
  );

  it('show the functions, and the derivative at 0 that the reader chooses', async () => {
    const { widget } = await openFigure('relu/?relu.view=functions&relu.x=0');
    const relu = async () => (await tableOf(widget)).at(2);
    await expect.poll(relu).toEqual(['0', '0']);
    await choose(widget, '½');
    await expect.poll(relu).toEqual(['0', '0.5']);
    expect(await widget.locator('.relu-graph').textContent()).toContain('Less(x, 0)');
    expect(await widget.locator('.relu-equation').textContent()).toContain('½ at x = 0');
  });

  it('show the moment that a link asks for, where a learning rate of 1 has silenced a layer for good', async () => {
    const { widget, root } = await openFigure('relu/?relu.rate=1&relu.steps=300');
    await reads(root, 'data-step', '300');
    await says(root, 'cannot learn any more');
    expect((await tableOf(widget))[0][2]).toBe('0');
  });
});
