/** The hidden layer: the plane as its two units see it, and the training that bent it so. */

import { html, setAttributes, setText, svg } from '../kit/dom.ts';
import { fieldMarkup } from '../kit/field.ts';
import { formatNumber } from '../kit/number-format.ts';
import {
  axesMarkup,
  clipMarkup,
  clipped,
  gridMarkup,
  horizontal,
  type Plane,
  short,
  size,
  symbolPath,
  symbolRadius,
  vertical,
} from '../kit/plane.ts';
import { stepBar } from '../kit/step-bar.ts';
import { isRight } from './course.ts';
import type { Measured, NetworkMoment, State } from './state.ts';
import type { Action } from './update.ts';

/** Answers of tanh units lie between −1 and 1. */
export const hiddenPlane: Plane = {
  id: 'perceptron-hidden',
  domain: [-1.15, 1.15],
  axes: ['h₁', 'h₂'],
  ticks: [-1, 0, 1],
};

export function networkView(dispatch: (action: Action) => void) {
  let state: State;
  let drawn: Measured['hiddenSpace'] = null;
  const field = svg('g', {});
  field.setAttribute('clip-path', `url(#${hiddenPlane.id}-clip)`);
  const points = svg('g', {});
  const drawing = svg('svg', { class: 'plane', viewBox: `0 0 ${size} ${size}`, role: 'img' });
  drawing.innerHTML = `<defs>${clipMarkup(hiddenPlane)}</defs>`;
  const axes = svg('g', {});
  axes.innerHTML = gridMarkup(hiddenPlane) + axesMarkup(hiddenPlane);
  drawing.append(field, axes, points);

  const move = (motion: State['motion']) => dispatch({ kind: 'move', motion });
  const show = (moment: number) => {
    move('resting');
    dispatch({ kind: 'show network moment', moment });
  };
  const bar = stepBar(
    {
      back: () => show(state.networkMoment - 1),
      step: () => show(state.networkMoment + 1),
      play: () => move('playing'),
      pause: () => move('resting'),
      run: () => show(state.shipped.network.length - 1),
      reset: () => show(0),
    },
    'To the end of training',
    {
      scrubber: {
        label: 'Training step',
        describe: (moment) =>
          `${state.shipped.network[moment].step} of ${state.shipped.network.at(-1)?.step}`,
        onScrub: show,
      },
      onSpeed: (speed) => dispatch({ kind: 'choose speed', speed }),
    },
  );
  const loss = html('p', { class: 'network-loss' });
  const curve = svg('svg', {
    class: 'curve',
    viewBox: '0 0 100 24',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  });
  return {
    element: html(
      'div',
      { class: 'network' },
      html('p', { class: 'panel-title' }, 'The same four points, as the two hidden units answer them'),
      drawing,
    ),
    controls: html('div', { class: 'network' }, curve, bar.element, loss),
    render(next: State) {
      state = next;
      const { network } = state.shipped;
      if (state.view !== 'hidden' || network.length === 0) return;
      const { networkMoment, motion, speed } = state;
      bar.render({
        moving: motion !== 'resting',
        canStep: networkMoment < network.length - 1,
        canGoBack: networkMoment > 0,
        moment: networkMoment,
        moments: network.length,
        speed,
      });
      curve.innerHTML = curveMarkup(network, state.networkMoment);
      setText(loss, `loss ${formatNumber(network[state.networkMoment].loss)} nats`);
      const { measured } = state;
      if (!measured?.hiddenSpace || measured.hiddenSpace === drawn) return;
      drawn = measured.hiddenSpace;
      field.innerHTML = fieldMarkup(hiddenPlane, drawn.field, Number.EPSILON) + linesMarkup(drawn.lines);
      points.innerHTML = pointsMarkup(state, drawn.points);
      setAttributes(drawing, { 'aria-label': describe(state, drawn.points) });
    },
  };
}

const linesMarkup = (lines: readonly Float32Array[]): string => {
  const [x, y] = [horizontal(hiddenPlane), vertical(hiddenPlane)];
  const path = (line: Float32Array) =>
    Array.from(
      { length: line.length / 2 },
      (_, i) => `${i === 0 ? 'M' : 'L'}${short(x(line[2 * i]))} ${short(y(line[2 * i + 1]))}`,
    ).join('');
  return `<path class="bent-grid" ${clipped(hiddenPlane)} d="${lines.map(path).join('')}"/>`;
};

/** The loss over the recorded moments, with a mark at the one shown; as wide as the slider below it. */
function curveMarkup(network: readonly NetworkMoment[], shown: number): string {
  const highest = Math.max(...network.map(({ loss }) => loss));
  const x = (index: number) => short((100 * index) / (network.length - 1));
  const y = (loss: number) => short(23 - (22 * loss) / highest);
  const path = network.map(({ loss }, i) => `${i === 0 ? 'M' : 'L'}${x(i)} ${y(loss)}`).join('');
  return `<path class="curve-line" d="${path}"/><path class="curve-mark" d="M${x(shown)} 0V24"/>`;
}

/** Points that the hidden units cannot tell apart share one name. */
function pointsMarkup(state: State, places: readonly (readonly [number, number])[]): string {
  const [x, y] = [horizontal(hiddenPlane), vertical(hiddenPlane)];
  return places
    .map(([h1, h2], i) => {
      const { label } = state.points[i];
      const together = places.flatMap(([a, b], j) => (Math.hypot(a - h1, b - h2) < 0.06 ? [j] : []));
      const name = together[0] === i ? together.map((j) => j + 1).join(', ') : '';
      return (
        `<g class="point" data-label="${label}" data-right="${isRight(state, i)}" transform="translate(${short(x(h1))} ${short(y(h2))})">` +
        `<path class="point-symbol" d="${symbolPath(label, symbolRadius(places.length))}"/><text class="point-name" x="12" y="-10">${name}</text></g>`
      );
    })
    .join('');
}

const describe = (state: State, places: readonly (readonly [number, number])[]): string =>
  `Answers of the hidden units: ${places
    .map(
      ([h1, h2], i) =>
        `point ${i + 1}, wanted ${state.points[i].label > 0 ? '+1' : '−1'}, at (${formatNumber(h1, 2)}, ${formatNumber(h2, 2)})`,
    )
    .join('; ')}.`;
