import { describe, expect, it } from 'vitest';
import { addingProblem } from '../../src/datasets/adding-problem.ts';
import { recall } from '../../src/datasets/recall.ts';
import { random } from '../../src/trainer/initializers/random.ts';

describe('addingProblem', () => {
  const length = 11;
  const { count, x, target } = addingProblem(3000, length, random(1));
  const sequence = (i: number) =>
    Array.from({ length }, (_, step) => {
      const at = 2 * (i * length + step);
      return { value: x[at], mark: x[at + 1] };
    });

  it('marks one number in each half and asks for the sum of the two', () => {
    for (let i = 0; i < count; i++) {
      const marked = sequence(i).flatMap(({ mark }, step) => (mark === 1 ? [step] : []));
      expect(marked).toHaveLength(2);
      expect(marked[0]).toBeLessThan(5);
      expect(marked[1]).toBeGreaterThanOrEqual(5);
      expect(target[i]).toBeCloseTo(sequence(i)[marked[0]].value + sequence(i)[marked[1]].value, 6);
    }
  });
  it('marks every step sooner or later, and marks with nothing but 0 and 1', () => {
    const marks = Array.from({ length }, () => 0);
    for (let i = 0; i < count; i++)
      sequence(i).forEach(({ mark }, step) => {
        marks[step] += mark;
      });
    // 3,000 marks over 5 places, and over 6.
    for (const many of marks.slice(0, 5)) expect(Math.abs(many - 600)).toBeLessThan(90);
    for (const many of marks.slice(5)) expect(Math.abs(many - 500)).toBeLessThan(90);
  });
  it('has a mean squared error of 1/6 for the answer 1', () => {
    const error = target.reduce((sum, one) => sum + (one - 1) ** 2, 0) / count;
    expect(Math.abs(error - 1 / 6)).toBeLessThan(0.01);
  });
  it('fits the shortest sequence that has two halves', () => {
    expect(Array.from(addingProblem(1, 2, random(1)).x.filter((_, i) => i % 2 === 1))).toEqual([1, 1]);
  });
  it('refuses a sequence too short for two marks', () => {
    expect(() => addingProblem(1, 1, random(1))).toThrow('a sequence has at least 2 steps, got 1');
  });
});

describe('recall', () => {
  const [symbols, lag] = [3, 5];
  const width = 2 * symbols + 1;
  const { count, x, target } = recall(600, { symbols, lag }, random(1));
  const shown = (i: number) =>
    Array.from({ length: lag + 2 }, (_, step) => {
      const start = (i * (lag + 2) + step) * width;
      const bits = Array.from(x.subarray(start, start + width));
      expect(bits.reduce((sum, one) => sum + one, 0)).toBe(1);
      return bits.indexOf(1);
    });

  it('shows a cue, distractors that are no cues, and the question', () => {
    for (let i = 0; i < count; i++) {
      const [cue, ...rest] = shown(i);
      const question = rest.pop();
      expect(cue).toBeLessThan(symbols);
      expect(rest).toHaveLength(lag);
      for (const distractor of rest) {
        expect(distractor).toBeGreaterThanOrEqual(symbols);
        expect(distractor).toBeLessThan(2 * symbols);
      }
      expect(question).toBe(2 * symbols);
    }
  });
  it('asks for the cue', () => {
    for (let i = 0; i < count; i++) {
      const answer = target.subarray(i * symbols, (i + 1) * symbols);
      expect(Array.from(answer).map((one, symbol) => one * (symbol + 1))).toContain(shown(i)[0] + 1);
      expect(answer.reduce((sum, one) => sum + one, 0)).toBe(1);
    }
  });
  it('draws every cue about equally often', () => {
    const counts = Array.from({ length: symbols }, (_, cue) =>
      Array.from({ length: count }, (__, i) => target[i * symbols + cue]).reduce((sum, one) => sum + one, 0),
    );
    for (const one of counts) expect(Math.abs(one - 200)).toBeLessThan(50);
  });
  it('may ask at once', () => expect(recall(1, { symbols: 2, lag: 0 }, random(1)).x).toHaveLength(10));
  it('refuses a task without a choice or with a lag below 0', () => {
    expect(() => recall(1, { symbols: 1, lag: 2 }, random(1))).toThrow(
      'at least 2 symbols are needed, got 1',
    );
    expect(() => recall(1, { symbols: 2, lag: -1 }, random(1))).toThrow('lag must be at least 0, got -1');
  });
});
