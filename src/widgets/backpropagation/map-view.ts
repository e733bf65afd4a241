/** All nodes of the graph in the order in which they run; each can be gone to, and those that have moved are marked. */

import { html, setAttributes, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import type { Action } from './model.ts';
import type { Step } from './names.ts';
import { type State, stepsIn } from './state.ts';

const passes = { forward: 'Forward', backward: 'Backward' } as const;

export function mapPart(dispatch: (action: Action) => void): Part<State> {
  let steps: readonly Step[] | null = null;
  let buttons: readonly HTMLButtonElement[] = [];
  const lists = Object.entries(passes).map(([pass, title]) => {
    const list = html('ol', { class: 'map-list' });
    return { pass, list, element: html('section', {}, html('p', { class: 'map-title' }, title), list) };
  });
  const build = (now: readonly Step[]) => {
    steps = now;
    buttons = now.map(({ symbol }, node) => {
      const one = html('button', { type: 'button', class: 'map-node' }, symbol);
      one.addEventListener('click', () => dispatch({ kind: 'show node', node }));
      return one;
    });
    for (const { pass, list } of lists)
      list.replaceChildren(
        ...buttons.filter((_, i) => now[i].node.pass === pass).map((one) => html('li', {}, one)),
      );
  };
  const note = html(
    'p',
    { class: 'figure-note' },
    'Every node in the order in which it runs. A dot and a bar mark numbers that the latest change has moved.',
  );
  return {
    element: html(
      'nav',
      { class: 'map', 'aria-label': 'Nodes of the graph' },
      ...lists.map(({ element }) => element),
      note,
    ),
    render(state) {
      const now = stepsIn(state);
      if (now !== steps) build(now);
      now.forEach(({ node, equation, symbol }, i) => {
        const moved = state.moved[node.name]?.includes(true) ?? false;
        setAttributes(buttons[i], {
          'aria-current': i === state.node ? 'step' : null,
          'data-moved': moved,
          'aria-label': `Node ${i + 1}: ${equation}${moved ? ', moved' : ''}`,
        });
        setText(buttons[i], symbol);
      });
    },
  };
}
