// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { race, workExamples } from '../../../src/widgets/rmsprop/compute.ts';
import { conventionOf } from '../../../src/widgets/rmsprop/controls-view.ts';
import { equationOf } from '../../../src/widgets/rmsprop/equation-view.ts';
import { workedLines } from '../../../src/widgets/rmsprop/examples-view.ts';
import { renderFigure } from '../../../src/widgets/rmsprop/figure.ts';
import { rmspropFigure } from '../../../src/widgets/rmsprop/model.ts';
import { conventions, type State } from '../../../src/widgets/rmsprop/state.ts';
import { referenceRunner } from '../reference-runner.ts';

const model = rmspropFigure;
const start = model.initial(startSettings(model));

async function raced(state: State): Promise<State> {
  const courses = await race(referenceRunner, state.settings);
  return model.update(state, { kind: 'races computed', settings: state.settings, courses });
}
async function worked(state: State): Promise<State> {
  const done = await workExamples(referenceRunner, state.settings.form);
  return model.update(model.update(state, { kind: 'worked', worked: done }), {
    kind: 'show',
    view: 'examples',
  });
}

describe('the drawing that the build makes', () => {
  beforeAll(async () => {
    document.body.innerHTML = await renderFigure();
  });
  it('shows six racers on the saddle, with its ridge, its saddle points and its minima', () => {
    const count = (selector: string) => document.querySelectorAll(`.drawn-wide ${selector}`).length;
    expect(['.saddle-racer', '.saddle-ridge', '.saddle-point', '.saddle-minimum'].map(count)).toEqual([
      6, 1, 2, 2,
    ]);
  });
  it('says in words what it shows', () => {
    expect(document.querySelector('desc')?.textContent).toMatch(
      /Step 30, RMSprop: loss 0\.\d+ at .+ It divides by .+ for w₁/,
    );
  });
});

describe('the sentence', () => {
  it('says that all stay who start on the ridge', async () => {
    const state = await raced(model.update(start, { kind: 'set', change: { offset: 0 } }));
    expect(model.describe(state)).toContain('All start exactly on the ridge');
    expect(model.describe(state)).toContain('Nobody has arrived yet.');
  });
  it('lists the arrivals in order', async () => {
    const state = await raced(model.update(start, { kind: 'go to', position: 80 }));
    expect(model.describe(state)).toMatch(
      /Arrived: AdaGrad \(45\), Nesterov \(57\), Adam \(63\), Momentum \(74\)\.$/,
    );
  });
  it('explains a rate that is too large', async () => {
    let state = model.update(model.update(start, { kind: 'watch', racer: 'sgd' }), {
      kind: 'set rate',
      rate: 5,
    });
    state = await raced(model.update(state, { kind: 'go to', position: 200 }));
    expect(model.describe(state)).toContain('it has diverged; the learning rate 5 is too large');
  });
});

describe('the examples', () => {
  it('tell why the large one cannot occur with a decay of 0.9', async () => {
    const lines = workedLines('large', await worked(start));
    expect(lines[1]).toContain('< 0, and no mean of squares is negative');
    expect(lines[2]).toContain('3.162');
    expect(model.describe(await worked(start))).toContain('cannot occur at ρ = 0.9: no ratio exceeds 3.162');
  });
  it('give 4 with PyTorch’s', async () => {
    const state = await worked(model.update(start, { kind: 'choose convention', name: 'pytorch' }));
    expect(workedLines('large', state)[3]).toContain('4 times the learning rate');
  });
});

describe('the convention', () => {
  it('changes equation and settings together, and is "own" once a number differs', () => {
    const keras = model.update(start, { kind: 'choose convention', name: 'keras' });
    expect(equationOf(keras.settings.form).at(-1)).toBe('w ← w − η g / √(v + ε)');
    expect(conventionOf(keras)).toBe('keras');
    expect(conventionOf(model.update(keras, { kind: 'set form', change: { decay: 0.5 } }))).toBe('own');
    expect(equationOf(conventions.centred.form)).toHaveLength(3);
  });
});

it('comes back from its link', () => {
  let state = model.update(start, { kind: 'choose convention', name: 'keras' });
  state = model.update(model.update(state, { kind: 'set', change: { offset: 1e-6, turned: true } }), {
    kind: 'go to',
    position: 9,
  });
  state = model.update(model.update(state, { kind: 'watch', racer: 'adam' }), {
    kind: 'set rate',
    rate: 0.03,
  });
  const { settings, notes } = readSettings(model, writeSettings(model, model.settingsOf(state)));
  expect(notes).toEqual([]);
  expect(model.initial(settings)).toEqual(state);
});
