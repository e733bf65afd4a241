// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { print } from '../../../src/graph/print.ts';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { pathOf, race } from '../../../src/widgets/penalty-geometry/compute.ts';
import { renderFigure } from '../../../src/widgets/penalty-geometry/figure.ts';
import { geometryFigure } from '../../../src/widgets/penalty-geometry/model.ts';
import { penalisedStep } from '../../../src/widgets/penalty-geometry/programs.ts';
import {
  objectiveOf,
  stepOf,
  verdict,
  whyDiverging,
} from '../../../src/widgets/penalty-geometry/sentences.ts';
import {
  keptOf,
  raceSteps,
  type State,
  solutionOf,
  strengths,
} from '../../../src/widgets/penalty-geometry/state.ts';
import { referenceRunner } from '../reference-runner.ts';

const model = geometryFigure;
const start = model.initial(startSettings(model));

async function solved(state: State): Promise<State> {
  const solutions = await pathOf(referenceRunner, state.settings);
  return model.update(state, { kind: 'solved', settings: state.settings, solutions });
}
async function raced(state: State): Promise<State> {
  const result = await race(referenceRunner, state.settings);
  return model.update(state, { kind: 'raced', settings: state.settings, result });
}
const decay = model.update(start, { kind: 'show', view: 'decay' });

describe('the drawing that the build makes', () => {
  beforeAll(async () => {
    document.body.innerHTML = await renderFigure();
  });
  it('shows land, ball, path, the line of equal loss that touches, and where weights are zero', () => {
    const count = (selector: string) => document.querySelectorAll(`.drawn-wide ${selector}`).length;
    expect(
      ['.geometry-ball', '.geometry-touching', '.geometry-dots', '.geometry-zero', '.geometry-best'].map(
        count,
      ),
    ).toEqual([1, 1, 1, 1, 1]);
    expect(count('.plot-contour')).toBeGreaterThan(5);
  });
  it('says in words what it shows', () => {
    expect(document.querySelector('desc')?.textContent).toMatch(
      /L1 at λ = 0\.4: the best weights are \(1\.099, 0\)\. w₂ is exactly zero\. They cost Ω = 1\.1 instead of 1\.52/,
    );
  });
});

describe('the budget', () => {
  let state: State;
  beforeAll(async () => {
    state = await solved(start);
  });
  it('waits for its weights', () => expect(model.describe(start)).toBe('The weights are being computed.'));
  it('goes to the strength whose weights cost what the reader points at', () => {
    const target = state.path?.solutions[17].w ?? [0, 0];
    expect(model.update(state, { kind: 'spend', weights: target }).place).toBe(17);
    // Another place of the same diamond.
    expect(model.update(state, { kind: 'spend', weights: [0, -target[0] - target[1]] }).place).toBe(17);
    expect(model.update(state, { kind: 'spend', weights: [0, 0] }).place).toBeGreaterThan(20);
    expect(model.update(state, { kind: 'spend', weights: [9, 9] }).place).toBe(0);
  });
  it('charges the same λ twice as hard where the square is written whole: equation, graph and weights', async () => {
    const l2 = await solved(model.update(state, { kind: 'set', change: { penalty: 'l2' } }));
    const whole = await solved(model.update(l2, { kind: 'set', change: { convention: 'whole' } }));
    expect([objectiveOf('l2', 'half'), stepOf('l2', 'half')]).toEqual([
      'L + λ/2 (w₁² + w₂²)',
      'w ← w − η (g + λ w)',
    ]);
    expect([objectiveOf('l2', 'whole'), stepOf('l2', 'whole')]).toEqual([
      'L + λ (w₁² + w₂²)',
      'w ← w − η (g + 2 λ w)',
    ]);
    const graphs = (['half', 'whole'] as const).map((form) => print(penalisedStep('l2', form, 2)));
    expect(graphs[1]).toContain('Mul(2, l2)');
    expect(graphs[0]).not.toContain('Mul(2, l2)');
    const at = (one: State, strength: (typeof strengths)[number]) =>
      one.path?.solutions[strengths.indexOf(strength)].w.map((weight) => Number(weight.toFixed(4)));
    expect(at(whole, 0.5)).toEqual(at(l2, 1));
  });
  it('has a table of all strengths, in which L1 reaches zero', () => {
    const { rows } = model.table(state);
    expect(rows).toHaveLength(strengths.length);
    expect(rows[0][0]).toBe('0');
    expect(rows[strengths.length - 1].slice(1, 4)).toEqual(['0', '0', '0']);
    expect(solutionOf(state)?.w[1]).toBe(0);
  });
});

describe('the race', () => {
  it('takes the same path in plain descent, wherever the decay stands', async () => {
    const state = await raced(model.update(decay, { kind: 'set', change: { optimizer: 'sgd' } }));
    const { coupled, decoupled } = state.race?.result.courses ?? {};
    expect(coupled?.weights.length).toBe(raceSteps + 1);
    coupled?.weights.forEach((w, i) => {
      expect(w[0]).toBeCloseTo(decoupled?.weights[i][0] ?? Number.NaN, 10);
      expect(w[1]).toBeCloseTo(decoupled?.weights[i][1] ?? Number.NaN, 10);
    });
  });
  it('parts in Adam: L2 in the gradient costs the weight of the small input most', async () => {
    const state = await raced(decay);
    const result = state.race?.result;
    if (!result) throw new Error('no race');
    const [first, second] = keptOf(result, 'coupled', raceSteps);
    const [own, other] = keptOf(result, 'decoupled', raceSteps);
    expect(second).toBeLessThan(first / 2);
    expect(Math.abs(own - other)).toBeLessThan(0.05);
    expect(model.describe(state)).toMatch(
      /Adam, step 180, λ = 0\.1\..*L2 in the gradient leaves 91 % of w₁ and 38 % of w₂, weight decay beside it 96 % of w₁ and 93 % of w₂ \(means of the last 40 steps\)\./,
    );
  });
  it('says what becomes of the small input only where there is one', () => {
    const said = (data: State['settings']['data']) => verdict({ ...decay.settings, data });
    expect(said('unequal')).toContain('takes most from the weight of the small input');
    expect(said('unlike')).not.toContain('small input');
    expect(verdict({ ...decay.settings, optimizer: 'sgd' })).toContain('the same path either way');
  });
  it('is three times the same without a strength', async () => {
    const state = await raced(model.update(decay, { kind: 'set', change: { strength: 0 } }));
    const { none, coupled, decoupled } = state.race?.result.courses ?? {};
    expect(coupled?.weights).toEqual(none?.weights);
    expect(decoupled?.weights).toEqual(none?.weights);
  });
  it('explains a rate that is too large', async () => {
    const change = { optimizer: 'sgd', learningRate: 3 } as const;
    const state = await raced(model.update(decay, { kind: 'set', change }));
    expect(model.describe(state)).toContain('diverged');
    expect(whyDiverging(state)).toMatch(/no decay \(step \d+\).*η = 3 is beyond 2 divided/);
    expect(whyDiverging(await raced(decay))).toBe('');
  });
});

describe('the state', () => {
  it('comes back from its link', () => {
    const changed = model.update(
      model.update(decay, {
        kind: 'set',
        change: {
          optimizer: 'rmsprop',
          learningRate: 0.02,
          strength: 0.3,
          penalty: 'elastic',
          convention: 'whole',
        },
      }),
      { kind: 'go to', moment: 77 },
    );
    const { settings, notes } = readSettings(model, writeSettings(model, model.settingsOf(changed)));
    expect(notes).toEqual([]);
    expect(model.initial(settings)).toEqual(changed);
  });
  it('is the nearest valid one to what a hostile link says, with a note for each', () => {
    const name = model.name;
    const query = `${name}.view=%3Cscript%3E&${name}.place=99&${name}.rate=NaN&${name}.step=-3`;
    const { settings, notes } = readSettings(model, query);
    expect(settings).toMatchObject({ view: 'budget', place: strengths.length - 1, rate: 0.05, step: 0 });
    expect(notes).toHaveLength(4);
  });
  it('takes a rate that suits the optimizer, unless the reader names one', () => {
    const of = (change: Partial<State['settings']>) => model.update(decay, { kind: 'set', change }).settings;
    expect(of({ optimizer: 'sgd' }).learningRate).toBe(0.2);
    expect(of({ optimizer: 'sgd', learningRate: 1 }).learningRate).toBe(1);
  });
  it('walks along λ or along the steps, rests at the end and begins again', () => {
    for (const [from, last] of [
      [start, strengths.length - 1],
      [decay, raceSteps],
    ] as const) {
      let state = model.update(model.update(from, { kind: 'go to', moment: last - 1 }), {
        kind: 'play',
        playing: true,
      });
      state = model.update(state, { kind: 'walk' });
      expect(state.playing).toBe(false);
      expect(from.view === 'budget' ? state.place : state.step).toBe(last);
      const again = model.update(state, { kind: 'play', playing: true });
      expect(again.playing).toBe(true);
      expect(from.view === 'budget' ? again.place : again.step).toBe(0);
    }
  });
});
