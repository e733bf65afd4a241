// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import {
  curvePlot,
  histogram,
  picturesMarkup,
  zerosPlot,
} from '../../../src/widgets/l1-l2-regularisation/drawings.ts';
import { renderFigure, trainedModels } from '../../../src/widgets/l1-l2-regularisation/figure.ts';
import { penaltyModel } from '../../../src/widgets/l1-l2-regularisation/model.ts';
import { objectiveOf, stepOf, turningPoint } from '../../../src/widgets/l1-l2-regularisation/sentences.ts';
import {
  countOf,
  inkedWeights,
  type State,
  weightsOf,
} from '../../../src/widgets/l1-l2-regularisation/state.ts';

const read = async (id: string, file: string) =>
  readFileSync(join(import.meta.dirname, '../../../models', id, file));
const model = penaltyModel;
const start = model.initial(startSettings(model));
const trained = await trainedModels(read);
const loaded = model.update(start, { kind: 'loaded', shipped: trained });
const set = (change: Partial<State['settings']>) => model.update(loaded, { kind: 'set', change });

describe('weights of a member', () => {
  // Two pixels; the weight of pixel p, member m, digit d is 1000 p + 10 m + d.
  const all = Float32Array.from({ length: 784 * 70 }, (_, i) => 1000 * Math.floor(i / 70) + (i % 70));
  it('are the ten columns of each pixel', () => {
    const own = weightsOf(all, 4);
    expect([own[0], own[9], own[10], own[7839]]).toEqual([40, 49, 1040, 783_049]);
  });
  it('count as inked where they are not zero without a penalty', () => {
    const some = all.map((_, i) => (i % 70 < 10 ? Number(i < 70) : i < 70 ? (i % 10) * 0.004 : 5));
    expect(inkedWeights(some, 1)).toHaveLength(10);
    expect(countOf(some, 1)).toEqual({ inked: 10, zero: 1, near: 2 });
  });
});

describe('the drawing that the build makes', () => {
  beforeAll(async () => {
    document.body.innerHTML = await renderFigure(read);
  });
  it('shows ten pictures of weights with their scale, the loss along λ and the histogram', () => {
    expect(document.querySelectorAll('.small-multiples li')).toHaveLength(10);
    expect(document.querySelector('.heat-legend')?.textContent).toContain('0');
    expect(document.querySelectorAll('.drawn-wide svg.plot-drawing')).toHaveLength(2);
    expect(document.querySelectorAll('.drawn-wide .plot-mark')).toHaveLength(2);
  });
});

describe('the pictures of which weights are not zero', () => {
  const filled = (markup: string) => {
    document.body.innerHTML = markup;
    const paths = document.querySelectorAll('.heat-more');
    // Each piece is "h<width>v1": the widths add up to the number of cells.
    return [...paths].reduce(
      (sum, path) =>
        sum +
        [...(path.getAttribute('d') ?? '').matchAll(/h(\d+)v1/g)].reduce((n, [, w]) => n + Number(w), 0),
      0,
    );
  };
  it('hold as many cells as weights are not zero', () => {
    for (const member of [0, 3, 5]) {
      const { inked, zero } = countOf(trained.proximal.weights, member);
      const { settings } = set({ member, pictures: 'zeros' });
      expect(filled(picturesMarkup('p', trained.proximal, settings))).toBe(inked - zero);
    }
  });
});

describe('the histogram', () => {
  const totals = (change: Partial<State['settings']>) =>
    histogram('h', trained, set(change).settings).series.map(({ points }) =>
      points.reduce((sum, [, count]) => sum + count, 0),
    );
  it('counts every inked weight once, those exactly zero apart', () => {
    const { inked, zero } = countOf(trained.proximal.weights, 4);
    expect(totals({ member: 4 })).toEqual([zero, inked - zero]);
    expect(totals({ member: 4, method: 'l2' })).toEqual([0, inked]);
  });
  it('magnified around zero counts those that lie there', () => {
    const { zero, near } = countOf(trained.subgradient.weights, 4);
    const [exact, rest] = totals({ member: 4, method: 'subgradient', range: 'zero' });
    expect(exact).toBe(zero);
    // The outermost bins reach half their width further.
    expect(rest).toBeGreaterThanOrEqual(near);
    expect(rest).toBeLessThan(near * 1.02);
  });
});

describe('the curves along λ', () => {
  const heldOut = (method: State['settings']['method'], convention: 'half' | 'whole' = 'half') =>
    curvePlot('loss', 'c', trained, set({ method, convention }).settings).series[1].points;
  it('turn: the held-out loss falls and rises again, for L1 as for L2', () => {
    for (const method of ['proximal', 'subgradient', 'l2'] as const) {
      const losses = heldOut(method).map(([, loss]) => loss);
      const least = Math.min(...losses);
      expect(least).toBeLessThan(trained[method].card.metrics['held-out loss at 0'] - 0.05);
      expect(losses[losses.length - 1]).toBeGreaterThan(least + 0.2);
    }
  });
  it('stand at half the λ where the square is written whole', () => {
    expect(heldOut('l2', 'whole').map(([x, y]) => [2 * x, y])).toEqual(heldOut('l2').map(([x, y]) => [x, y]));
    expect(heldOut('proximal', 'whole')).toEqual(heldOut('proximal'));
  });
  it('of zeros rise for the proximal method only', () => {
    const { series } = zerosPlot('z', trained, loaded.settings);
    const last = (name: string) => series.find((one) => one.name === name)?.points.at(-1)?.[1];
    expect(last('proximal: zero')).toBeGreaterThan(0.98);
    expect(last('subgradient: near zero')).toBeGreaterThan(0.98);
    expect(last('subgradient, L2: zero')).toBe(0);
  });
});

describe('in words', () => {
  it('the figure waits for its models', () =>
    expect(model.describe(start)).toBe('The regressions are being loaded.'));
  it('says zeros, near zeros, right answers and the gain over no penalty', () => {
    expect(model.describe(loaded)).toMatch(
      /^L1, proximal, λ = 0\.001: of 5,790 weights, 5,093 are exactly zero and 19 more nearer to it than 0\.01\. 100 % of the training digits .* points fewer than without a penalty; held-out loss 0\.621\.$/,
    );
    expect(model.describe(set({ method: 'l2', convention: 'whole' }))).toContain('λ = 0.0015: ');
    expect(model.describe(set({ method: 'l2' }))).toContain('0.5 points more than without a penalty');
    expect(model.describe(set({ member: 0 }))).not.toContain('without a penalty');
  });
  it('names where the held-out curves turn', () => {
    expect(turningPoint(trained.l2, set({ method: 'l2' }).settings)).toMatch(
      /from 0\.699 without a penalty to 0\.529 at λ = 0\.003 and rises again\. Most held-out digits are right at λ = 0\.003\./,
    );
    expect(turningPoint(trained.proximal, loaded.settings)).toContain(
      'Most held-out digits are right without a penalty.',
    );
  });
  it('gives the equation that the convention has', () => {
    const of = (change: Partial<State['settings']>) => {
      const { settings } = set(change);
      return [objectiveOf(settings), stepOf(settings)];
    };
    expect(of({ method: 'l2' })).toEqual(['L + λ/2 Σ w²', 'w ← w − 0.2 (g + 0.003 w)']);
    expect(of({ method: 'l2', convention: 'whole' })).toEqual([
      'L + λ Σ w²',
      'w ← w − 0.2 (g + 2 · 0.0015 w)',
    ]);
    expect(of({})[1]).toBe('w ← S(w − 0.2 g, 0.2 · 0.001)');
  });
});

describe('the state', () => {
  it('comes back from its link', () => {
    const changed = set({ method: 'subgradient', member: 5, digit: 8, pictures: 'zeros', range: 'zero' });
    const { settings, notes } = readSettings(model, writeSettings(model, model.settingsOf(changed)));
    expect(notes).toEqual([]);
    expect(settings).toEqual(changed.settings);
  });
  it('is the nearest valid one to what a hostile link says, with a note for each', () => {
    const query = `${model.name}.member=1e9&${model.name}.method=__proto__&${model.name}.digit=2.6`;
    const { settings, notes } = readSettings(model, query);
    expect(settings).toMatchObject({ member: 6, method: 'proximal', digit: 3 });
    expect(notes).toHaveLength(3);
  });
  it('walks to the last strength, rests there, and begins again without a penalty', () => {
    let state = model.update(model.update(loaded, { kind: 'go to', member: 5 }), {
      kind: 'play',
      playing: true,
    });
    state = model.update(state, { kind: 'walk' });
    expect(state).toMatchObject({ playing: false, settings: { member: 6 } });
    state = model.update(state, { kind: 'play', playing: true });
    expect(state).toMatchObject({ playing: true, settings: { member: 0 } });
  });
  it('has all numbers in its table', () => {
    const { rows, columns } = model.table(loaded);
    expect(rows).toHaveLength(7);
    expect(rows[3]).toHaveLength(columns.length);
    expect(rows[3].slice(0, 3)).toEqual(['0.001', '5093', '19']);
  });
});
