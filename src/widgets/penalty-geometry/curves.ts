/** The weights along λ, and the weights along the race. */

import type { Place, PlotSpec } from '../kit/plot.ts';
import { decayNumbers } from './plane-markup.ts';
import { decayNames } from './programs.ts';
import { decayTitles, isLost, penaltyTitles } from './sentences.ts';
import { raceSteps, type State, strengths } from './state.ts';

export function pathSpec({ path, place, settings }: State): PlotSpec {
  const line = (k: 0 | 1): Place[] => (path?.solutions ?? []).map(({ w }, i): Place => [strengths[i], w[k]]);
  return {
    id: 'geometry-path',
    title: 'Weights along λ',
    description: `The best weights under ${penaltyTitles[settings.penalty]} for each strength.`,
    x: { title: 'λ', domain: [0, strengths[strengths.length - 1]] },
    y: { title: 'Weight' },
    series: [
      { name: 'w₁', points: line(0), number: 5 },
      { name: 'w₂', points: line(1), number: 6 },
    ],
    marks: [{ x: strengths[place], text: 'shown' }],
  };
}

export const weightSpec =
  (k: 0 | 1) =>
  ({ race, step }: State): PlotSpec => ({
    id: `geometry-weight-${k + 1}`,
    title: `${['w₁', 'w₂'][k]} step by step`,
    description: 'The weight in the three descents, after each step.',
    x: { title: 'Step', domain: [0, raceSteps] },
    y: { title: ['w₁', 'w₂'][k] },
    series: race
      ? decayNames.map((decay) => ({
          name: decayTitles[decay],
          number: decayNumbers[decay],
          points: race.result.courses[decay].weights
            .slice(0, step + 1)
            .map((w, i): Place => [i, isLost(race.result, decay, i) ? Number.NaN : w[k]]),
        }))
      : [],
    aspect: 0.5,
  });
