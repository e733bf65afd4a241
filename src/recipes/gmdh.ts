import { slice } from '../datasets/dataset.ts';
import { products } from '../datasets/products.ts';
import { mul } from '../graph/ops/index.ts';
import { input } from '../graph/value.ts';
import { meanSquare, type Observations, outputOf } from '../trainer/gmdh/fit-unit.ts';
import { type GmdhNetwork, growNetwork } from '../trainer/gmdh/grow-network.ts';
import type { Column } from '../trainer/gmdh/least-squares.ts';
import { gmdhGraph } from '../trainer/gmdh/network-graph.ts';
import { observations } from '../trainer/gmdh/observations.ts';
import { random } from '../trainer/initializers/random.ts';
import { squaredError } from '../trainer/losses/squared-error.ts';
import { shortest } from './history.ts';
import type { DataSource, Network } from './recipe.ts';
import type { SolvedRecipe } from './solved-recipe.ts';

const dataSeed = 1;
/** The first are fitted to, the next choose; together they are the training examples. */
export const [fitted, checked] = [150, 150];
const heldOut = 400;
const keep = 6;

export const productData: DataSource = {
  name: 'A quantity that five of six numbers decide',
  licence: 'CC0-1.0',
  origin: `src/datasets/products.ts: ${fitted} + ${checked} + ${heldOut} measurements, seed ${dataSeed}`,
  load: () => {
    const all = products(fitted + checked + heldOut, {}, random(dataSeed));
    return {
      training: slice(all, 0, fitted + checked),
      heldOut: slice(all, fitted + checked, all.count),
    };
  },
};

/** A network of polynomials that adds layers for as long as observations it was not fitted to say so. */
export default {
  id: 'gmdh',
  title: 'Network of polynomials',
  task: 'Estimates a quantity from six numbers, of which one has nothing to do with it.',
  meanings: {
    x: 'x₁ … x₆, each −1 … 1',
    y: 'the estimate of (1 + x₁x₂)(1 + x₃x₄) + x₁x₅',
  },
  hyperparameters: {
    method: 'group method of data handling: least squares layer by layer',
    'fitted to': `the first ${fitted} training examples`,
    'units and depth chosen by': `the other ${checked}`,
    'units kept in a layer': keep,
    loss: 'mean squared error; the error of measurement alone has one of 0.01',
  },
  seed: dataSeed,
  data: productData,
  solve({ training, heldOut: others }) {
    const [fit, check] = [slice(training, 0, fitted), slice(training, fitted, training.count)].map(
      ({ x, target }) => observations(x, target),
    );
    const network = growNetwork(fit, check, { keep });
    const { parameters } = gmdhGraph(network, 1);
    const tried = network.criterion.length - network.layers.length;
    const sets = {
      loss: observations(training.x, training.target),
      'fitted loss': fit,
      'checking loss': check,
    };
    const measuredSets =
      others.count > 0 ? { ...sets, 'held-out loss': observations(others.x, others.target) } : sets;
    return {
      build: (size) => build(network, size),
      parameters,
      architecture: network.layers.map((_, l) => {
        const units = unitsOf(parameters, l + 1);
        return `layer ${l + 1}: ${units} polynomial unit${units === 1 ? '' : 's'} of two inputs`;
      }),
      history: {
        steps: [0, ...network.layers.map((_, l) => l + 1)],
        curves: Object.fromEntries(
          Object.entries(measuredSets).map(([name, set]) => [name, errors(network, set, mean(fit.target))]),
        ),
        parameters: {},
      },
      metrics: {
        layers: network.layers.length,
        'checking loss': shortest(network.criterion[network.layers.length - 1]),
        ...(tried > 0 && {
          'checking loss of one more layer': shortest(network.criterion[network.layers.length]),
        }),
      },
    };
  },
  engine: 'wasm',
  preferredProvider: 'wasm',
} satisfies SolvedRecipe;

function build(network: GmdhNetwork, size: number): Network {
  const target = input('target', [size, 1]);
  const { graph, parameters } = gmdhGraph(network, size);
  const { y } = graph.outputs;
  return {
    batch: [graph.inputs[0], target],
    parameters: graph.inputs.filter(({ name }) => name in parameters),
    outputs: { y },
    // Twice the half.
    measures: { loss: mul(2, squaredError(y, target)) },
  };
}

/** Mean squared error of a constant, then of the best unit of each layer. */
function errors({ layers }: GmdhNetwork, { inputs, target }: Observations, constant: number): number[] {
  const found = [meanSquare(target.map((one) => one - constant))];
  let below: readonly Column[] = inputs;
  for (const units of layers) {
    below = units.map((unit) => outputOf(unit, below));
    found.push(meanSquare(below[0].map((y, i) => y - target[i])));
  }
  return found.map(shortest);
}

const mean = (column: Column): number => column.reduce((sum, one) => sum + one, 0) / column.length;

/** How many units of a layer the answer depends on. */
const unitsOf = (parameters: Readonly<Record<string, unknown>>, layer: number): number =>
  Object.keys(parameters).filter((name) => name.startsWith(`layer${layer}.`) && name.endsWith('.bias'))
    .length;
