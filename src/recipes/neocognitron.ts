import type { Examples } from '../datasets/dataset.ts';
import { lettersAt, placesAcross } from '../datasets/letters.ts';
import { random } from '../trainer/initializers/random.ts';
import { organise } from '../trainer/self-organisation/organise.ts';
import { shortest } from './history.ts';
import { openMeter } from './measure.ts';
import {
  imageShape,
  letterNetwork,
  stageLines,
  stageSteps,
  stages,
  withNames,
} from './neocognitron-network.ts';
import type { DataSource, Numbers } from './recipe.ts';
import { hostedParameters, type SolvedRecipe } from './solved-recipe.ts';

const id = 'neocognitron';
const seed = 1;
const [rounds, amount] = [10, 16];
/** Row and column of each letter while the network organises itself. */
const [seenRow, seenColumn] = [3, 3];

export const fourLetters: DataSource = {
  name: 'Four letters in a square',
  licence: 'CC0-1.0',
  origin: `src/datasets/letters.ts: T, L, X and Z at one place to learn from, at all ${placesAcross ** 2 - 1} others held out`,
  load: () => {
    const places = Array.from({ length: placesAcross ** 2 }, (_, i): [number, number] => [
      Math.floor(i / placesAcross),
      i % placesAcross,
    ]);
    const unseen = places.filter(([row, column]) => row !== seenRow || column !== seenColumn);
    return { training: lettersAt([[seenRow, seenColumn]]), heldOut: lettersAt(unseen) };
  },
};

/** A network that has seen each of four letters at one place, without being told which it is. */
export default {
  id,
  title: 'Neocognitron for four letters',
  task: 'Says which of four letters stands in a square of 12 × 12 pixels, wherever it stands.',
  meanings: {
    x: 'pixels, 0 or 1: one letter of 5 × 5 pixels, the rest empty',
    planes: 'answer of the strongest C-cell of each plane of the last stage, 0 … 1',
    answer: 'answers of the planes that stand for T, L, X and Z; the largest names the letter',
  },
  hyperparameters: {
    method: 'competitive learning, stage by stage, without labels',
    'rounds through the letters in each stage': rounds,
    'amount of reinforcement': amount,
    'initial weights': 'excitatory uniform in 0.01 … 0.02, inhibitory zero',
    'names of planes':
      'afterwards, each letter gets the plane that answers it most strongly where it was seen',
    loss: 'how unfamiliar the images are: 1 less the strongest answer, mean over the images',
  },
  seed,
  data: fourLetters,
  async solve({ training, heldOut }, open) {
    const sets = Object.entries({ training, 'held-out': heldOut }).filter(([, { count }]) => count > 0);
    const meters = await Promise.all(
      sets.map(
        async ([set, examples]) =>
          [set, await openMeter({ id, build: letterNetwork }, examples, open)] as const,
      ),
    );
    const curves: Record<string, number[]> = {};
    const onRound = async (learnt: Numbers) => {
      const tensors = hostedParameters(letterNetwork, withNames(learnt, training));
      for (const [set, meter] of meters)
        for (const [name, mean] of Object.entries(await meter.read(tensors))) {
          const curve = set === 'training' && name === 'loss' ? name : `${set} ${name}`;
          curves[curve] = [...(curves[curve] ?? []), shortest(mean)];
        }
    };
    try {
      const settings = { rounds, amount, random: random(seed), open, onRound };
      const learnt = await organise(imagesOf(training), imageShape, stages, settings);
      return {
        build: letterNetwork,
        parameters: withNames(learnt, training),
        architecture: stageLines,
        history: { steps: curves.loss.map((_, round) => round * training.count), curves, parameters: {} },
        steps: stageSteps(),
      };
    } finally {
      for (const [, meter] of meters) meter.dispose();
    }
  },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies SolvedRecipe;

const imagesOf = ({ count, x }: Examples): Float32Array[] =>
  Array.from({ length: count }, (_, i) => x.slice((x.length / count) * i, (x.length / count) * (i + 1)));
