// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import { perceptronModel } from '../../../src/widgets/perceptron/model.ts';
import type { State, Update } from '../../../src/widgets/perceptron/state.ts';
import { logView } from '../../../src/widgets/perceptron/update-view.ts';

const initial = perceptronModel.initial(startSettings(perceptronModel));
const update = (bias: number): Update => ({
  example: 0,
  point: { at: [1, 0], label: 1 },
  rule: 'perceptron',
  learningRate: 1,
  sum: bias,
  mistake: true,
  before: { weights: [0, 0], bias },
  after: { weights: [0, 0], bias: bias + 1 },
});
const trail = (length: number, from = 0): Update[] => Array.from({ length }, (_, i) => update(from + i));
const at = (updates: Update[], position = updates.length): State => ({ ...initial, updates, position });

function stepsOf(element: HTMLElement): string[] {
  return [...element.querySelectorAll('tbody tr')].map(
    (row) => `${row.querySelector('th')?.textContent}: ${row.querySelector('td:last-child')?.textContent}`,
  );
}

describe('the log of steps', () => {
  it('shows each step with its number and what it changed', () => {
    const log = logView();
    log.render(at(trail(2)));
    expect(stepsOf(log.element)).toEqual(['1: 0 → 1', '2: 1 → 2']);
  });
  it('adds one row for one step and leaves the others alone', () => {
    const log = logView();
    const updates = trail(3);
    log.render(at(updates, 2));
    const [first] = log.element.querySelectorAll('tbody tr');
    log.render(at(updates, 3));
    expect(log.element.querySelector('tbody tr')).toBe(first);
    expect(stepsOf(log.element)).toHaveLength(3);
  });
  it('loses the rows of steps that were taken back', () => {
    const log = logView();
    log.render(at(trail(3)));
    log.render(at(trail(3), 1));
    expect(stepsOf(log.element)).toEqual(['1: 0 → 1']);
  });
  it('is replaced by another trail of the same length', () => {
    const log = logView();
    log.render(at(trail(2)));
    log.render(at(trail(2, 10)));
    expect(stepsOf(log.element)).toEqual(['1: 10 → 11', '2: 11 → 12']);
  });
  it('keeps the latest 80 rows of a long training', () => {
    const log = logView();
    const updates = trail(200);
    for (const position of [79, 80, 81, 200]) log.render(at(updates, position));
    const steps = stepsOf(log.element);
    expect(steps).toHaveLength(80);
    expect(steps[0]).toBe('121: 120 → 121');
    expect(steps.at(-1)).toBe('200: 199 → 200');
  });
});
