/** The layer explorer in words and equations. */

import { formatNumber } from '../kit/number-format.ts';
import type { LayerRow, LayerTable } from './layers.ts';

/** With commas, as in 60,965,224. */
export const whole = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

export const percent = (share: number): string => `${formatNumber(100 * share, share < 0.1 ? 2 : 3)} %`;

/** "96 × 55 × 55", or "4,096". */
export const mapsInWords = ([channels, side]: readonly number[]): string =>
  side === undefined ? whole(channels) : `${channels} × ${side} × ${side}`;

const things = ([channels, side]: readonly number[]): string =>
  side === undefined
    ? `${whole(channels)} numbers`
    : `${channels} ${channels === 3 ? 'colours' : 'maps'} of ${side} × ${side}`;

export function describeState(table: LayerTable, row: LayerRow): string {
  const change = `${row.name} turns ${things(row.input)} into ${things(row.output)}`;
  const whole_ = `The network has ${whole(table.parameters)} parameters and needs ${whole(table.work)} multiply-adds for a picture.`;
  if (row.parameters === 0) return `${change}, without a parameter. ${whole_}`;
  return (
    `${change} with ${whole(row.parameters)} parameters, ${percent(row.parameters / table.parameters)} of all, ` +
    `in ${whole(row.work)} multiply-adds, ${percent(row.work / table.work)} of all. ${whole_}`
  );
}

export interface Equation {
  readonly what: string;
  readonly text: string;
}

/** The layer's arithmetic with its numbers put in. */
export function equationsOf({ kind, input, output, window, groups, parameters, work }: LayerRow): Equation[] {
  if (kind === 'dense' || window === null) {
    const from = input.length > 1 ? input[0] * input[1] * input[1] : input[0];
    const sum = input.length > 1 ? `${input[0]} · ${input[1]} · ${input[1]} = ${whole(from)}` : whole(from);
    return [
      { what: 'Inputs', text: sum },
      { what: 'Parameters', text: `(${whole(from)} + 1) · ${whole(output[0])} = ${whole(parameters)}` },
      { what: 'Multiply-adds', text: `${whole(from)} · ${whole(output[0])} = ${whole(work)}` },
    ];
  }
  const { size, stride, padding } = window;
  const side = `⌊(${input[1]} + 2 · ${padding} − ${size}) / ${stride}⌋ + 1`;
  const exact = (input[1] + 2 * padding - size) / stride;
  const floored = Number.isInteger(exact) ? '' : ` = ⌊${exact}⌋ + 1`;
  const equations = [{ what: 'Side', text: `${side}${floored} = ${output[1]}` }];
  if (kind === 'pooling') return equations;
  const seen = groups > 1 ? `${input[0]}/${groups}` : String(input[0]);
  return [
    ...equations,
    { what: 'Parameters', text: `(${size}² · ${seen} + 1) · ${output[0]} = ${whole(parameters)}` },
    { what: 'Multiply-adds', text: `${size}² · ${seen} · ${output[0]} · ${output[1]}² = ${whole(work)}` },
  ];
}

/** What the layer is, and who sees whom. */
export function explain({ kind, steps, window, groups, name }: LayerRow): string {
  const list = steps.join(', then ');
  if (window && kind === 'pooling')
    return `${capital(list)}: the largest of ${window.size} × ${window.size} answers, every ${window.stride} pixels, so that windows overlap.`;
  if (window) {
    const filters = `Filters of ${window.size} × ${window.size} pixels, ${
      window.stride === 1 ? 'at every place' : `every ${window.stride} pixels`
    }.`;
    const sees =
      groups > 1
        ? 'Each filter sees only the maps on its own card.'
        : name === 'conv1'
          ? 'Each filter sees all three colours.'
          : 'Each filter sees every map.';
    return `${capital(list)}. ${filters} ${sees}`;
  }
  return `${capital(list)}. Every unit sees every number${name === 'fc8' ? '; its 1,000 scores go through softmax' : ''}.`;
}

const capital = (text: string): string => text[0].toUpperCase() + text.slice(1);
