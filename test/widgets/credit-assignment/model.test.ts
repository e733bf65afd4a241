// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { gradients } from '../../../src/graph/autodiff.ts';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { graph } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { stepGraph } from '../../../src/recipes/step-graph.ts';
import xorMlp from '../../../src/recipes/xor-mlp.ts';
import { answersAt, nextMoments } from '../../../src/widgets/credit-assignment/compute.ts';
import { renderFigure, trainedState } from '../../../src/widgets/credit-assignment/figure.ts';
import { model } from '../../../src/widgets/credit-assignment/model.ts';
import { freshNetwork, points, steps } from '../../../src/widgets/credit-assignment/network.ts';
import { blameRows } from '../../../src/widgets/credit-assignment/sentences.ts';
import {
  answersOf,
  blameOf,
  momentOf,
  mostSteps,
  rightCount,
  type State,
} from '../../../src/widgets/credit-assignment/state.ts';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { referenceRunner } from '../reference-runner.ts';

const settings = startSettings(model);
const start = model.initial({ ...settings, steps: 2 });
const train = async (state: State): Promise<State> =>
  model.update(state, {
    kind: 'trained',
    course: state.course,
    moments: await nextMoments(referenceRunner, state),
  });

describe('the two learners', () => {
  let state: State;
  beforeAll(async () => {
    state = await train(start);
  });

  it('start from the same weights and the same loss', () => {
    const [first] = state.moments;
    expect(first.output.before).toEqual(first.all.before);
    expect(first.output.loss).toBe(first.all.loss);
  });
  it('change the output unit alone, or everything', () => {
    const [{ output, all }] = state.moments;
    const changed = (step: typeof output) =>
      Object.keys(step.before).filter((name) => step.after[name] !== step.before[name]);
    expect(changed(output)).toEqual(['output.weights', 'output.bias']);
    expect(changed(all)).toEqual(['hidden.weights', 'hidden.bias', 'output.weights', 'output.bias']);
  });
  it('go on from where each of them was', () => {
    expect(state.moments).toHaveLength(3);
    expect(state.moments[2].output.before).toBe(state.moments[1].output.after);
  });
  it('take their steps by the gradient, which is the blame that is shown', () => {
    const { parameters, measures, batch } = xorMlp.build(4);
    const slopes = gradients(measures.loss, parameters);
    const outputs = Object.fromEntries(parameters.map(({ name }, i) => [`${name}.slope`, slopes[i]]));
    const exact = evaluate(graph('slopes', outputs, [...batch, ...parameters]), {
      x: points.x,
      target: points.target,
      ...freshNetwork(1),
    });
    for (const { name } of parameters)
      blameOf(state.moments[0].all, name, 0.5)?.forEach((blame, i) => {
        expect(blame).toBeCloseTo(exact[`${name}.slope`].data[i], 5);
      });
    expect(blameOf(state.moments[0].output, 'hidden.weights', 0.5)).toBeNull();
    expect(
      blameRows(state)
        .map(({ cells }) => cells[0])
        .slice(0, 7),
    ).toEqual([...new Array(6).fill('not asked'), expect.stringMatching(/^−?0\.\d+$/)]);
  });
  it('learn by the step of the recipe, which has made step.onnx', () => {
    expect(Buffer.compare(encodeModel(steps.all), encodeModel(stepGraph(xorMlp)))).toBe(0);
  });
  it('answer for the moment that is shown, and for no other', async () => {
    const of = momentOf(state);
    const answered = model.update(state, {
      kind: 'answered',
      answers: await answersAt(referenceRunner, of as NonNullable<typeof of>),
    });
    expect(answersOf(answered)?.all).toHaveLength(4);
    expect(answersOf(model.update(answered, { kind: 'go to', position: 0 }))).toBeNull();
  });
});

describe('the state', () => {
  it('begins anew with another seed or rate, and drops answers to the old course', async () => {
    const state = await train(start);
    const changed = model.update(state, { kind: 'change course', change: { seed: 2 } });
    expect(changed).toMatchObject({ moments: [], position: 2, course: { seed: 2, rate: 0.5 } });
    expect(model.update(changed, { kind: 'trained', course: state.course, moments: state.moments })).toBe(
      changed,
    );
  });
  it('goes no further than there are steps, and rests there', () => {
    const playing = model.update(start, { kind: 'play', playing: true });
    const end = model.update(playing, { kind: 'go to', position: mostSteps + 5 });
    expect([playing.playing, end.position, end.playing]).toEqual([true, mostSteps, false]);
    expect(model.update(end, { kind: 'play', playing: true }).playing).toBe(false);
  });
  it('is in a link whole', () => {
    const state = model.update(start, { kind: 'change course', change: { seed: 11, rate: 2 } });
    const { settings: read, notes } = readSettings(model, writeSettings(model, model.settingsOf(state)));
    expect([model.initial(read), notes]).toEqual([state, []]);
  });
});

describe('the figure that the build makes', () => {
  it('draws both losses, and says what they are', async () => {
    document.body.innerHTML = await renderFigure();
    expect(document.querySelectorAll('svg[role="img"]')).toHaveLength(2);
    expect(document.querySelectorAll('.drawn-wide .plot-line')).toHaveLength(2);
    expect(document.body.textContent).toContain('the second has learnt XOR');
  });
  it('says where blame does not help either', async () => {
    const stuck = await trainedState({ seed: 2, rate: 0.5, steps: 400 });
    expect(model.describe(stuck)).toContain('even the second gets stuck');
    expect(rightCount(stuck, 'all', points.target)).toBeLessThan(4);
  });
});
