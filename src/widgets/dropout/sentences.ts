/** The dropout figure in words. */

import { hiddenUnits } from '../../recipes/dropout-network.ts';
import { formatNumber } from '../kit/number-format.ts';
import { ablationCounts, lotMeans } from './ablation.ts';
import { likeliest } from './masks.ts';
import { programs } from './programs.ts';
import { type Answers, isCurrent, mostMasks, type NetworkName, networkNames, type State } from './state.ts';

export const networkTitles: Readonly<Record<NetworkName, string>> = {
  none: 'rate 0',
  fifth: 'rate 0.2',
  half: 'rate 0.5',
};

/** Three decimals: 0.816, and 1.000 for what rounds to it. */
export const probability = (value: number): string => value.toFixed(3);

export const masksText = (count: number): string => (count === 1 ? '1 mask' : `${count} masks`);

export const unitsKept = ({ mask, units, order }: Answers, number: number, removed: number): number =>
  order.slice(removed).reduce((sum, unit) => sum + mask[(number - 1) * units.length + unit], 0);

export function describe(state: State): string {
  const { settings, masks, answers } = state;
  if (!answers || !isCurrent(state)) return 'The network is being asked.';
  const { removed, rate } = settings;
  const digit = likeliest(answers.whole);
  const last = masks - 1;
  const of = (answer: readonly number[]) => probability(answer[digit]);
  const single = answers.single[last];
  const without =
    removed === 0
      ? ''
      : removed === hiddenUnits
        ? ' Without any hidden unit nothing but the biases answers.'
        : ` ${removed} of the strongest hidden units are taken away.`;
  return (
    `Mask ${masks} of ${mostMasks}, drawn at rate ${rate}, keeps ${unitsKept(answers, masks, removed)} of ${hiddenUnits - removed} hidden units ` +
    `and answers ${likeliest(single)} with probability ${probability(single[likeliest(single)])}.${without} ` +
    `For ${digit} the scaled network trained at ${networkTitles[settings.network]} says ${of(answers.whole)}; ` +
    `over ${masksText(masks)} the mean is ${of(answers.means[last])} with a spread of ${of(answers.spreads[last])}, the geometric mean ${of(answers.geometric[last])}.`
  );
}

export function pictureText({ strokes, settings, shipped }: State): string {
  if (strokes) return 'Your drawing, as 28 × 28 pixels';
  const label = shipped?.pictures.labels[settings.picture - 1];
  return `Test digit ${settings.picture}${label === undefined ? '' : `, a ${label}`}`;
}

/** What the convention says and what it makes of the sums that are handed on. */
export function conventionSentence(state: State): string {
  const { words } = programs[state.settings.convention];
  const { answers, settings } = state;
  if (!answers || !isCurrent(state)) return words;
  const mean = answers.handed.sampled.reduce((sum, one) => sum + one, 0) / mostMasks;
  return (
    `${words} Here p = ${settings.rate}: the hidden units hand on ${formatNumber(mean)} in all, on average over ${mostMasks} masks, ` +
    `and ${formatNumber(answers.handed.whole)} afterwards. The answers are the same under both.`
  );
}

/** What is left of each network without the units that the reader has taken away. */
export function ablationSentence({ ablations, settings: { removed } }: State): string {
  if (!ablations) return 'The three networks are being asked.';
  const at = ablationCounts.indexOf(removed);
  const percent = (share: number) => `${formatNumber(100 * share)} %`;
  if (removed === 0)
    return `With all units: ${networkNames.map((name) => `${percent(ablations[name].strongest[0])} at ${networkTitles[name]}`).join(', ')}. Take units away to see how much each network depends on its strongest.`;
  const each = networkNames.map((name) => {
    const { strongest } = ablations[name];
    return `at ${networkTitles[name]}, ${percent(strongest[at])} are right instead of ${percent(strongest[0])} (${percent(lotMeans(ablations[name])[at])} by lot)`;
  });
  return `Without the ${removed} strongest of ${hiddenUnits} units, ${each.join('; ')}.`;
}
