/** The figure of the small network in words. */

import { drawings } from '../../datasets/drawings/index.ts';
import { cifarClasses } from '../../recipes/cifar-layers.ts';
import { formatNumber } from '../kit/number-format.ts';
import { isPositive, layerTitles, shapeOf, summarise } from './layers.ts';
import { answersOf, type State } from './state.ts';

export const percentText = (share: number): string =>
  share > 0 && share < 0.001 ? '<\u00a00.1\u00a0%' : `${formatNumber(100 * share, 3)} %`;

export function subject({ source }: State): string {
  if (source.kind === 'drawing') return `our drawing of ${drawings[source.name].title}`;
  return source.kind === 'painted' ? 'your drawing' : `your picture ${source.name}`;
}

/** Classes from the most probable on, with their probabilities. */
export const ranked = (probability: ArrayLike<number>) =>
  cifarClasses
    .map((name, i) => ({ name, probability: probability[i] }))
    .sort((a, b) => b.probability - a.probability);

const article = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;

export function describeState(state: State): string {
  const answers = answersOf(state);
  if (!answers) return `The network is looking at ${subject(state)}.`;
  const [first, second] = ranked(answers.probability);
  const shows = state.source.kind === 'drawing' ? drawings[state.source.name].shows : null;
  const verdict = shows === null ? '' : shows === first.name ? ', which is right' : ', which is wrong';
  return (
    `The network takes ${subject(state)} for ${article(first.name)}, with ${percentText(first.probability)}${verdict}; ` +
    `next comes ${article(second.name)}, with ${percentText(second.probability)}. ${layerSentence(state)}`
  );
}

export function layerSentence(state: State): string {
  const answers = answersOf(state);
  const shape = shapeOf(state.layer);
  const title = layerTitles[state.layer];
  const things =
    shape.side > 1 ? `${shape.channels} maps of ${shape.side} × ${shape.side}` : `${shape.channels} numbers`;
  if (!answers) return `${title}: ${things}.`;
  const channels = summarise(answers[state.layer], shape);
  if (!isPositive(state.layer)) return `${title}: ${things}.`;
  const silent = channels.filter(({ most }) => most === 0).length;
  return `${title}: ${things}, ${silent === 0 ? 'none' : silent} of them silent.`;
}

export function epochSentence({ shipped, epoch }: State): string {
  if (!shipped) return '';
  const { curves, parameters } = shipped.history;
  const { values } = parameters['conv1.kernels'];
  const moved =
    distance(values[epoch], values[0]) /
    distance(
      values[0],
      values[0].map(() => 0),
    );
  const when = epoch === 0 ? 'Before training' : epoch === 1 ? 'After 1 epoch' : `After ${epoch} epochs`;
  return (
    `${when}: ${percentText(curves['held-out accuracy'][epoch])} of 2,000 test pictures right; ` +
    `the filters have moved by ${percentText(moved)} of their first length.`
  );
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((sum, one, i) => sum + (one - b[i]) ** 2, 0));
