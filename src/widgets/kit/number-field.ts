/** A number to be typed. What lies outside the range becomes the nearest value, and a note says so. */

import type { Control } from './controls.ts';
import { html, setText } from './dom.ts';
import { formatNumber } from './number-format.ts';

export interface NumberFieldOptions {
  readonly label: string;
  /** What is read out, if not the label and the unit. */
  readonly name?: string;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  /** Between two whole steps of this size nothing is allowed; without it, any number is. */
  readonly step?: number;
  /** Read out and shown after the number. */
  readonly unit?: string;
  /** What one press of an arrow key makes of a value; adds or takes the step by default. */
  readonly shift?: (value: number, by: 1 | -1) => number;
}

export interface NumberField extends Control<number> {
  /** The input alone, for a part that has a label of its own. */
  readonly input: HTMLInputElement;
  /** Where the note stands; empty as long as there is nothing to say. */
  readonly note: HTMLElement;
}

/** The nearest allowed value and, if another was asked for, a sentence. */
export function nearestNumber(
  asked: number,
  { min, max, step, unit = '' }: Pick<NumberFieldOptions, 'min' | 'max' | 'step' | 'unit'>,
): { readonly value: number; readonly note: string } {
  const text = (value: number) => `${formatNumber(value, 6)}${unit && ` ${unit}`}`;
  if (asked < min) return { value: min, note: `The least is ${text(min)}.` };
  if (asked > max) return { value: max, note: `The most is ${text(max)}.` };
  if (!step) return { value: asked, note: '' };
  const whole = Number((min + Math.round((asked - min) / step) * step).toPrecision(12));
  const value = Math.min(max, whole);
  return { value, note: Math.abs(value - asked) < step * 1e-6 ? '' : `Steps of ${text(step)}.` };
}

export function numberField(options: NumberFieldOptions): NumberField {
  const { label, min, max, step, unit, onChange } = options;
  let shown = Number.NaN;
  const input = html('input', {
    type: 'number',
    class: 'number-input',
    min,
    max,
    step: step ?? 'any',
    inputmode: min < 0 ? null : 'decimal',
    'aria-label': options.name ?? (unit ? `${label} in ${unit}` : null),
  });
  const note = html('span', { class: 'field-note', role: 'status' });
  const element = html(
    'div',
    { class: 'number-field' },
    html(
      'label',
      {},
      html('span', { class: 'slider-label' }, label),
      input,
      unit && html('span', { class: 'field-unit' }, unit),
    ),
    note,
  );

  const commit = () => {
    const asked = input.valueAsNumber;
    if (Number.isNaN(asked)) {
      setText(note, `Not a number; ${formatNumber(shown, 6)} stays.`);
      input.value = String(shown);
      return;
    }
    // Enter is followed by a change: what has been taken is not to be taken again, and its note stays.
    if (asked !== shown) take(asked);
  };
  const take = (asked: number) => {
    const nearest = nearestNumber(asked, options);
    setText(note, nearest.note);
    input.value = String(nearest.value);
    if (nearest.value === shown) return;
    shown = nearest.value;
    onChange(nearest.value);
  };
  input.addEventListener('input', () => setText(note, ''));
  input.addEventListener('change', commit);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    if (!options.shift && step) return;
    event.preventDefault();
    const from = Number.isNaN(input.valueAsNumber) ? shown : input.valueAsNumber;
    const by = event.key === 'ArrowUp' ? 1 : -1;
    const next = options.shift ? options.shift(from, by) : from + (by * (max - min)) / 100;
    take(Number(next.toPrecision(6)));
  });

  return {
    element,
    input,
    note,
    set(value, { disabled = false } = {}) {
      input.disabled = disabled;
      // What the reader is typing stays as typed.
      if (value !== shown && !(document.activeElement === input && input.valueAsNumber === value)) {
        input.value = String(value);
        setText(note, '');
      }
      shown = value;
    },
  };
}
