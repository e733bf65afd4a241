/** RMSprop's equation under the present convention, and the step as a graph. */

import { print } from '../../graph/print.ts';
import type { StepGraph } from '../../graph/value.ts';
import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { exampleStep, racerStep } from './programs.ts';
import { recurrentStep } from './recurrent.ts';
import { racerTitles } from './sentences.ts';
import type { Form, State } from './state.ts';

/** As the docstring of the trainer writes it. */
export function equationOf({ epsilonInside, centred }: Form): string[] {
  const spread = centred ? 'v − m²' : 'v';
  const root = centred ? `√(${spread})` : '√v';
  return [
    'v ← ρ v + (1 − ρ) g²',
    ...(centred ? ['m ← ρ m + (1 − ρ) g'] : []),
    epsilonInside ? `w ← w − η g / √(${spread} + ε)` : `w ← w − η g / (${root} + ε)`,
  ];
}

/** What ε does to a small gradient under this form: below which size of √v it outweighs it. */
export function epsilonSentence({ epsilon, epsilonInside, decay }: Form): string {
  const outweighs = formatNumber(epsilonInside ? Math.sqrt(epsilon) : epsilon, 2);
  const memory = formatNumber(1 / (1 - decay), 3);
  return (
    `ρ = ${decay} averages over about ${memory} steps. ε outweighs gradients whose recent size is below ${outweighs}: ` +
    'they make smaller steps.'
  );
}

export function equationView(): Part<State> {
  const title = html('p', { class: 'equation-title' }, 'RMSprop here');
  const lines = html('div', { class: 'equation-lines' });
  const words = html('p', {});
  return {
    element: html('div', { class: 'rmsprop-equation' }, title, lines, words),
    render({ settings: { form } }) {
      const text = equationOf(form);
      if (lines.textContent !== text.join(''))
        lines.replaceChildren(...text.map((one) => html('p', {}, one)));
      setText(words, epsilonSentence(form));
    },
  };
}

/** The step that the part shown runs, as the trainer built it; that of the recurrent network is counted only. */
export function graphView(): Part<State> {
  const title = html('p', {});
  const text = html('pre', { class: 'graph-text', tabindex: 0, 'aria-label': 'Graph of the step' });
  return {
    element: html('div', {}, title, text),
    render(state) {
      const { view, watched, settings, training } = state;
      if (view === 'recurrent') {
        setText(
          title,
          'One training step with RMSprop, backpropagation through time included, line by line.',
        );
        return setText(text, print(recurrentStep('rmsprop', training.limit)));
      }
      const graph: StepGraph =
        view === 'saddle' ? racerStep(watched, settings.form) : exampleStep(settings.form);
      setText(
        title,
        view === 'saddle'
          ? `The graph that takes the steps of ${racerTitles[watched]}.`
          : 'The graph that works the examples.',
      );
      setText(text, print(graph));
    },
  };
}
