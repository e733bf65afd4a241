/** What the ReLU figure says about itself in words, and its table. */

import { layerCount, trainingCount, width } from '../../recipes/deep-network.ts';
import type { FigureTable } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { activationNames, activations, type NetworkName, networkNames, networks } from './activations.ts';
import { type Frame, type Report, type State, shownFrame, silentUnits } from './state.ts';

export const hiddenUnits = (layerCount - 1) * width;

export function describe(state: State): string {
  return state.settings.view === 'functions' ? describeFunctions(state) : describeLayers(state);
}

function describeFunctions({ curves, settings: { x, zero } }: State): string {
  if (!curves) return 'The functions are being computed.';
  const { relu, sigmoid } = curves.at;
  const atZero =
    x === 0 ? ` At 0 ReLU has no derivative; ${formatNumber(zero)} is the convention chosen.` : '';
  return (
    `At x = ${formatNumber(x)} ReLU is ${formatNumber(relu.value)} with slope ${formatNumber(relu.slope)}; ` +
    `the sigmoid is ${formatNumber(sigmoid.value)} with slope ${formatNumber(sigmoid.slope)}.${atZero}`
  );
}

function describeLayers(state: State): string {
  const { settings, position } = state;
  const frame = shownFrame(state);
  if (!frame) return 'The networks are being computed.';
  const { name } = activations[settings.network];
  const report = frame[settings.network];
  const when = position === 0 ? 'Before training' : `After ${position} ${position === 1 ? 'step' : 'steps'}`;
  if (!report)
    return `${when}, the network with ${name} has diverged: its numbers have left the range of float32. A smaller learning rate keeps it finite.`;
  const silent = silentUnits(report);
  return (
    `${when}, with ${name}: ${ratioSentence(report)} ` +
    `The loss is ${formatNumber(report.loss)}; ${silent === 0 ? 'no hidden unit is' : `${silent} of ${hiddenUnits} hidden units are`} silent on every point.`
  );
}

function ratioSentence({ norms }: Report): string {
  const [first, last] = [norms[0], norms[layerCount - 1]];
  const lengths = `the gradient of the first layer’s weights has length ${formatNumber(first)}, that of the last ${formatNumber(last)}`;
  if (first === 0 && norms.slice(0, -1).every((one) => one === 0))
    return `every gradient below the last layer is exactly 0: a whole layer is silent, and the network cannot learn any more.`;
  if (first === 0 || last === 0) return `${lengths}.`;
  return first < last
    ? `${lengths}, ${formatNumber(last / first, 2)} times as long.`
    : `${lengths}, so the first is ${formatNumber(first / last, 2)} times as long.`;
}

export function table(state: State): FigureTable {
  return state.settings.view === 'functions' ? functionTable(state) : layerTable(state);
}

function functionTable({ curves, settings: { x } }: State): FigureTable {
  return {
    caption: `Activation functions at x = ${formatNumber(x)}`,
    columns: ['Function', 'Value', 'Derivative'],
    rows: curves
      ? activationNames.map((name) => [
          activations[name].name,
          formatNumber(curves.at[name].value, 4),
          formatNumber(curves.at[name].slope, 4),
        ])
      : [],
  };
}

function layerTable(state: State): FigureTable {
  const frame = shownFrame(state);
  const text = (name: NetworkName, of: (report: Report) => number): string => {
    const report = frame?.[name];
    return report ? formatNumber(of(report)) : 'diverged';
  };
  const perLayer = Array.from({ length: layerCount }, (_, layer) => [
    `Layer ${layer + 1}: length of the gradient`,
    ...networkNames.map((name) => text(name, ({ norms }) => norms[layer])),
  ]);
  return {
    caption: `The four networks after ${state.position} steps`,
    columns: ['Quantity', ...networkNames.map((name) => activations[name].name)],
    rows: frame
      ? [
          ...perLayer,
          ['Loss in nats', ...networkNames.map((name) => text(name, ({ loss }) => loss))],
          [`Silent units of ${hiddenUnits}`, ...networkNames.map((name) => text(name, silentUnits))],
        ]
      : [],
  };
}

export const initialName = { own: 'each its own', xavier: 'Xavier', he: 'He' } as const;

export function hyperparameters({ settings, position }: State): readonly (readonly [string, string])[] {
  const { initial, seed, rate, zero, leak } = settings;
  const own = networkNames
    .map((name) => `${activations[name].name} ${initialName[networks[name].initial]}`)
    .join(', ');
  return [
    [
      'Network',
      `dense 2 → ${width}, ${layerCount - 2} times dense ${width} → ${width}, dense ${width} → 1, sigmoid`,
    ],
    ['Data', `${trainingCount} points on two circles, all of them in every step`],
    ['Loss', 'logistic'],
    ['Optimizer', 'gradient descent'],
    ['Learning rate', formatNumber(rate)],
    ['Initial weights', `${initial === 'own' ? own : initialName[initial]}, uniform, seed ${seed}`],
    ['Initial biases', '0'],
    ['Derivative of ReLU at 0', formatNumber(zero)],
    ['Slope of leaky ReLU below 0', formatNumber(leak)],
    ['Steps done', String(position)],
  ];
}

/** Where all networks have diverged there is nothing left to train. */
export const isOver = (frame: Frame | undefined): boolean =>
  frame !== undefined && networkNames.every((name) => frame[name] === null);
