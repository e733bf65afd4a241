/** The drawings of the ReLU figure as data: the same at build time and in the page. */

import { layerCount, width } from '../../recipes/deep-network.ts';
import { formatNumber } from '../kit/number-format.ts';
import { short } from '../kit/plane.ts';
import type { PlotSpec } from '../kit/plot.ts';
import type { SeriesNumber } from '../kit/series.ts';
import { activationNames, activations, type NetworkName, networkNames } from './activations.ts';
import type { Curves, Frame, Report } from './state.ts';

export const seriesOf: Readonly<Record<(typeof activationNames)[number], SeriesNumber>> = {
  relu: 1,
  sigmoid: 2,
  tanh: 3,
  leaky: 4,
  softplus: 5,
};

/** Lengths of the gradients along the layers, on a logarithmic scale. */
export function normPlot(id: string, frame: Frame | null, steps: number): PlotSpec {
  return {
    id,
    title: 'Length of the gradient of each layer’s weights',
    description: `One line for each of four networks of twelve layers, after ${steps} steps of training. Equal lines would mean that all layers learn alike; a line that falls to the left means that the first layers hardly learn.`,
    x: {
      title: 'Layer, from the input to the output',
      domain: [1, layerCount],
      format: (layer) => String(layer),
    },
    y: {
      title: '‖∂L/∂W‖, logarithmic',
      kind: 'log',
      domain: [1e-10, 10],
      format: powerOfTen,
    },
    series: networkNames.map((name) => ({
      name: activations[name].name,
      number: seriesOf[name],
      points: Array.from(frame?.[name]?.norms ?? [], (norm, i): [number, number] => [i + 1, norm]),
    })),
    empty: 'The networks are being computed.',
  };
}

/** The loss of each network at every step that has been trained; a network that has diverged ends there. */
export function lossPlot(id: string, frames: readonly Frame[], position: number): PlotSpec {
  return {
    id,
    title: 'Loss of the four networks over the steps',
    description:
      'One line for each network, as far as it has been trained here. A line that stays at ln 2, about 0.69, is a network that still guesses.',
    x: { title: 'Steps', domain: [0, Math.max(10, frames.length - 1)] },
    y: { title: 'Loss in nats, logarithmic', kind: 'log', domain: [1e-5, 10] },
    series: networkNames.map((name) => ({
      name: activations[name].name,
      number: seriesOf[name],
      points: frames.flatMap((frame, step): [number, number][] => {
        const loss = frame[name]?.loss;
        return loss === undefined ? [] : [[step, loss]];
      }),
    })),
    marks: [{ x: position, text: `step ${position}` }],
    empty: 'The networks are being computed.',
  };
}

/** Ticks stand at powers of ten; what is read out lies between them. */
function powerOfTen(value: number): string {
  const power = Math.round(Math.log10(value));
  if (Math.abs(value / 10 ** power - 1) > 1e-6) return formatNumber(value, 2);
  const digits = String(power).replace(/[-\d]/g, (one) => (one === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(one)]));
  return `10${digits}`;
}

/** @param what the functions or their derivatives */
export function functionPlot(
  id: string,
  what: 'values' | 'slopes',
  curves: Curves | null,
  x: number,
): PlotSpec {
  const isSlope = what === 'slopes';
  return {
    id,
    title: isSlope ? 'Derivatives of the activation functions' : 'Activation functions',
    description: isSlope
      ? 'The derivative of ReLU is 0 below 0 and 1 above; that of the sigmoid is nowhere more than a quarter, that of tanh is 1 at 0 and falls on both sides.'
      : 'ReLU is 0 below 0 and x above. Leaky ReLU falls slowly below 0, softplus rounds the corner, sigmoid and tanh level off on both sides.',
    x: { title: 'x', domain: [-4, 4] },
    y: { title: isSlope ? 'f′(x)' : 'f(x)', domain: isSlope ? [0, 1.1] : [-1.2, 4] },
    series: activationNames.map((name) => ({
      name: activations[name].name,
      number: seriesOf[name],
      points: Array.from(curves?.x ?? [], (at, i): [number, number] => [
        at,
        curves?.[what][name][i] ?? Number.NaN,
      ]),
    })),
    marks: [{ x, text: `x = ${formatNumber(x)}` }],
    aspect: 0.62,
  };
}

const cell = { width: 26, height: 20, gap: 2 };
const margin = { left: 34, top: 22, bottom: 24 };

/** Every hidden unit as a field, the darker the larger its mean slope; silent ones are crossed out. */
export function unitsMarkup(id: string, name: NetworkName, report: Report | null): string {
  const columns = layerCount - 1;
  const [across, down] = [cell.width + cell.gap, cell.height + cell.gap];
  const [w, h] = [margin.left + columns * across, margin.top + width * down + margin.bottom];
  const fields = Array.from({ length: columns * width }, (_, i) => {
    const [layer, unit] = [Math.floor(i / width), i % width];
    const [x, y] = [margin.left + layer * across, margin.top + unit * down];
    const slope = report?.slopes[i] ?? 0;
    const silent = report?.largest[i] === 0;
    const box = `x="${x}" y="${y}" width="${cell.width}" height="${cell.height}"`;
    const cross = `<path class="unit-silent" d="M${x + 5} ${y + 4}l${cell.width - 10} ${cell.height - 8}m0 ${8 - cell.height}l${10 - cell.width} ${cell.height - 8}"/>`;
    return `<rect class="unit-ground" ${box}/><rect class="unit" ${box} fill-opacity="${short(slope)}"/>${silent ? cross : ''}`;
  }).join('');
  const labels = Array.from(
    { length: columns },
    (_, layer) =>
      `<text x="${margin.left + layer * across + cell.width / 2}" y="${h - 8}" text-anchor="middle">${layer + 1}</text>`,
  ).join('');
  const title = `Hidden units of the network with ${activations[name].name}`;
  return (
    `<svg class="units plot-drawing" viewBox="0 0 ${w} ${h}" role="img" aria-labelledby="${id}-title ${id}-text">` +
    `<title id="${id}-title">${title}</title><desc id="${id}-text">${unitsDescription(report)}</desc>` +
    `<text x="0" y="13">Mean slope f′(z) of each hidden unit, ${activations[name].name}</text>${fields}` +
    `<text x="0" y="${h - 8}">Layer</text>${labels}</svg>`
  );
}

function unitsDescription(report: Report | null): string {
  if (!report) return 'There are no numbers.';
  const [low, high] = [Math.min(...report.slopes), Math.max(...report.slopes)];
  const silent = report.largest.filter((one) => one === 0).length;
  return `Eleven layers of eight units. Their mean slopes over all points lie between ${formatNumber(low)} and ${formatNumber(high)}; ${silent} units are silent on every point and crossed out.`;
}
