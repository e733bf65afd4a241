// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { fromRows, mostPoints, toRows } from '../../../src/widgets/dropout/drawing.ts';
import { firstState, renderFigure } from '../../../src/widgets/dropout/figure.ts';
import { unitsMarkup } from '../../../src/widgets/dropout/markup.ts';
import { dropoutModel, pictureOf } from '../../../src/widgets/dropout/model.ts';
import { curves } from '../../../src/widgets/dropout/plots.ts';
import { printed, programs } from '../../../src/widgets/dropout/programs.ts';
import { ablationSentence, conventionSentence } from '../../../src/widgets/dropout/sentences.ts';
import { type Answers, mostMasks, type State } from '../../../src/widgets/dropout/state.ts';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { answered, read, start } from './first-answers.ts';

const model = dropoutModel;
let first: State & { readonly answers: Answers };
beforeAll(async () => {
  first = await firstState(read);
});

describe('the drawing that the build makes', () => {
  beforeAll(async () => {
    document.body.innerHTML = await renderFigure(read);
  });
  it('shows the picture, the units under the mask and all, ten digits by four answers, and the plots', () => {
    expect(document.querySelectorAll('.dropout-units .heatmap-drawing')).toHaveLength(3);
    expect(document.querySelectorAll('.dropout-answers tbody td')).toHaveLength(40);
    expect(document.querySelectorAll('.drawn-wide .plot-drawing')).toHaveLength(4);
    expect(document.querySelectorAll('.drawn-narrow .plot-drawing')).toHaveLength(4);
  });
  it('crosses out as many units as the sentence says are left out', () => {
    const kept = Number(/keeps (\d+) of 128/.exec(model.describe(first))?.[1]);
    const crosses = document.querySelector('.dropout-units .heat-missing')?.getAttribute('d') ?? '';
    expect(crosses.match(/l1 1m-1 0l1 -1/g)).toHaveLength(128 - kept);
    const { mask } = first.answers;
    expect(mask.subarray(63 * 128, 64 * 128).reduce((a, b) => a + b)).toBe(kept);
  });
});

describe('the sentence', () => {
  it('waits for the network', () => expect(model.describe(start)).toBe('The network is being asked.'));
  it('says what the mask, the means and the scaled network answer', () => {
    expect(model.describe(first)).toMatch(
      /^Mask 64 of 256, drawn at rate 0\.5, keeps \d+ of 128 hidden units and answers \d with probability [01]\.\d{3}\. For 3 the scaled network trained at rate 0\.5 says 0\.816; over 64 masks the mean is 0\.\d{3} with a spread of 0\.\d{3}, the geometric mean 0\.\d{3}\.$/,
    );
  });
  it('does not speak of answers to another question', () => {
    const asked = model.update(first, { kind: 'set', change: { seed: 2 } });
    expect(model.describe(asked)).toBe('The network is being asked.');
    expect(model.table(asked).rows).toEqual([]);
  });
  it('of the networks without units compares strongest and lot', () => {
    const without = model.update(first, { kind: 'set', change: { removed: 32 } });
    expect(ablationSentence(without)).toMatch(
      /^Without the 32 strongest of 128 units, at rate 0, 71\.4 % are right instead of 87\.2 % \(82\.\d* % by lot\); at rate 0\.2, /,
    );
    expect(ablationSentence(first)).toMatch(/^With all units: 87\.2 % at rate 0, /);
  });
});

describe('the table', () => {
  it('has the ten digits, the distances and the sums, each row as long as the head', () => {
    const { columns, rows } = model.table(first);
    expect(rows).toHaveLength(12);
    expect(rows.every(({ length }) => length === columns.length)).toBe(true);
    expect(rows[3][5]).toBe('0.8163');
  });
});

describe('the switch of the convention', () => {
  it('changes equation, graph and picture together', async () => {
    const classic = await answered({ convention: 'classic' });
    expect(programs.inverted.equation).not.toEqual(programs.classic.equation);
    expect(printed('inverted', 0.2)).toMatch(/Mul\(m, 1\.25\)/);
    expect(printed('classic', 0.2)).not.toMatch(/1\.25/);
    expect(printed('classic', 0.2)).toMatch(/Mul\(h, 0\.8\)/);
    expect(printed('inverted', 0.2)).not.toMatch(/0\.8/);
    const drawn = (state: State & { readonly answers: Answers }) =>
      unitsMarkup('units', state, pictureOf(state) as Float32Array, state.answers);
    expect(drawn(classic)).not.toBe(drawn(first));
    expect(conventionSentence(first)).toMatch(/^Kept units are scaled up while training/);
    expect(conventionSentence(classic)).toMatch(/^Nothing is scaled while training/);
  });
});

describe('the curves', () => {
  it('are all recorded, for each network', () => {
    for (const { curves: recorded, steps } of Object.values(start.shipped?.histories ?? {}))
      for (const curve of Object.keys(curves)) expect(recorded[curve]).toHaveLength(steps.length);
  });
});

describe('the state', () => {
  it('comes back from its link, a drawing included', () => {
    let changed = model.update(start, {
      kind: 'set',
      change: { network: 'none', rate: 0.2, removed: 40, convention: 'classic', seed: 12 },
    });
    const line = Array.from({ length: 300 }, (_, i): [number, number] => [i / 299, 0.5]);
    changed = model.update(changed, { kind: 'draw', strokes: [line, [[0.25, 0.75]]] });
    changed = model.update(changed, { kind: 'go to', masks: 200 });
    changed = model.update(changed, { kind: 'choose curves', curves: 'accuracy' });
    const link = writeSettings(model, model.settingsOf(changed));
    expect(link.length).toBeLessThan(1900);
    const { settings, notes } = readSettings(model, link);
    expect(notes).toEqual([]);
    const back = model.initial(settings);
    expect({ ...back, strokes: null }).toEqual({ ...changed, strokes: null, shipped: null });
    expect(back.strokes).toHaveLength(2);
    // Read and written again it stays as it is.
    expect(toRows(back.strokes ?? [])).toEqual(toRows(changed.strokes ?? []));
  });
  it('becomes the nearest valid one where a link asks for what there is not, and says so', () => {
    const { settings, notes } = readSettings(
      model,
      'dropout.masks=9999&dropout.removed=37&dropout.network=all&dropout.rate=0.9&dropout.drawing=1,5,5_x',
    );
    expect(settings).toMatchObject({ masks: 256, removed: 40, network: 'half', rate: 0.5 });
    expect(notes.length).toBeGreaterThan(3);
    expect(model.initial(settings).strokes).toEqual([[[5 / 99, 5 / 99]]]);
  });
  it('walks to the last mask, rests there, and begins again from the first', () => {
    let state = model.update(start, { kind: 'go to', masks: mostMasks - 1 });
    state = model.update(state, { kind: 'play', playing: true });
    state = model.update(state, { kind: 'walk' });
    expect(state).toMatchObject({ masks: mostMasks, playing: false });
    expect(model.update(state, { kind: 'play', playing: true })).toMatchObject({ masks: 1, playing: true });
  });
  it('takes a test digit again when the drawing is cleared or another is chosen', () => {
    const drawn = model.update(start, { kind: 'draw', strokes: [[[0.5, 0.5]]] });
    expect(pictureOf(drawn)).not.toEqual(pictureOf(start));
    expect(model.update(drawn, { kind: 'draw', strokes: [] }).strokes).toBeNull();
    expect(model.update(drawn, { kind: 'set', change: { picture: 9 } }).strokes).toBeNull();
  });
  it('starts over with what has been loaded', () => {
    const again = model.initial(startSettings(model), first);
    expect(again.answers).toBe(first.answers);
    expect(again.ablations).toBe(first.ablations);
  });
});

describe('a drawing in a link', () => {
  it('keeps the ends of its strokes and no more points than there is room for', () => {
    const stroke = Array.from({ length: 500 }, (_, i): [number, number] => [i / 499, 1 - i / 499]);
    const rows = toRows([stroke, stroke]);
    expect(rows.length).toBeLessThanOrEqual(mostPoints);
    const [a, b] = fromRows(rows) ?? [];
    expect([a[0], a.at(-1), b.at(-1)]).toEqual([
      [0, 1],
      [1, 0],
      [1, 0],
    ]);
    expect(fromRows([])).toBeNull();
  });
});
