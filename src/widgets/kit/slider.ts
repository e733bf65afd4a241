/** A number chosen on a linear or logarithmic slider, or typed into the field beside it. */

import { tickStep } from 'd3-array';
import { scaleLog } from 'd3-scale';
import type { Control } from './controls.ts';
import { html, setAttributes } from './dom.ts';
import { numberField } from './number-field.ts';
import { formatNumber } from './number-format.ts';

export interface SliderOptions {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  readonly scale?: 'linear' | 'log';
  /** Of a linear slider; a hundredth of the range, rounded, by default. */
  readonly step?: number;
  /** Whether only whole steps may be typed too. */
  readonly stepped?: boolean;
  /** On a logarithmic slider, its left end means 0. */
  readonly zero?: boolean;
  readonly unit?: string;
  readonly format?: (value: number) => string;
}

/** Places of a slider and the values that stand there. */
export interface Track {
  /** The last place; the first is 0. */
  readonly last: number;
  valueAt(place: number): number;
  /** The nearest place. */
  placeOf(value: number): number;
}

/** A logarithmic slider has this many places for each factor of ten; its values have two digits. */
const placesPerDecade = 20;

export function trackOf({ min, max, scale = 'linear', step, zero = false }: SliderOptions): Track {
  if (scale === 'linear') {
    const size = step ?? tickStep(min, max, 100);
    const last = Math.round((max - min) / size);
    return {
      last,
      valueAt: (place) => (place === last ? max : Number((min + place * size).toPrecision(12))),
      placeOf: (value) => Math.round((value - min) / size),
    };
  }
  const first = zero ? 1 : 0;
  const count = Math.round(Math.log10(max / min) * placesPerDecade);
  const places = scaleLog([min, max], [first, first + count]).clamp(true);
  const rounded = (place: number) => {
    if (zero && place === 0) return 0;
    if (place === first) return min;
    return place === first + count ? max : Number(places.invert(place).toPrecision(2));
  };
  return {
    last: first + count,
    valueAt: rounded,
    placeOf: (value) => (value <= 0 ? 0 : Math.round(places(value))),
  };
}

export function slider(options: SliderOptions): Control<number> {
  const { label, min, max, scale = 'linear', zero, unit, onChange } = options;
  const track = trackOf(options);
  const input = html('input', { type: 'range', min: 0, max: track.last, step: 1, 'aria-label': label });
  const field = numberField({
    label,
    name: `${label} as a number${unit ? ` in ${unit}` : ''}`,
    min: zero ? 0 : min,
    max,
    onChange: (value) => {
      place(value);
      onChange(value);
    },
    ...(unit ? { unit } : {}),
    ...(options.stepped && scale === 'linear' ? { step: options.step ?? tickStep(min, max, 100) } : {}),
    shift: (value, by) => {
      const at = track.placeOf(value);
      return track.valueAt(Math.min(track.last, Math.max(0, at + by)));
    },
  });

  const place = (value: number) => {
    input.value = String(track.placeOf(value));
    setAttributes(input, {
      'aria-valuetext': `${(options.format ?? formatNumber)(value)}${unit ? ` ${unit}` : ''}`,
    });
  };
  input.addEventListener('input', () => {
    const value = track.valueAt(input.valueAsNumber);
    place(value);
    field.set(value, { disabled: input.disabled });
    onChange(value);
  });

  const element = html(
    'div',
    { class: 'number-slider', role: 'group', 'aria-label': label },
    html(
      'div',
      { class: 'number-slider-head' },
      html('span', { class: 'slider-label', 'aria-hidden': 'true' }, label),
      field.note,
    ),
    input,
    field.input,
    html('span', { class: 'field-unit', 'aria-hidden': 'true' }, unit ?? ''),
  );
  return {
    element,
    set(value, { disabled = false } = {}) {
      input.disabled = disabled;
      place(value);
      field.set(value, { disabled });
    },
  };
}
