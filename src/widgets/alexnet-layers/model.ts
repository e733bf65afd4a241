/** What the layer explorer shows: a network, a picture, and the layer looked at. */

import type { FigureModel } from '../kit/figure-model.ts';
import { choice } from '../kit/settings-fields.ts';
import {
  type LayerName,
  type LayerRow,
  type LayerTable,
  layerNames,
  layerTable,
  type NetworkName,
  type PictureName,
} from './layers.ts';
import { describeState, mapsInWords, percent, whole } from './sentences.ts';

export interface State {
  readonly network: NetworkName;
  readonly picture: PictureName;
  readonly layer: LayerName;
  readonly table: LayerTable;
}

export type Action =
  | { readonly kind: 'choose network'; readonly network: NetworkName }
  | { readonly kind: 'choose picture'; readonly picture: PictureName }
  | { readonly kind: 'choose layer'; readonly layer: LayerName };

const fields = {
  network: choice('network', ['two-cards', 'one-card', 'torchvision'], 'two-cards'),
  picture: choice('picture', ['fitting', 'padded', 'printed'], 'fitting'),
  layer: choice('layer', layerNames, 'conv2'),
};

const counted = (state: Omit<State, 'table'>): State => ({
  ...state,
  table: layerTable(state.network, state.picture),
});

export const rowOf = ({ table, layer }: State): LayerRow =>
  table.rows.find(({ name }) => name === layer) as LayerRow;

export const model: FigureModel<State, Action, typeof fields> = {
  name: 'alexnet-layers',
  title: 'AlexNet, layer by layer',
  fields,
  initial: ({ network, picture, layer }) => counted({ network, picture, layer }),
  update(state, action) {
    switch (action.kind) {
      case 'choose network':
        return counted({ ...state, network: action.network });
      case 'choose picture':
        return counted({ ...state, picture: action.picture });
      case 'choose layer':
        return { ...state, layer: action.layer };
    }
  },
  settingsOf: ({ network, picture, layer }) => ({ network, picture, layer }),
  describe: (state) => describeState(state.table, rowOf(state)),
  table: ({ table }) => ({
    caption: 'Layers with their shapes, parameters and multiply-adds for one picture',
    columns: ['Layer', 'Input', 'Output', 'Groups', 'Parameters', 'Share', 'Multiply-adds', 'Share'],
    rows: [
      ...table.rows.map((row) => [
        row.name,
        mapsInWords(row.input),
        mapsInWords(row.output),
        row.kind === 'convolution' ? String(row.groups) : '–',
        whole(row.parameters),
        percent(row.parameters / table.parameters),
        whole(row.work),
        percent(row.work / table.work),
      ]),
      [
        'together',
        mapsInWords(table.pixels),
        '1,000',
        '',
        whole(table.parameters),
        '100 %',
        whole(table.work),
        '100 %',
      ],
    ],
  }),
  hyperparameters: ({ table }) => [
    ['Picture', `${table.pixels[1]} × ${table.pixels[1]} pixels, ${table.pixels[0]} colours`],
    ['Pooling', 'largest of 3 × 3, every 2 pixels'],
    ['Normalisation', table.rows[1].steps.length > 1 ? '5 channels, α 10⁻⁴, β 0.75, k 2' : 'none'],
    ['Parameter', '4 bytes (float32)'],
    ['Counted', 'weights and biases; multiply-adds of weights, one picture'],
  ],
};
