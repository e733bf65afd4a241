// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { race, workExamples } from '../../../src/widgets/rmsprop/compute.ts';
import { conventionOf } from '../../../src/widgets/rmsprop/controls-view.ts';
import { stepSpec } from '../../../src/widgets/rmsprop/curves.ts';
import { equationOf } from '../../../src/widgets/rmsprop/equation-view.ts';
import { workedLines } from '../../../src/widgets/rmsprop/examples-view.ts';
import { renderFigure } from '../../../src/widgets/rmsprop/figure.ts';
import { rmspropFigure } from '../../../src/widgets/rmsprop/model.ts';
import {
  type Courses,
  conventions,
  type State,
  shownTrainingStep,
} from '../../../src/widgets/rmsprop/state.ts';
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
  it('square a power of ten as a whole', async () => {
    expect(workedLines('small', await worked(start))[1]).toContain(
      '((5 × 10⁻⁵)² − 0.1 · (1 × 10⁻⁵)²) / 0.9 = 2.77 × 10⁻⁹',
    );
  });
  it('give 4 with PyTorch’s', async () => {
    const state = await worked(model.update(start, { kind: 'choose convention', name: 'pytorch' }));
    expect(workedLines('large', state)[3]).toContain('4 times the learning rate');
  });
});

describe('the training of the recurrent network', () => {
  const run = (norms: number[]) => ({
    norms,
    losses: norms.map((norm) => norm / 4),
    accuracies: norms.map(() => 0.25),
  });
  const trained = (['none', 'clipping', 'rmsprop'] as const).reduce(
    (state, remedy) =>
      model.update(state, { kind: 'trained', training: state.training, remedy, run: run([2, 8, 0.5]) }),
    model.update(start, { kind: 'show', view: 'recurrent' }),
  );
  it('shows the latest step until the reader goes to another', () => {
    expect(shownTrainingStep(trained)).toBe(3);
    expect(model.describe(trained)).toMatch(/largest gradient 8 at step 2, .+ Training goes on\.$/);
    const back = model.update(trained, { kind: 'go to', position: 2 });
    expect(back.position).toBe(start.position);
    expect(model.describe(back)).toMatch(
      /^Training step 2\. Gradient descent: gradient 8 long, loss 2, 25 % of the batch right; With clipping: gradient 8 long, clipped to 1, /,
    );
    expect(model.table(back).columns).toContain('Gradient at step 2');
    expect(model.table(back).rows[0].slice(-2)).toEqual(['8', '2']);
  });
  it('is walked through step by step, and begins again from its end', () => {
    const first = model.update(model.update(trained, { kind: 'go to', position: 0 }), {
      kind: 'play',
      playing: true,
    });
    expect(model.describe(first)).toMatch(/^Before the first step/);
    expect(shownTrainingStep(model.update(first, { kind: 'walk' }))).toBe(1);
    expect(model.update({ ...trained, trainingStep: 2 }, { kind: 'play', playing: true }).trainingStep).toBe(
      2,
    );
  });
  it('comes back from its link', () => {
    const back = model.update(trained, { kind: 'go to', position: 2 });
    const { settings, notes } = readSettings(model, writeSettings(model, model.settingsOf(back)));
    expect(notes).toEqual([]);
    expect(model.initial(settings)).toMatchObject({ view: 'recurrent', trainingStep: 2 });
  });
});

it('draws how far each weight moves, beside the learning rate times the gradient', async () => {
  const state = await raced(start);
  const { series } = stepSpec(state);
  const { moments } = (state.courses as Courses).rmsprop;
  expect(series.map(({ name }) => name)).toEqual(['step of w₁', 'step of w₂', 'η |g| of w₁', 'η |g| of w₂']);
  expect(series[0].points[0]).toEqual([0, Math.abs(moments[1].w[0] - moments[0].w[0])]);
  // From a mean square of zero the first step is η/√(1 − ρ) long along both, whatever the gradient is.
  for (const axis of [0, 1]) expect(series[axis].points[0][1]).toBeCloseTo(0.02 / Math.sqrt(0.1), 5);
  expect(series[2].points[0][1]).toBeCloseTo(0.02 * Math.abs(moments[0].gradient[0]), 10);
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
