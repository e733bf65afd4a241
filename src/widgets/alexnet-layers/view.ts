/** The layer explorer's parts, drawn from its state. */

import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import { escaped } from '../kit/series.ts';
import { type LayerName, type NetworkName, networks, type PictureName, pictures } from './layers.ts';
import { type Action, rowOf, type State } from './model.ts';
import { legendMarkup, rowsMarkup, sharesOf } from './rows-markup.ts';
import { equationsOf, explain } from './sentences.ts';

export function parts(dispatch: (action: Action) => void): FigureParts<State> {
  const network = segmentedChoice<NetworkName>('Network', networks, (chosen) =>
    dispatch({ kind: 'choose network', network: chosen }),
  );
  const picture = segmentedChoice<PictureName>('Picture', pictures, (chosen) =>
    dispatch({ kind: 'choose picture', picture: chosen }),
  );
  return {
    main: [layerList(dispatch)],
    controls: [
      {
        element: html('div', { class: 'layer-choices' }, network.element, picture.element),
        render(state) {
          network.set(state.network);
          picture.set(state.picture);
        },
      },
    ],
    side: [layerDetail()],
    folds: [{ title: 'The network as a graph', part: program() }],
  };
}

function layerList(dispatch: (action: Action) => void) {
  const list = html('fieldset', { class: 'layers' });
  const legend = html('div', {});
  let drawn: State['table'] | null = null;
  list.addEventListener('change', (event) =>
    dispatch({ kind: 'choose layer', layer: (event.target as HTMLInputElement).value as LayerName }),
  );
  const draw = (state: State) => {
    const focused = list.contains(document.activeElement);
    const radio = ({ name }: { name: string }) =>
      `<input type="radio" name="alexnet-layer" value="${name}"${name === state.layer ? ' checked' : ''}/>` +
      `<span class="layer-name">${name}</span>`;
    const [pixels, ...rows] = rowsMarkup(state.table, radio);
    list.innerHTML =
      `<legend class="unseen">Layer</legend>${pixels}` +
      rows.map((row) => `<label class="layer-row">${row}</label>`).join('');
    legend.innerHTML = legendMarkup(state.table);
    if (focused) list.querySelector<HTMLInputElement>('input:checked')?.focus();
  };
  return {
    element: html('div', { class: 'layer-explorer' }, legend, list),
    render(state: State) {
      if (state.table !== drawn) draw(state);
      drawn = state.table;
      for (const input of list.querySelectorAll('input')) input.checked = input.value === state.layer;
    },
  };
}

/** The operators of the network; those of the layer chosen are set apart. */
function program() {
  const text = html('pre', {
    class: 'layer-program graph-text',
    tabindex: 0,
    role: 'region',
    'aria-label': 'The network as a graph, one operator a line',
  });
  const note = html(
    'p',
    { class: 'hint' },
    'Every number of this figure is counted on these lines. The layer chosen is set bold.',
  );
  let drawn: State['table'] | null = null;
  let shown: State['layer'] | null = null;
  return {
    element: html('div', {}, note, text),
    render({ table, layer }: State) {
      if (table === drawn && layer === shown) return;
      if (table !== drawn) {
        const lines = table.program.map(
          (line) => `<span data-layer="${line.layer ?? ''}">${escaped(line.text)}\n</span>`,
        );
        text.innerHTML = lines.join('');
      }
      [drawn, shown] = [table, layer];
      const lines = [...text.querySelectorAll<HTMLElement>('span')];
      for (const line of lines) line.toggleAttribute('data-chosen', line.dataset.layer === layer);
      const first = lines.find((line) => line.dataset.layer === layer);
      if (first) text.scrollTop = first.offsetTop - text.offsetTop;
    },
  };
}

function layerDetail() {
  const title = html('p', { class: 'layer-title' });
  const text = html('p', {});
  const equations = html('dl', { class: 'layer-equations' });
  const shares = html('p', { class: 'hint' });
  return {
    element: html('div', { class: 'layer-detail' }, title, text, equations, shares),
    render(state: State) {
      const row = rowOf(state);
      setText(title, row.name);
      setText(text, explain(row));
      equations.innerHTML = equationsOf(row)
        .map(({ what, text: sum }) => `<div><dt>${what}</dt><dd>${escaped(sum)}</dd></div>`)
        .join('');
      const { parameters, work } = sharesOf(state.table);
      setText(
        shares,
        `The dense layers hold ${parameters} of the parameters; the convolutions do ${work} of the work.`,
      );
    },
  };
}
