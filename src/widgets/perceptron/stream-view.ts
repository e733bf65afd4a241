/** Mistakes along a stream of a million points, and what starts and stops it. */

import { button, segmentedChoice, setButtonTitle } from '../kit/controls.ts';
import { html, setAttributes } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { iconOf } from '../kit/icon.ts';
import { formatNumber } from '../kit/number-format.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { selectChoice } from '../kit/select.ts';
import type { State } from './state.ts';
import { type Blocks, streamBound, streamLength, streamMargins } from './stream.ts';
import type { Action } from './update.ts';

const margins = Object.fromEntries(streamMargins.map((one) => [String(one), formatNumber(one)]));

export function streamBar(dispatch: (action: Action) => void): Part<State> {
  let state: State;
  const start = button(
    'Start',
    () => dispatch({ kind: 'stream', running: !state.stream.running }),
    iconOf('play'),
  );
  const progress = html('progress', { max: streamLength, 'aria-label': 'Points seen' });
  const margin = selectChoice<string>('Least distance from the line', margins, (chosen) =>
    dispatch({ kind: 'choose stream', margin: Number(chosen), blocks: state.stream.blocks }),
  );
  const blocks = segmentedChoice<Blocks>('Points for each run', { one: '1', block: '4,096' }, (chosen) =>
    dispatch({ kind: 'choose stream', margin: state.stream.margin, blocks: chosen }),
  );
  return {
    element: html(
      'div',
      { class: 'stream-bar' },
      html('div', { class: 'stream-row' }, start, progress),
      margin.element,
      blocks.element,
    ),
    render(next) {
      state = next;
      const { stream } = state;
      setButtonTitle(
        start,
        stream.running
          ? 'Pause'
          : stream.seen === 0
            ? 'Start'
            : stream.seen < streamLength
              ? 'Go on'
              : 'Again',
      );
      setAttributes(progress, { value: stream.seen });
      margin.set(String(stream.margin));
      blocks.set(stream.blocks);
    },
  };
}

export function streamView(): Part<State> {
  const plot = plotView({ table: false });
  let drawn: State['stream'] | null = null;
  return {
    element: html('div', {}, plot.element),
    render({ stream }) {
      if (stream === drawn) return;
      drawn = stream;
      plot.render(curveOf(stream));
    },
  };
}

function curveOf(stream: State['stream']): PlotSpec {
  const bound = streamBound(stream);
  const { curve, seen, mistakes } = stream;
  const last = seen > 0 ? [[Math.max(1, seen), mistakes] as const] : [];
  return {
    id: 'perceptron-stream',
    title: 'Mistakes along the stream',
    description:
      seen === 0
        ? 'The stream has not begun.'
        : `${mistakes} mistakes in ${seen.toLocaleString('en')} points; the bound is ${bound?.toLocaleString('en')}.`,
    x: { title: 'points seen', domain: [1, streamLength], kind: 'log' },
    y: { title: 'mistakes', domain: [0, Math.max(10, mistakes * 1.1)] },
    aspect: 0.75,
    series: [{ name: 'mistakes', points: [...curve, ...last], number: 1 }],
    empty: 'Start the stream',
  };
}
