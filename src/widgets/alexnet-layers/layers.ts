/** The layers of AlexNet as rows of numbers, read off the graph that the trainer builds. */

import { sizeOf } from '../../graph/shape.ts';
import type { Result, Value } from '../../graph/value.ts';
import { type AlexNetOptions, alexNet } from '../../trainer/networks/alexnet.ts';
import { countMultiplications, countParameters, total } from '../../trainer/networks/count.ts';
import { type ProgramLine, programOf } from './program.ts';

export const networks = {
  'two-cards': 'Two cards (2012)',
  'one-card': 'One card',
  torchvision: 'torchvision',
} as const;
export type NetworkName = keyof typeof networks;

export const pictures = { fitting: '227', padded: '224 in zeros', printed: '224' } as const;
export type PictureName = keyof typeof pictures;

export const layerNames = [
  'conv1',
  'pool1',
  'conv2',
  'pool2',
  'conv3',
  'conv4',
  'conv5',
  'pool5',
  'fc6',
  'fc7',
  'fc8',
] as const;
export type LayerName = (typeof layerNames)[number];

/** The window that slides over the layer's input. */
export interface Window {
  readonly size: number;
  readonly stride: number;
  readonly padding: number;
}

export interface LayerRow {
  readonly name: LayerName;
  readonly kind: 'convolution' | 'pooling' | 'dense';
  /** Channels, and the side of each map; a dense layer has units only. */
  readonly input: readonly number[];
  readonly output: readonly number[];
  /** Of convolution and pooling. */
  readonly window: Window | null;
  readonly groups: number;
  /** In words, in order: "convolution", "ReLU" and so on. */
  readonly steps: readonly string[];
  readonly parameters: number;
  /** Multiply-adds for one picture. */
  readonly work: number;
}

export interface LayerTable {
  /** Of the picture: channels and side. */
  readonly pixels: readonly number[];
  readonly rows: readonly LayerRow[];
  readonly parameters: number;
  readonly work: number;
  /** The graph that all this was read off. */
  readonly program: readonly ProgramLine[];
}

const optionsOf: Readonly<Record<NetworkName, AlexNetOptions>> = {
  'two-cards': {},
  'one-card': { groups: 1 },
  torchvision: { groups: 1, filters: [64, 192, 384, 256, 256], isNormalized: false },
};
const picturesOf: Readonly<Record<PictureName, AlexNetOptions>> = {
  fitting: {},
  padded: { side: 224, padding: 2 },
  printed: { side: 224 },
};

export function layerTable(network: NetworkName, picture: PictureName): LayerTable {
  const layers = alexNet({ ...optionsOf[network], ...picturesOf[picture] });
  const parameters = countParameters(layers.fc8);
  const work = countMultiplications(layers.fc8);
  const order = Object.keys(layers);
  const rows = layerNames.map((name): LayerRow => {
    const before = layers[order[order.indexOf(name) - 1]];
    const operators = between(before, layers[name]);
    const sliding = operators.find(({ op }) => ['Conv', 'MaxPool'].includes(op.name));
    return {
      name,
      kind: name.startsWith('conv') ? 'convolution' : name.startsWith('pool') ? 'pooling' : 'dense',
      input: mapsOf(before),
      output: mapsOf(layers[name]),
      window: sliding ? windowOf(sliding) : null,
      groups:
        (operators.find(({ op }) => op.name === 'Conv' && parameters[name])?.attributes.group as number) ?? 1,
      steps: operators.flatMap(inWords),
      parameters: parameters[name] ?? 0,
      work: work[name] ?? 0,
    };
  });
  return {
    pixels: mapsOf(layers.pixels),
    rows,
    parameters: total(parameters),
    work: total(work),
    program: programOf(layers),
  };
}

/** What stands between two values of the path, the second included. */
function between(before: Value, after: Value): Result[] {
  const operators: Result[] = [];
  for (let one = after; one !== before && one.kind === 'result'; one = one.inputs[0]) operators.unshift(one);
  return operators;
}

/** Without the batch; of maps the channels and one side. */
const mapsOf = ({ shape }: Value): number[] => shape.slice(1, 3);

function windowOf({ op, inputs, attributes }: Result): Window {
  const [size] =
    op.name === 'Conv' ? inputs[1].shape.slice(2) : (attributes.kernel_shape as readonly number[]);
  const [stride] = attributes.strides as readonly number[];
  const [padding] = (attributes.pads as readonly number[] | undefined) ?? [0];
  return { size, stride, padding };
}

function inWords({ op, inputs }: Result): string[] {
  if (op.name === 'Conv') return ['convolution'];
  if (op.name === 'Relu') return ['ReLU'];
  if (op.name === 'MaxPool') return ['max pooling'];
  if (op.name === 'Flatten') return [`${sizeOf(inputs[0].shape)} numbers in a row`];
  if (op.name === 'MatMul') return ['weighted sums'];
  // The only product on the way is that of local response normalisation.
  return op.name === 'Mul' ? ['local response normalisation'] : [];
}
