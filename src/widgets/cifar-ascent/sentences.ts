/** Gradient ascent in words. */

import { cifarClasses } from '../../recipes/cifar-layers.ts';
import { formatNumber } from '../kit/number-format.ts';
import { frameOf, type State } from './state.ts';

export const percentText = (share: number): string =>
  share > 0 && share < 0.001 ? '<\u00a00.1\u00a0%' : `${formatNumber(100 * share, 3)} %`;

export function describeState(state: State): string {
  const { climb, position, diverged } = state;
  const name = cifarClasses[climb.target];
  const frame = frameOf(state);
  if (!frame) return `The network is about to climb the score of ${name}.`;
  const count =
    position === 0 ? 'Before the first step' : position === 1 ? 'After 1 step' : `After ${position} steps`;
  const start = climb.start === 'grey' ? 'grey' : `the drawing of ${climb.start}`;
  const sure =
    `${count} from ${start}, the network gives ${name} ${percentText(frame.probability[climb.target])} ` +
    `and the score ${formatNumber(frame.score)}.`;
  const end =
    diverged === null ? '' : ` At step ${diverged} a number was no longer finite, and the climb ended.`;
  return `${sure} ${regularisation(state)}${end}`;
}

function regularisation({ climb: { decay, blur, jitter } }: State): string {
  const means = [
    jitter > 0 && `moved by up to ${jitter} pixel${jitter > 1 ? 's' : ''} before each look`,
    decay > 0 && `faded by ${formatNumber(100 * decay)} %`,
    blur > 0 && `blurred by ${formatNumber(100 * blur)} %`,
  ].filter((one) => one !== false);
  return means.length === 0
    ? 'Nothing but the gradient changes the picture.'
    : `The picture is ${means.join(', ')} in each step.`;
}
