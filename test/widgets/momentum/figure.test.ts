// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { race } from '../../../src/widgets/momentum/compute.ts';
import { renderFigure } from '../../../src/widgets/momentum/figure.ts';
import { momentumFigure, presets } from '../../../src/widgets/momentum/model.ts';
import { bestTable } from '../../../src/widgets/momentum/numbers.ts';
import { type State, steps } from '../../../src/widgets/momentum/state.ts';
import { conventionSentence } from '../../../src/widgets/momentum/words-view.ts';
import { referenceRunner } from '../reference-runner.ts';

const model = momentumFigure;
const start = model.initial(startSettings(model));

/** With its races run, by the operators' definitions. */
async function raced(state: State): Promise<State> {
  const courses = await race(referenceRunner, state.settings);
  return model.update(state, { kind: 'races computed', settings: state.settings, courses });
}

describe('the drawing that the build makes', () => {
  beforeAll(async () => {
    document.body.innerHTML = await renderFigure();
  });
  it('shows the four racers and the land, once for a phone and once for a wide window', () => {
    expect(document.querySelectorAll('svg.plot-drawing')).toHaveLength(2);
    expect(document.querySelectorAll('.drawn-wide .momentum-racer')).toHaveLength(4);
    expect(document.querySelectorAll('.drawn-wide .plot-contour').length).toBeGreaterThan(5);
    expect(document.querySelectorAll('.drawn-wide .plot-arrow')).toHaveLength(3);
  });
  it('says in words what it shows', () => {
    expect(document.querySelector('desc')?.textContent).toMatch(
      /Step 12, Nesterov momentum: loss 0\.0023 at \(0\.18, 0\.31\)\. The velocity brings 0\.1, the slope where the velocity leads 0\.16/,
    );
  });
});

describe('the sentence', () => {
  it('waits for the races', () => expect(model.describe(start)).toBe('The races are being computed.'));
  it('explains a divergence by the bound it breaks', async () => {
    const change = presets.diverging.change;
    let state = await raced(model.update(start, { kind: 'set', change }));
    state = model.update(model.update(state, { kind: 'watch', racer: 'plain' }), {
      kind: 'go to',
      position: steps,
    });
    expect(model.describe(state)).toBe(
      'Step 120, Gradient descent: it has diverged. α = 2.1 is not below 2/λ = 2 for the steepest curvature, λ = 1: across the ravine each step multiplies the error by 1.1.',
    );
    expect(model.table(state).rows[0]).toContain('diverged');
  });
  it('of the convention tells what a falling learning rate does in each', async () => {
    const said = async (convention: 'outside' | 'inside') =>
      conventionSentence(
        await raced(model.update(start, { kind: 'set', change: { drop: true, convention } })),
      );
    expect(await said('outside')).toContain('the whole step is shorter at once');
    expect(await said('inside')).toContain('steps of the old size go on fading out');
    expect(conventionSentence(start)).toContain('both forms take the same path');
  });
});

describe('the best settings', () => {
  it('are those of the closed form, with the steps that runs have counted beside them', () => {
    const at = (condition: number) =>
      bestTable(
        model.update(model.update(start, { kind: 'set', change: { condition } }), {
          kind: 'measured',
          measured: { condition: 100, plain: 371, momentum: 51, nesterov: 73 },
        }),
      );
    // α = 2/(1 + 1/100), (2/(1 + 1/10))², 4/(3 + 1/100); β = (9/11)², (√301 − 2)/(√301 + 2).
    expect(at(100).rows).toEqual([
      ['Gradient descent', '1.98', '–', '0.9802', '346', '371'],
      ['Momentum', '3.306', '0.6694', '0.8182', '35', '51'],
      ['Nesterov momentum', '1.329', '0.7933', '0.8847', '57', '73'],
    ]);
    expect(at(10).rows.map((row) => row.at(-1))).toEqual(Array(3).fill('not counted'));
  });
});

describe('the state', () => {
  it('comes back from its link', () => {
    const changed = model.update(
      model.update(start, { kind: 'set', change: { condition: 200, learningRate: 0.5, start: [1, -0.25] } }),
      { kind: 'go to', position: 77 },
    );
    const { settings, notes } = readSettings(model, writeSettings(model, model.settingsOf(changed)));
    expect(notes).toEqual([]);
    expect(model.initial(settings)).toEqual(changed);
  });
  it('leaves the best settings when the reader sets the rate', () => {
    const tuned = model.update(start, { kind: 'choose preset', preset: 'best' });
    expect(tuned.settings.tuned).toBe(true);
    expect(model.update(tuned, { kind: 'set', change: { learningRate: 1 } }).settings.tuned).toBe(false);
    expect(model.update(tuned, { kind: 'set', change: { condition: 10 } }).settings.tuned).toBe(true);
  });
  it('walks to the last step, rests there, and begins again from the start', () => {
    let state = model.update(model.update(start, { kind: 'go to', position: steps - 1 }), {
      kind: 'play',
      playing: true,
    });
    state = model.update(state, { kind: 'walk' });
    expect(state).toMatchObject({ position: steps, playing: false });
    expect(model.update(state, { kind: 'play', playing: true })).toMatchObject({
      position: 0,
      playing: true,
    });
  });
});
