import { describe, expect, it } from 'vitest';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import { perceptronModel } from '../../../src/widgets/perceptron/model.ts';
import {
  describeBound,
  describeEnding,
  describeFit,
  describePoint,
  describe as describeState,
} from '../../../src/widgets/perceptron/sentences.ts';
import { type Measured, type State, type Update, zero } from '../../../src/widgets/perceptron/state.ts';
import { update } from '../../../src/widgets/perceptron/update.ts';
import { changeText, sumText } from '../../../src/widgets/perceptron/update-view.ts';

const initial = perceptronModel.initial(startSettings(perceptronModel));
const xor = update(initial, { kind: 'choose preset', preset: 'xor' });
const measured = (...scores: number[]): Measured => ({
  outcomes: scores.map((score) => ({ score, answer: score > 0 ? 1 : -1 })),
  field: new Float32Array(4),
  rival: null,
  hiddenSpace: null,
});
const example3: Update = {
  example: 2,
  point: { at: [1, 0], label: 1 },
  rule: 'perceptron',
  learningRate: 1,
  sum: -1.5,
  mistake: true,
  before: { weights: [-2, 1], bias: 0.5 },
  after: { weights: [-1, 1], bias: 1.5 },
};
const stepped: State = { ...xor, start: example3.before, updates: [example3], position: 1 };

describe('the fit', () => {
  it('counts a point on the line as wrong', () => {
    expect(describeFit({ ...xor, measured: measured(0, 1, 1, 1) }, 3)).toBe(
      '2 of 4 are right. No line separates these points: the best any line can do is 3 of 4.',
    );
  });
  it('says that there is no boundary while every sum is 0', () => {
    expect(describeFit({ ...xor, measured: measured(0, 0, 0, 0) }, 3)).toMatch(
      /^Every sum is 0, so there is no boundary yet\./,
    );
  });
  it('compares the hidden layer with the best line', () => {
    const shown = { ...xor, view: 'hidden' as const, measured: measured(-0.4, 0.4, 0.4, -0.4) };
    expect(describeFit(shown, 3)).toBe(
      'With the hidden layer 4 of 4 are right. The best any line can do is 3 of 4.',
    );
  });
  it('asks for a point where there is none', () => {
    expect(describeFit({ ...xor, points: [] }, 0)).toMatch(/^There are no points\./);
  });
});

describe('a point', () => {
  it('tells its place, what it wants and whether it gets it', () => {
    expect(describePoint({ ...xor, measured: measured(-1, -1, 1, 1) }, 1)).toBe(
      'Point 2 of 4 at (0, 1), wanted +1, wrong',
    );
  });
});

describe('the live sentence', () => {
  it('tells the step in numbers, then how all points fare', () => {
    const state = { ...stepped, measured: measured(1, 1, 1, 1) };
    expect(describeState(state)).toBe(
      'Step 1: example 3 at (1, 0) wanted +1, sum −1.5, a mistake. Now w₁ −1, w₂ 1, b 1.5. ' +
        '2 of 4 are right. No line separates these points: the best any line can do is 3 of 4.',
    );
  });
  it('speaks of labels 0 and 1 where these are the labels', () => {
    const state: State = { ...stepped, labels: 'bits', measured: measured(1, 1, 1, 1) };
    expect(describeState(state)).toMatch(/^Step 1: example 3 at \(1, 0\) wanted 1, sum −1\.5, a mistake\./);
  });
});

describe('the sentence after an ending', () => {
  /** A pass through the corners at zero weights: each sum is 0, so each example is a mistake. */
  const passOf = (state: State, unit: Update['after']): State => ({
    ...state,
    updates: state.points.map((point, example) => ({
      ...example3,
      example,
      point,
      before: zero,
      after: example === 3 ? unit : example3.after,
    })),
    position: 4,
  });
  it('still tells what the best line can do where the passes repeat', () => {
    const state = { ...passOf(xor, zero), measured: measured(0, 0, 0, 0) };
    expect(describeState(state)).toMatch(
      /will repeat for ever, with 4 mistakes a pass\. Every sum is 0, so there is no boundary yet\. No line separates these points: the best any line can do is 3 of 4\.$/,
    );
  });
  it('says nothing of points beyond all bounds', () => {
    const state = { ...passOf(xor, { weights: [1e7, 0], bias: 0 }), measured: measured(1, 1, 1, 1) };
    expect(describeState(state)).toMatch(/take a smaller learning rate\.$/);
  });
});

describe('the bound', () => {
  const and = update(initial, { kind: 'choose preset', preset: 'and' });
  it('is 51 for AND, beside the mistakes since zero weights', () => {
    expect(describeBound(and)).toBe('No mistakes since zero weights, and never more than 51 can come.');
  });
  it('is not counted for a unit that came from elsewhere', () => {
    expect(describeBound({ ...and, start: example3.before, earlier: null })).toMatch(
      /are not counted against that\.$/,
    );
  });
  it('is not there where no line separates the points', () => {
    expect(describeBound(xor)).toBe('No line separates these points, so no bound holds for them.');
  });
  it('does not hold for the delta rule', () => {
    expect(describeBound({ ...and, rule: 'delta' })).toMatch(/For the delta rule no such bound holds\.$/);
  });
});

describe('endings', () => {
  const course = { passes: 1, mistakes: 4, latestMistakes: 4 };
  it('names the pass from which everything repeats', () => {
    expect(describeEnding(xor, { ...course, ending: { kind: 'cycle', from: 1, to: 1, unit: zero } })).toBe(
      'After pass 1 the weights are back at w₁ 0, w₂ 0, b 0, where they were before pass 1: this pass will repeat for ever, with 4 mistakes a pass.',
    );
  });
  it('names the learning rate that was too high and the way out', () => {
    const state = { ...xor, learningRate: 2 };
    expect(describeEnding(state, { ...course, ending: { kind: 'diverged' } })).toMatch(
      /learning rate of 2 .+ take a smaller learning rate\.$/,
    );
  });
});

describe('an update in numbers', () => {
  it('puts the numbers into w·x + b', () => {
    expect(sumText(example3)).toBe('−2 · 1 + 1 · 0 + 0.5 = −1.5');
  });
  it('shows learning rate · wanted · input for the perceptron rule', () => {
    expect(changeText({ ...example3, point: { at: [1, 0], label: -1 } }, 1)).toBe('1 · (−1) · 1 = −1');
  });
  it('shows learning rate · (wanted − sum) · input for the delta rule', () => {
    expect(changeText({ ...example3, rule: 'delta', learningRate: 0.1 }, 1)).toBe('0.1 · 2.5 · 1 = 0.25');
  });
  it('shows no change where the perceptron rule saw no mistake', () => {
    expect(changeText({ ...example3, mistake: false }, 1)).toBe('none');
  });
});
