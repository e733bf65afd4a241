/** The parts of the timeline: state → page. */

import { button } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { FigureParts } from '../kit/figure-shell.ts';
import type { Part } from '../kit/fold.ts';
import { iconOf } from '../kit/icon.ts';
import { seriesSymbol } from '../kit/series.ts';
import { toggle } from '../kit/toggle.ts';
import { chartPart } from './chart-view.ts';
import { kinds, laneNames, lanes, winters } from './events.ts';
import { linksMarkup, listMarkup, wintersMarkup } from './list-markup.ts';
import { type Action, placeOf, type State, selectedEvent, visibleEvents } from './model.ts';

export function parts(dispatch: (action: Action) => void): FigureParts<State> {
  return {
    wide: true,
    main: [lanesPart(dispatch), chartPart(dispatch)],
    steps: [walkPart(dispatch)],
    controls: [linksPart()],
    side: [wintersPart()],
    folds: [{ title: 'All events that are shown, as a list', part: listPart() }],
  };
}

function lanesPart(dispatch: (action: Action) => void): Part<State> {
  const switches = laneNames.map((name) => {
    const { title, number } = lanes[name];
    const control = toggle(title, () => dispatch({ kind: 'toggle lane', lane: name }));
    control.element.insertAdjacentHTML(
      'beforeend',
      `<svg class="series-${number}" viewBox="-7 -7 14 14" aria-hidden="true"><path class="plot-symbol" d="${seriesSymbol(number, 84)}"/></svg>`,
    );
    return { name, control };
  });
  return {
    element: html(
      'fieldset',
      { class: 'timeline-lanes' },
      html('legend', { class: 'unseen' }, 'Kinds of events that are shown'),
      ...switches.map(({ control }) => control.element),
    ),
    render({ shown }) {
      for (const { name, control } of switches) {
        const on = shown.includes(name);
        // The last one cannot be switched off, or there would be nothing to walk.
        control.set(on, { disabled: on && shown.length === 1 });
      }
    },
  };
}

function walkPart(dispatch: (action: Action) => void): Part<State> {
  const earlier = button('Earlier', () => dispatch({ kind: 'walk', by: -1 }), iconOf('back'));
  const later = button('Later', () => dispatch({ kind: 'walk', by: 1 }), iconOf('step'));
  const kind = html('span', { class: 'timeline-kind' });
  const hint = html(
    'span',
    { class: 'timeline-hint' },
    'In the drawing, arrow keys walk; Home and End go to the ends.',
  );
  return {
    element: html('div', { class: 'timeline-walk' }, earlier, later, kind, hint),
    render(state) {
      const place = placeOf(state);
      earlier.setAttribute('aria-disabled', String(place === 0));
      later.setAttribute('aria-disabled', String(place === visibleEvents(state).length - 1));
      const event = selectedEvent(state);
      setText(kind, kinds[event.kind].title);
      kind.className = `timeline-kind series-${lanes[kinds[event.kind].lane].number}`;
    },
  };
}

/** Drawn anew only for another event, so that a link that has the focus keeps it. */
function linksPart(): Part<State> {
  const element = html('p', { class: 'timeline-links' });
  let drawn: string | null = null;
  return {
    element,
    render(state) {
      if (drawn === state.event) return;
      drawn = state.event;
      element.innerHTML = linksMarkup(selectedEvent(state));
    },
  };
}

function wintersPart(): Part<State> {
  const element = html('div', {});
  element.innerHTML = wintersMarkup(winters);
  return { element, render() {} };
}

function listPart(): Part<State> {
  const element = html('div', {});
  let drawn: State['shown'] | null = null;
  return {
    element,
    render({ shown }) {
      if (shown === drawn) return;
      drawn = shown;
      element.innerHTML = listMarkup(visibleEvents({ shown }), { label: 'Events by date' });
    },
  };
}
