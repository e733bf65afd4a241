/** Under a figure: the link to the figure alone and the code of its frame open in the state that the reader shares. */

import { shared } from '../../widgets/kit/shared-event.ts';
import { codeInState, startState, stateOf } from './state-of-link.ts';

for (const line of document.querySelectorAll('[data-embed]')) {
  const figure = line.closest<HTMLElement>('glossary-widget');
  const link = line.querySelector<HTMLAnchorElement>('a');
  const code = line.querySelector('pre');
  if (!figure || !link || !code) continue;
  const show = (search: string) => {
    const name = figure.getAttribute('name') ?? '';
    const state = stateOf(name, search) || startState(name, figure.dataset.state ?? '');
    link.search = state;
    code.textContent = codeInState(code.textContent ?? '', state);
  };
  show(location.search);
  figure.addEventListener(shared, () => show(location.search));
}
