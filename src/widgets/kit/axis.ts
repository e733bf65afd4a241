/** One axis of a plot: which values it spans, where its ticks are and how they are written. */

import { extent } from 'd3-array';
import { type ScaleContinuousNumeric, scaleLinear, scaleLog, scaleSymlog } from 'd3-scale';
import { formatNumber } from './number-format.ts';

export interface Axis {
  /** Quantity and unit, such as "Loss in nats". */
  readonly title: string;
  /** `log` leaves out what is not positive; `symlog` is linear around 0 and logarithmic beyond ±1. */
  readonly kind?: 'linear' | 'log' | 'symlog';
  /** Without it, the extent of the data, rounded to ticks. */
  readonly domain?: readonly [number, number];
  readonly format?: (value: number) => string;
}

export interface Scale {
  (value: number): number;
  invert(at: number): number;
  domain(): number[];
  range(): number[];
}

const families: Readonly<Record<'linear' | 'log' | 'symlog', () => ScaleContinuousNumeric<number, number>>> =
  {
    linear: () => scaleLinear(),
    log: () => scaleLog(),
    symlog: () => scaleSymlog(),
  };

/** Whether a value has a place on the axis. */
export const isOn = ({ kind }: Axis, value: number): boolean =>
  Number.isFinite(value) && (kind !== 'log' || value > 0);

/** @param values of all that is drawn along the axis; ignored where the axis names its domain */
export function axisScale(axis: Axis, values: Iterable<number>, range: readonly [number, number]): Scale {
  const scale = families[axis.kind ?? 'linear']().range([...range]);
  if (axis.domain) return scale.domain([...axis.domain]);
  const [low, high] = extent([...values].filter((value) => isOn(axis, value)));
  if (low === undefined || high === undefined) return scale.domain(axis.kind === 'log' ? [0.1, 1] : [0, 1]);
  if (low < high) return scale.domain([low, high]).nice();
  // A single value stands in the middle of its axis.
  return scale.domain(axis.kind === 'log' ? [low / 10, low * 10] : [low - 1, low + 1]);
}

/** @param most how many ticks there is room for */
export function axisTicks(axis: Axis, scale: Scale, most: number): number[] {
  const [low, high] = extent(scale.domain()) as [number, number];
  if ((axis.kind ?? 'linear') === 'linear') return scaleLinear([low, high], [0, 1]).ticks(most);
  const powers = decades(axis, low, high);
  if (powers.length < 2) return scaleLinear([low, high], [0, 1]).ticks(most);
  const every = Math.ceil(powers.length / most);
  const zero = powers.indexOf(0);
  return powers.filter((_, i) => (i - Math.max(0, zero)) % every === 0);
}

/** Powers of ten within the domain; on a symlog axis of both signs, with 0. */
function decades({ kind }: Axis, low: number, high: number): number[] {
  const positive: number[] = [];
  const from = kind === 'log' ? Math.ceil(Math.log10(low) - 1e-9) : 0;
  const largest = Math.max(Math.abs(low), Math.abs(high));
  for (let power = from; 10 ** power <= largest * (1 + 1e-9); power++) positive.push(Number(`1e${power}`));
  const both = kind === 'log' ? positive : [...positive.map((value) => -value).reverse(), 0, ...positive];
  return both.filter((value) => value >= low && value <= high);
}

/** The value as it stands at a tick and in the read-out. */
export const axisText = (axis: Axis, value: number): string => (axis.format ?? formatNumber)(value);
