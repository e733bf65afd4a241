import { describe, expect, it } from 'vitest';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { answerAt, leadOf } from '../../../src/widgets/training/markup.ts';
import { model, update } from '../../../src/widgets/training/model.ts';
import { freshNetwork } from '../../../src/widgets/training/network.ts';
import {
  aboutChance,
  feedbackOf,
  describe as inWords,
  verdict,
} from '../../../src/widgets/training/sentences.ts';
import {
  canTrain,
  epochsShown,
  hasEnded,
  labelOf,
  type Moment,
  momentOf,
  type State,
} from '../../../src/widgets/training/state.ts';

const first = model.initial(startSettings(model));
const momentWith = (loss: number, heldOut = loss): Moment => ({
  parameters: {},
  training: { loss, accuracy: 0.5 },
  heldOut: { loss: heldOut, accuracy: 0.4 },
  probabilities: Float32Array.of(0.5, 0.3, 0.2, 0.1, 0.2, 0.7),
});
const trained = (...losses: number[]): State => ({
  ...first,
  position: losses.length - 1,
  moments: losses.map((loss) => momentWith(loss)),
});

describe('the training', () => {
  it('is shown as far as it is asked for and done', () => {
    const state = trained(3, 2, 1);
    expect(momentOf(state)?.training.loss).toBe(1);
    expect(epochsShown({ ...state, position: 9 })).toBe(2);
    expect(momentOf({ ...state, moments: [] })).toBeNull();
  });

  it('begins anew, for as many epochs, when the course changes, and drops answers to the old one', () => {
    const state = trained(3, 2, 1);
    const changed = update(state, { kind: 'change course', change: { seed: 2 } });
    expect(changed).toMatchObject({ moments: [], position: 2, course: { seed: 2 } });
    expect(update(changed, { kind: 'trained', course: state.course, moment: momentWith(1) })).toBe(changed);
  });

  it('ends where the loss is no number, and says why', () => {
    const state = trained(1, Number.NaN);
    expect([hasEnded(state), canTrain(state)]).toEqual([true, false]);
    expect(inWords(state)).toContain('too large');
  });

  it('is in a link whole', () => {
    const state = update(trained(1, 1), { kind: 'change course', change: { batchSize: 80, unit: 'bits' } });
    const query = writeSettings(model, model.settingsOf(state));
    expect(model.initial(readSettings(model, query).settings)).toMatchObject({
      course: state.course,
      position: 1,
    });
  });
});

describe('the sentences', () => {
  it('compare the untrained network with guessing, and bits with nats', () => {
    expect(inWords(trained(1.1))).toContain('33.3 %');
    const bits = update(trained(1), { kind: 'change course', change: { unit: 'bits' } });
    expect(inWords({ ...bits, moments: [momentWith(1)] })).toContain('1.44 bits');
  });
  it('notice a loss that leaps, one that does not move, and one that holds for the training points only', () => {
    const flat = Array.from({ length: 12 }, () => 1.09);
    expect(verdict(trained(...flat))).toContain('hardly moved');
    expect(verdict(trained(...flat.slice(1), 0.2))).toContain('leap');
    const gap = trained(...Array.from({ length: 12 }, () => 0.2));
    expect(verdict(gap)).toBe('');
    const overfitted = { ...gap, moments: gap.moments.map(() => momentWith(0.2, 0.4)) };
    expect(verdict(overfitted)).toContain('these points only');
  });
  it('give the mean of the untrained networks', () => {
    const untrained = [0.2, 0.3, 0.7].map((accuracy) => ({ accuracy, loss: 1 }));
    expect(aboutChance({ ...first, untrained })).toContain(
      'between 20 % and 70 % of the points right, 40 % on average',
    );
  });
});

describe('feedback', () => {
  it('is probability minus target, and adds up to zero', () => {
    const feedback = feedbackOf({ ...trained(1), example: 1 });
    expect(labelOf(1)).toBe(1);
    expect(feedback.map(({ target }) => target)).toEqual([0, 1, 0]);
    expect(feedback.map(({ error }) => Number(error.toFixed(6)))).toEqual([0.1, -0.8, 0.7]);
  });
});

describe('leadOf', () => {
  it('is positive only where the class has the largest probability', () => {
    const probabilities = [0.5, 0.3, 0.2, 0.1, 0.2, 0.7];
    expect(Array.from(leadOf(probabilities, 0), (one) => Math.sign(one))).toEqual([1, -1]);
    expect(Array.from(leadOf(probabilities, 2), (one) => Math.sign(one))).toEqual([-1, 1]);
    expect([answerAt(probabilities, 0), answerAt(probabilities, 1)]).toEqual([0, 2]);
  });
});

describe('freshNetwork', () => {
  it('is another one for each seed, the same for the same, with biases of zero', () => {
    expect(freshNetwork(3)).toEqual(freshNetwork(3));
    expect(freshNetwork(3)['first.weights']).not.toEqual(freshNetwork(4)['first.weights']);
    expect(Math.max(...freshNetwork(3)['second.bias'])).toBe(0);
  });
});
