/** The network as circles and lines: a line is as thick as its weight is large, or its gradient. */

import { short } from '../kit/plane.ts';
import { escaped } from '../kit/series.ts';

export interface NetworkSpec {
  readonly id: string;
  readonly pass: 'forward' | 'backward';
  /** Of the weights, or of their gradients in the backward pass; examples as rows, null until computed. */
  readonly hidden: ArrayLike<number> | null;
  readonly output: ArrayLike<number> | null;
  /** The layer that the step shown is about. */
  readonly current: 1 | 2 | null;
}

const size = { width: 330, height: 190 };
const columns = [46, 165, 284];
const [inputs, hiddens, outputs] = [
  [58, 132],
  [36, 95, 154],
  [58, 132],
];
const radius = 17;
/** Pixels of a line for the largest number. */
const thickest = 9;

export function networkMarkup(spec: NetworkSpec): string {
  const { id, pass, hidden, output, current } = spec;
  const numbers = [...Array.from(hidden ?? []), ...Array.from(output ?? [])].map(Math.abs);
  const largest = Math.max(1e-12, ...numbers.filter(Number.isFinite));
  const line = (value: number, from: readonly [number, number], to: readonly [number, number]) =>
    `<path class="edge" data-sign="${value < 0 ? 'negative' : 'positive'}" stroke-width="${short(0.75 + (thickest * Math.abs(value)) / largest)}" ` +
    `d="M${from[0]} ${from[1]}L${to[0]} ${to[1]}"/>`;
  const layer = (data: ArrayLike<number> | null, which: 1 | 2, left: number[], right: number[]) => {
    const edges = left.flatMap((y, i) =>
      right.map((to, j) =>
        line(
          data?.[i * right.length + j] ?? 0,
          [columns[which - 1] + radius, y],
          [columns[which] - radius, to],
        ),
      ),
    );
    return `<g class="edges"${current === which ? ' data-current' : ''}>${edges.join('')}</g>`;
  };
  const circle = (x: number, y: number, text: string) =>
    `<circle class="unit" cx="${x}" cy="${y}" r="${radius}"/><text x="${x}" y="${y}" dy="0.35em" text-anchor="middle">${text}</text>`;
  const what = pass === 'forward' ? 'weights' : 'gradients of the weights';
  return (
    `<svg class="backpropagation-network plot-drawing" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="${id}-title ${id}-text">` +
    `<title id="${id}-title">The network and its ${what}</title>` +
    `<desc id="${id}-text">${escaped(`Two inputs, three hidden units and two outputs, sum and carry. A line is the thicker, the larger one of the ${what}; negative ones are dashed.`)}</desc>` +
    layer(hidden, 1, inputs, hiddens) +
    layer(output, 2, hiddens, outputs) +
    inputs.map((y, i) => circle(columns[0], y, `x${'₁₂'[i]}`)).join('') +
    hiddens.map((y, i) => circle(columns[1], y, `h${'₁₂₃'[i]}`)).join('') +
    outputs.map((y, i) => circle(columns[2], y, `y${'₁₂'[i]}`)).join('') +
    `<text x="${columns[0]}" y="13" text-anchor="middle">bits</text>` +
    `<text x="${columns[2]}" y="13" text-anchor="middle">sum, carry</text>` +
    `<text x="${columns[0]}" y="${size.height - 4}" text-anchor="start">${pass === 'forward' ? 'Lines: the weights' : 'Lines: the gradients'}; dashed: negative</text></svg>`
  );
}
