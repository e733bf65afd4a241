/** The figure of the small network: state, link, sentence, table. */

import { type DrawingName, drawings } from '../../datasets/drawings/index.ts';
import { cifarClasses } from '../../recipes/cifar-layers.ts';
import type { FigureModel } from '../kit/figure-model.ts';
import { formatNumber } from '../kit/number-format.ts';
import { choice, whole } from '../kit/settings-fields.ts';
import { layerNames, layerTitles, shapeOf, summarise } from './layers.ts';
import { painted } from './painted.ts';
import { describeState } from './sentences.ts';
import { type Action, answersOf, drawingPicture, epochsOf, type State } from './state.ts';

const drawingNames = Object.keys(drawings) as DrawingName[];
const lastEpoch = 26;

const fields = {
  drawing: choice('drawing', drawingNames, 'cat'),
  layer: choice('layer', layerNames, 'conv1.relu'),
  epoch: whole('epoch', { min: 0, max: lastEpoch }, lastEpoch),
};

const repainted = (state: State): State => ({
  ...state,
  source: { kind: 'painted' },
  picture: painted(state.strokes, state.ground, state.ink),
});

export const model: FigureModel<State, Action, typeof fields> = {
  name: 'cifar-net',
  title: 'A small relative of AlexNet',
  fields,
  initial: ({ drawing, layer, epoch }, previous) => ({
    source: { kind: 'drawing', name: drawing },
    picture: drawingPicture(drawing),
    strokes: [],
    ground: 'sky',
    ink: 'dark',
    layer,
    epoch,
    playing: false,
    speed: 'normal',
    shipped: previous?.shipped ?? null,
    answered: previous?.answered ?? null,
  }),
  update(state, action) {
    switch (action.kind) {
      case 'loaded':
        return { ...state, shipped: action.shipped };
      case 'take drawing':
        return {
          ...state,
          source: { kind: 'drawing', name: action.name },
          picture: drawingPicture(action.name),
          strokes: [],
        };
      case 'paint':
        return repainted({ ...state, strokes: action.strokes });
      case 'set ground':
        return repainted({ ...state, ground: action.ground });
      case 'set ink':
        return repainted({ ...state, ink: action.ink });
      case 'take own':
        return {
          ...state,
          source: { kind: 'own', name: action.name },
          picture: action.picture,
          strokes: [],
        };
      case 'answered':
        return { ...state, answered: { picture: action.picture, answers: action.answers } };
      case 'show layer':
        return { ...state, layer: action.layer };
      case 'show epoch':
        return {
          ...state,
          epoch: Math.min(epochsOf(state) - 1, Math.max(0, action.epoch)),
        };
      case 'play':
        return { ...state, playing: action.playing };
      case 'set speed':
        return { ...state, speed: action.speed };
    }
  },
  settingsOf: ({ source, layer, epoch }) => ({
    // A picture of the reader's own does not leave the page, not even in a link.
    drawing: source.kind === 'drawing' ? source.name : fields.drawing.start,
    layer,
    epoch,
  }),
  describe: describeState,
  table(state) {
    const answers = answersOf(state);
    const probabilities = answers
      ? cifarClasses.map((name, i) => [name, 'probability', formatNumber(answers.probability[i]), '', ''])
      : [];
    const channels = answers
      ? summarise(answers[state.layer], shapeOf(state.layer)).map(({ least, mean, most }, i) => [
          `channel ${i + 1}`,
          layerTitles[state.layer],
          formatNumber(least),
          formatNumber(mean),
          formatNumber(most),
        ])
      : [];
    return {
      caption: `Probabilities, and the channels of ${layerTitles[state.layer]}`,
      columns: ['Class or channel', 'Of', 'Probability or smallest', 'Mean', 'Largest'],
      rows: [...probabilities, ...channels],
    };
  },
  hyperparameters: ({ shipped }) =>
    shipped
      ? Object.entries({
          ...shipped.card.hyperparameters,
          parameters: shipped.card.parameters,
          'training pictures': shipped.card.data.training,
          'held-out accuracy': shipped.card.metrics['held-out accuracy'],
          seed: shipped.card.seed,
        }).map(([name, value]) => [name, String(value)] as const)
      : [],
  moving: ({ playing }) => playing,
};
