/** The two examples, worked number by number. */

import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { type ExampleName, exampleNames, examples, type State } from './state.ts';

const titles: Readonly<Record<ExampleName, string>> = {
  small: 'A small gradient, on a plateau',
  large: 'A large gradient, at a cliff',
};

/** What can be said of an example: each a line. */
export function workedLines(name: ExampleName, { worked, settings }: State): string[] {
  const { gradient, root } = examples[name];
  const { decay } = settings.form;
  const one = worked?.[name];
  const g = formatNumber(gradient);
  const given = `Given: g = ${g}, and √v = ${formatNumber(root)} once g has entered v.`;
  if (!one) return [given];
  const need = `That needs v before = (${squared(root)} − ${formatNumber(1 - decay, 3)} · ${squared(gradient)}) / ${decay}`;
  const bound = `At ρ = ${decay} no gradient is more than ${formatNumber(one.bound, 4)} times its own √v, whatever came before.`;
  if (one.before === null || one.ratio === null)
    return [
      given,
      `${need} < 0, and no mean of squares is negative.`,
      bound,
      'So this example cannot occur.',
    ];
  return [
    given,
    `${need} = ${formatNumber(one.before)}.`,
    bound,
    `The step computed: ${formatNumber(one.ratio, 4)} times the learning rate; plain descent would take ${g} times it.`,
  ];
}

/** A power of ten is squared as a whole. */
function squared(value: number): string {
  const text = formatNumber(value);
  return text.includes('×') ? `(${text})²` : `${text}²`;
}

export function examplesView(): Part<State> {
  const blocks = exampleNames.map((name) => ({
    name,
    list: html('ol', { class: 'rmsprop-worked' }),
  }));
  return {
    element: html(
      'div',
      { class: 'rmsprop-examples' },
      ...blocks.map(({ name, list }) =>
        html('section', {}, html('p', { class: 'equation-title' }, titles[name]), list),
      ),
    ),
    render(state) {
      for (const { name, list } of blocks) {
        const lines = workedLines(name, state);
        while (list.children.length > lines.length) list.lastElementChild?.remove();
        while (list.children.length < lines.length) list.append(html('li', {}));
        lines.forEach((line, i) => {
          setText(list.children[i], line);
        });
      }
    },
  };
}
