import { describe, expect, it } from 'vitest';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { factorPerStep } from '../../../src/widgets/stochastic-gradient-descent/curvature.ts';
import { magnification } from '../../../src/widgets/stochastic-gradient-descent/markup.ts';
import { model, update } from '../../../src/widgets/stochastic-gradient-descent/model.ts';
import {
  batchOfStep,
  possibleBatches,
  spreadOfMeans,
} from '../../../src/widgets/stochastic-gradient-descent/sampling.ts';
import {
  aboutCloud,
  describe as inWords,
  verdict,
} from '../../../src/widgets/stochastic-gradient-descent/sentences.ts';
import {
  canStep,
  hasEnded,
  limitsOf,
  type Measured,
  placeOf,
  type State,
  type Step,
  stepsShown,
} from '../../../src/widgets/stochastic-gradient-descent/state.ts';

const first = model.initial(startSettings(model));
const stepTo = (slope: number, intercept: number): Step => ({
  batch: [0],
  batchLoss: 1,
  after: [slope, intercept],
  loss: 1,
});
const walked: State = { ...first, position: 2, trail: [stepTo(1, 2), stepTo(3, 4)] };
/** A bowl with curvatures 2 and 0.5, so that rates up to 1 are stable. */
const measured: Measured = {
  at: [3, 4],
  here: { loss: 1, gradient: [0.3, 0.4], slopeSlope: 2, slopeIntercept: 0, interceptIntercept: 0.5 },
  cloud: { gradients: [], mean: [0.3, 0.4], spread: 1, expected: 1.01 },
  steepestExample: 8,
  curve: new Float32Array(0),
};
const surface = { losses: new Float32Array(0), floor: { at: [0, 0] as const, loss: 0.25 }, startLoss: 9 };

describe('batchOfStep', () => {
  const of = { count: 64, batchSize: 16, seed: 5 };
  it('deals every example out once in an epoch when shuffled, in another order in the next', () => {
    const epoch = (from: number) => [0, 1, 2, 3].flatMap((i) => batchOfStep(from + i, 'shuffled', of));
    expect([...epoch(0)].sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => i));
    expect(epoch(4)).not.toEqual(epoch(0));
    expect(batchOfStep(2, 'shuffled', { ...of, seed: 6 })).not.toEqual(batchOfStep(2, 'shuffled', of));
  });
  it('repeats examples with replacement', () => {
    const drawn = Array.from({ length: 4 }, (_, i) => batchOfStep(i, 'replacement', of)).flat();
    expect(new Set(drawn).size).toBeLessThan(64);
  });
});

describe('possibleBatches', () => {
  it('holds no example twice without replacement', () => {
    for (const batch of possibleBatches(20, 'shuffled', { count: 64, batchSize: 32, seed: 1 }))
      expect(new Set(batch).size).toBe(32);
  });
});

describe('spreadOfMeans', () => {
  it('halves with four times the examples, and corrects for a finite set', () => {
    expect(spreadOfMeans(2, 'replacement', { count: 64, batchSize: 16 })).toBe(0.5);
    expect(spreadOfMeans(2, 'shuffled', { count: 64, batchSize: 16 })).toBeCloseTo(
      0.5 * Math.sqrt(48 / 63),
      12,
    );
    expect(spreadOfMeans(2, 'shuffled', { count: 64, batchSize: 64 })).toBe(0);
  });
});

describe('the walk', () => {
  it('is shown as far as it is asked for and computed', () => {
    expect(placeOf(walked)).toEqual([3, 4]);
    expect(placeOf({ ...walked, position: 1 })).toEqual([1, 2]);
    expect(placeOf({ ...walked, position: 0 })).toEqual(first.course.start);
    expect(stepsShown({ ...walked, position: 9 })).toBe(2);
  });

  it('keeps its steps when it goes back, and loses them when the course changes', () => {
    expect(update(walked, { kind: 'go to', position: 1 }).trail).toHaveLength(2);
    const changed = update(walked, { kind: 'change course', change: { learningRate: 0.5 } });
    expect(changed).toMatchObject({ trail: [], position: 2, course: { learningRate: 0.5, batchSize: 4 } });
  });

  it('takes no answers to a course that is no longer shown', () => {
    const changed = update(walked, { kind: 'change course', change: { seed: 2 } });
    const steps = [stepTo(9, 9)];
    expect(update(changed, { kind: 'descended', course: walked.course, steps })).toBe(changed);
    expect(update(changed, { kind: 'measured', course: walked.course, measured })).toBe(changed);
    // The land is the same whatever the seed.
    expect(update(changed, { kind: 'surveyed', course: walked.course, surface }).surface).toBe(surface);
    const summed = update(walked, { kind: 'change course', change: { reduction: 'sum' } });
    expect(update(summed, { kind: 'surveyed', course: walked.course, surface })).toBe(summed);
  });

  it('ends where a parameter has passed ten thousand, and does not play on', () => {
    const lost = { ...walked, trail: [stepTo(1, 2), stepTo(-2e4, 1)] };
    expect([hasEnded(lost), canStep(lost), canStep({ ...lost, position: 1 })]).toEqual([true, false, true]);
    expect(update(lost, { kind: 'play', playing: true }).playing).toBe(false);
    expect(hasEnded({ trail: [stepTo(Number.NaN, 0)] })).toBe(true);
    expect(inWords({ ...lost, surface })).toContain('diverged');
  });

  it('comes with the start, rate and batch of its problem when another is chosen', () => {
    const { course, measured: left } = update(
      { ...walked, measured },
      { kind: 'choose problem', problem: 'neuron' },
    );
    expect(course).toMatchObject({ start: [-2, -1], batchSize: 8, learningRate: 0.5 });
    expect(left).toBeNull();
  });

  it('is in a link whole, and a hostile link gives the nearest that there is', () => {
    const state = update(walked, {
      kind: 'change course',
      change: { start: [0.5, -1], batchSize: 16, seed: 7 },
    });
    const query = writeSettings(model, model.settingsOf(state));
    const again = model.initial(readSettings(model, query).settings);
    expect(again).toMatchObject({ course: state.course, position: 2 });
    const { settings, notes } = readSettings(
      model,
      '?stochastic-gradient-descent.batch=9999&stochastic-gradient-descent.rate=-3&stochastic-gradient-descent.problem=sea',
    );
    expect(settings).toMatchObject({ batch: 64, rate: 0.005, problem: 'line' });
    expect(notes).toHaveLength(3);
  });
});

describe('limitsOf', () => {
  it('is 2/λ for the mean, and for the sum as many times less as there are examples in the batch', () => {
    expect(limitsOf(walked, measured)).toMatchObject({
      steepest: 2,
      flattest: 0.5,
      stable: 1,
      stableForEach: 0.25,
    });
    // The landscape of the sum is 64 times as high, and a batch of 4 goes down a sixteenth of it.
    const sum = { ...walked, course: { ...walked.course, reduction: 'sum' as const } };
    const high = { ...measured, here: { ...measured.here, slopeSlope: 128, interceptIntercept: 32 } };
    expect(limitsOf(sum, high)).toMatchObject({ steepest: 8, stable: 0.25 });
  });
  it('has no border where nothing curves upwards', () => {
    const flat = { ...measured, here: { ...measured.here, slopeSlope: -2, interceptIntercept: -1 } };
    expect(limitsOf(walked, flat).stable).toBe(Number.POSITIVE_INFINITY);
    expect(verdict({ ...walked, measured: flat })[0]).toContain('no direction');
  });
});

describe('the verdict', () => {
  const at = (learningRate: number) =>
    verdict({ ...walked, measured, course: { ...walked.course, learningRate } }).join(' ');
  it('calls a rate beyond 2/λ by its consequence, with the factor of each step', () => {
    expect(factorPerStep(1.1, 2)).toBeCloseTo(1.2, 12);
    expect(at(1.1)).toContain('1.2 times as far');
    expect(at(0.8)).toContain('beyond the floor');
    expect(at(0.2)).toContain('keeps 0.6');
    expect(at(0.005)).toContain('Crawling');
  });
});

describe('the cloud in words', () => {
  it('says whether noise or slope is larger', () => {
    expect(aboutCloud({ ...walked, measured })).toContain('The noise is larger');
    const calm = { ...measured, cloud: { ...measured.cloud, spread: 0.1 } };
    expect(aboutCloud({ ...walked, measured: calm })).toContain('The slope is larger');
    const still = { ...measured, cloud: { ...measured.cloud, spread: 0 } };
    expect(aboutCloud({ ...walked, measured: still })).toContain('no noise');
  });
});

describe('magnification', () => {
  it('is 1 where the step can be seen, and as large as needed up to 100 where it cannot', () => {
    const of = (learningRate: number) =>
      magnification({ ...walked, measured, course: { ...walked.course, learningRate } });
    // 0.12 of a landscape 5.5 wide is 0.66; the slope and the spread together are 1.5.
    expect([of(1), of(0.3), of(0.05), of(0.001)]).toEqual([1, 2, 10, 100]);
  });
});
