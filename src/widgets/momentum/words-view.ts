/** The watched method's equation, its outlook by closed form, and the step as a graph. */

import { print } from '../../graph/print.ts';
import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { equations, programGraph, programOf, racerNames, usedBy } from './programs.ts';
import { dropAt } from './schedule.ts';
import { outlook, racerTitles, whyDiverging } from './sentences.ts';
import type { Courses, State } from './state.ts';

/** What is true of the two conventions now. */
export function conventionSentence({ settings, courses }: State): string {
  const name = settings.convention === 'outside' ? 'outside' : 'inside';
  const start = `The learning rate stands ${name} the velocity.`;
  if (!settings.drop)
    return `${start} While it stays the same, both forms take the same path: let it fall to see them part.`;
  const then =
    settings.convention === 'outside'
      ? 'when it falls, the whole step is shorter at once.'
      : 'when it falls, steps of the old size go on fading out.';
  return `${start.slice(0, -1)}: ${then} ${courses ? spread(courses) : ''}`.trim();
}

const spread = ({ momentum }: Courses): string => {
  const step = (at: number) => {
    const { carry, descent } = momentum.moments[at];
    return Math.hypot(carry[0] + descent[0], carry[1] + descent[1]);
  };
  if (momentum.divergedAt !== null) return '';
  return `Momentum's step ${dropAt} is ${formatNumber(step(dropAt - 1), 2)} long after ${formatNumber(step(dropAt - 2), 2)}.`;
};

export function equationView(): Part<State> {
  const title = html('p', { class: 'equation-title' });
  const lines = html('div', { class: 'equation-lines' });
  const words = html('p', {});
  const rates = html('p', {});
  const why = html('p', { class: 'momentum-why' });
  return {
    element: html('div', { class: 'momentum-equation' }, title, lines, rates, why, words),
    render(state) {
      const { settings, watched, courses, position } = state;
      const program = programOf(watched, settings.convention);
      setText(title, `${racerTitles[watched]}, as in ${usedBy[program]}`);
      const text = equations[program];
      if (lines.textContent !== text.join(''))
        lines.replaceChildren(...text.map((one) => html('p', {}, one)));
      setText(rates, outlook(watched, settings, position));
      const fallen = racerNames.filter((racer) => courses?.[racer].divergedAt != null);
      why.hidden = fallen.length === 0;
      setText(
        why,
        fallen
          .map((racer) => {
            const at = courses?.[racer].divergedAt ?? 0;
            return `${racerTitles[racer]} diverges (step ${at}). ${whyDiverging(racer, settings, Math.min(at, position))}`;
          })
          .join(' '),
      );
      setText(words, conventionSentence(state));
    },
  };
}

/** The step graph as the trainer built it, one line a node. */
export function graphView(): Part<State> {
  const title = html('p', {});
  const text = html('pre', { class: 'graph-text', tabindex: 0 });
  return {
    element: html('div', {}, title, text),
    render({ settings, watched }) {
      const program = programOf(watched, settings.convention);
      setText(
        title,
        `The graph that takes ${racerTitles[watched]}'s steps; ${program} of the trainer wrote it.`,
      );
      text.setAttribute('aria-label', `Graph of ${program}`);
      setText(text, print(programGraph(program)));
    },
  };
}
