/** The drawings of the figure as SVG text: the same at build time and in the page. */

import { areaPath } from '../kit/field.ts';
import { framedMarkup, horizontal, type Plane, short, size, vertical } from '../kit/plane.ts';
import type { Place, PlotSpec } from '../kit/plot.ts';
import { type SeriesNumber, seriesSymbol } from '../kit/series.ts';
import { classes, labelsOf, perNat, training } from './network.ts';
import { chance, epochsShown, type Moment, momentOf, type State, untrainedMean } from './state.ts';

export const plane: Plane = {
  domain: [-1.25, 1.25],
  axes: ['x₁', 'x₂'],
  ticks: [-1, 0, 1],
  id: 'training-plane',
};

const labels = labelsOf(training);

/** By how much each class leads over the best of the others; where it does, its area lies. */
export function leadOf(probabilities: ArrayLike<number>, one: number): Float32Array {
  return Float32Array.from({ length: probabilities.length / classes }, (_, i) => {
    let best = 0;
    for (let k = 0; k < classes; k++) if (k !== one) best = Math.max(best, probabilities[classes * i + k]);
    return probabilities[classes * i + one] - best;
  });
}

/** The class with the largest probability. */
export function answerAt(probabilities: ArrayLike<number>, example: number): number {
  let best = 0;
  for (let k = 1; k < classes; k++)
    if (probabilities[classes * example + k] > probabilities[classes * example + best]) best = k;
  return best;
}

/** @param place another plane of the same domain, for a second drawing in the page */
export function planeMarkup(
  moment: Moment | null,
  field: Float32Array | null,
  selected: number | null,
  { title, description, place = plane }: { title: string; description: string; place?: Plane },
): string {
  const [x, y] = [horizontal(place), vertical(place)];
  const areas = field
    ? Array.from(
        { length: classes },
        (_, one) =>
          `<path class="class-area series-${one + 1}" d="${areaPath(place, leadOf(field, one), 0)}"/>`,
      ).join('')
    : '';
  const points = labels
    .map((label, i) => {
      const right = moment ? answerAt(moment.probabilities, i) === label : true;
      const at = `${short(x(training.x[2 * i]))} ${short(y(training.x[2 * i + 1]))}`;
      return (
        `<g class="example series-${label + 1}" data-right="${right}" data-selected="${i === selected}" transform="translate(${at})">` +
        `${i === selected ? '<circle class="ring" r="11"/>' : ''}<path d="${seriesSymbol((label + 1) as SeriesNumber, 44)}"/></g>`
      );
    })
    .join('');
  return (
    `<svg class="plane" viewBox="0 0 ${size} ${size}" role="img" aria-labelledby="${place.id}-title ${place.id}-text">` +
    `<title id="${place.id}-title">${title}</title><desc id="${place.id}-text">${description}</desc>` +
    `${framedMarkup(place, areas, points)}</svg>`
  );
}

const curve = (state: State, of: (moment: Moment) => number): Place[] =>
  state.moments.slice(0, epochsShown(state) + 1).map((moment, i): Place => [i, of(moment)]);

const epochs = (state: State): readonly [number, number] => [0, Math.max(10, epochsShown(state))];

export function lossSpec(state: State): PlotSpec {
  const scale = perNat[state.course.unit];
  return {
    id: 'training-loss',
    title: 'Loss by epoch',
    description: 'Cross-entropy on the training points and on the held-out points after each epoch.',
    x: { title: 'epoch', domain: epochs(state) },
    y: { title: `loss in ${state.course.unit}`, domain: [0, 1.5 * scale] },
    series: [
      { name: 'training', points: curve(state, ({ training: { loss } }) => loss * scale), number: 1 },
      { name: 'held out', points: curve(state, ({ heldOut: { loss } }) => loss * scale), number: 2 },
    ],
    marks: [{ y: Math.log(classes) * scale, text: 'equal guesses' }],
    aspect: 0.55,
  };
}

export function accuracySpec(state: State): PlotSpec {
  return {
    id: 'training-accuracy',
    title: 'Accuracy by epoch',
    description: 'Share of the points that get the right class, after each epoch.',
    x: { title: 'epoch', domain: epochs(state) },
    y: { title: 'accuracy', domain: [0, 1] },
    series: [
      { name: 'training', points: curve(state, ({ training: { accuracy } }) => accuracy), number: 1 },
      { name: 'held out', points: curve(state, ({ heldOut: { accuracy } }) => accuracy), number: 2 },
    ],
    marks: [{ y: chance, text: 'chance' }],
    aspect: 0.55,
  };
}

/** One point for each untrained network. */
export function chanceSpec(state: State): PlotSpec {
  const mean = untrainedMean(state);
  return {
    id: 'training-chance',
    title: 'Untrained networks',
    description: 'Accuracy of networks with fresh random weights, one point for each seed.',
    x: { title: 'seed of the initial weights', domain: [0, state.untrained.length + 1] },
    y: { title: 'accuracy without training', domain: [0, 1] },
    series: [
      {
        name: 'untrained network',
        as: 'points',
        points: state.untrained.map(({ accuracy }, i): Place => [i + 1, accuracy]),
        number: 3,
      },
    ],
    marks: mean ? [{ y: mean.accuracy, text: 'their mean' }] : [],
    empty: 'Being measured.',
    aspect: 0.4,
  };
}

export const livePlane = (state: State, description: string): string =>
  planeMarkup(momentOf(state), state.field?.probabilities ?? null, state.example, {
    title: 'Training points and the network’s answers',
    description,
  });
