/** Mistakes along a stream of a million points, and what starts and stops it. */

import { segmentedChoice } from '../kit/controls.ts';
import { html } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import type { PlotSpec } from '../kit/plot.ts';
import { plotView } from '../kit/plot-view.ts';
import { selectChoice } from '../kit/select.ts';
import { stepBar } from '../kit/step-bar.ts';
import type { State } from './state.ts';
import { type Blocks, streamBound, streamLength, streamMargins } from './stream.ts';
import type { Action } from './update.ts';

const margins = Object.fromEntries(streamMargins.map((one) => [String(one), formatNumber(one)]));

export function streamBar(dispatch: (action: Action) => void): Part<State> {
  let stream: State['stream'];
  const move = (motion: State['motion']) => dispatch({ kind: 'stream', motion });
  const go = (index: number) => dispatch({ kind: 'go along stream', index });
  const bar = stepBar(
    {
      back: () => go(stream.past.length - 1),
      step: () => move('one step'),
      play: () => move('playing'),
      pause: () => move('resting'),
      run: () => move('running'),
      reset: () => dispatch({ kind: 'choose stream', margin: stream.margin, blocks: stream.blocks }),
    },
    'Through all points, as fast as it goes',
    {
      label: 'Stream',
      scrubber: { label: 'Seen', describe: () => stream.seen.toLocaleString('en'), onScrub: go },
      onSpeed: (speed) => dispatch({ kind: 'choose speed', speed }),
    },
  );
  return {
    element: bar.element,
    render(state) {
      stream = state.stream;
      const { past, future, seen, motion } = stream;
      bar.render({
        moving: motion !== 'resting',
        canStep: seen < streamLength,
        canGoBack: past.length > 0,
        moment: past.length,
        moments: past.length + 1 + future.length,
        speed: state.speed,
      });
    },
  };
}

export function streamControls(dispatch: (action: Action) => void): Part<State> {
  let stream: State['stream'];
  const margin = selectChoice<string>('Least distance from the line', margins, (chosen) =>
    dispatch({ kind: 'choose stream', margin: Number(chosen), blocks: stream.blocks }),
  );
  const blocks = segmentedChoice<Blocks>('Points for each run', { one: '1', block: '4,096' }, (chosen) =>
    dispatch({ kind: 'choose stream', margin: stream.margin, blocks: chosen }),
  );
  const note = html(
    'p',
    { class: 'hint' },
    'Weights change only after mistakes, so all sums up to the next mistake can be computed in one run. The updates are the same as point by point.',
  );
  return {
    element: html('div', { class: 'stream-bar' }, margin.element, blocks.element, note),
    render(state) {
      stream = state.stream;
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
    x: {
      title: 'points seen',
      domain: [1, streamLength],
      kind: 'log',
      format: (value) => value.toLocaleString('en'),
    },
    y: { title: 'mistakes', domain: [0, Math.max(10, mistakes * 1.1)] },
    aspect: 0.75,
    series: [
      {
        name: 'mistakes',
        points: [
          ...curve.flatMap(([at, count]) => [[at, count - 1] as const, [at, count] as const]),
          ...last,
        ],
        number: 1,
      },
    ],
    empty: 'No point yet',
  };
}
