/** Feeds the stream to the models: block by block, or one point at a time in the worker. */

import type { RunningFigure } from '../kit/run-figure.ts';
import { pointsOf } from './points.ts';
import { addedFile, blockName } from './rule-graphs.ts';
import { rules, type State, type Unit } from './state.ts';
import { blockSizes, mostRecent, type Streamed, turnOf } from './stream.ts';
import { type Block, type StreamSource, streamSource } from './stream-source.ts';
import type { Action } from './update.ts';

type Engine = RunningFigure<State, Action>['engine'];

const scalar = (value: number) => ({ shape: [], data: Float32Array.of(value) });
const feedsOf = ({ weights, bias }: Unit) => ({
  weights: { shape: [2, 1], data: Float32Array.from(weights) },
  bias: { shape: [1], data: Float32Array.of(bias) },
});
const unitFrom = (weights: Float32Array, bias: Float32Array): Unit => ({
  weights: [weights[0], weights[1]],
  bias: bias[0],
});

/** @returns a function that runs the next points and dispatches what they brought */
export function runStream(figure: RunningFigure<State, Action>, signal: AbortSignal): () => Promise<void> {
  let source: StreamSource | null = null;
  /** The stream that `source` belongs to has seen so many points. */
  let given = 0;
  let margin = 0;
  return async () => {
    const { stream, speed } = figure.state;
    const count = turnOf(stream, speed);
    if (count === 0) return;
    if (!source || stream.seen !== given || stream.margin !== margin) {
      source = streamSource(stream.margin);
      [given, margin] = [0, stream.margin];
      // After a step back the points seen so far are drawn once more.
      for (; given < stream.seen; given += Math.min(blockSizes.block, stream.seen - given))
        source.next(Math.min(blockSizes.block, stream.seen - given));
    }
    const block = source.next(count);
    given += count;
    const began = performance.now();
    const run = stream.blocks === 'block' ? runBlock : runOneByOne;
    const { unit, mistakesAt } = await run(figure.engine, block, stream.unit, count, signal);
    const { stream: now } = figure.state;
    // The reader has begun another stream meanwhile.
    if (now.seen !== stream.seen || now.margin !== stream.margin || now.blocks !== stream.blocks) return;
    const seconds = (performance.now() - began) / 1000;
    const { radiusSquared, least } = block;
    const drawn = Math.min(count, mostRecent);
    const recent = pointsOf({
      count: drawn,
      x: block.x.subarray(2 * (count - drawn)),
      target: block.target.subarray(count - drawn),
    });
    figure.dispatch({
      kind: 'streamed',
      block: { count, mistakesAt, unit, radiusSquared, least, seconds, recent },
    });
  };
}

type Outcome = Pick<Streamed, 'unit' | 'mistakesAt'>;

/** All sums up to the next mistake at once: as many runs as there are mistakes, and one more. */
export async function runBlock(
  engine: Pick<Engine, 'run'>,
  block: Pick<Block, 'x' | 'target'>,
  before: Unit,
  count: number,
): Promise<Outcome> {
  const { block: size } = blockSizes;
  // The last block is short; the empty places are given out as gone through.
  const skipped = size - count;
  const x = new Float32Array(2 * size);
  const target = new Float32Array(size);
  x.set(block.x, 2 * skipped);
  target.set(block.target, skipped);
  const mistakesAt: number[] = [];
  let unit = before;
  for (let from = skipped; from < size; ) {
    const outputs = await engine.run(blockName, addedFile, {
      x: { shape: [size, 2], data: x },
      target: { shape: [size, 1], data: target },
      from: scalar(from),
      learningRate: scalar(1),
      ...feedsOf(unit),
    });
    const first = outputs.first[0];
    if (first < size) mistakesAt.push(first - skipped + 1);
    unit = unitFrom(outputs['weights.next'], outputs['bias.next']);
    from = first + 1;
  }
  return { unit, mistakesAt };
}

/** The shipped step, once for each point; the weights stay in the worker. */
async function runOneByOne(
  engine: Engine,
  block: Pick<Block, 'x' | 'target'>,
  before: Unit,
  count: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const learningRate = scalar(1);
  const { state, kept } = await engine.runSteps(
    rules.perceptron.model,
    'step.onnx',
    {
      state: feedsOf(before),
      carried: [
        { from: 'weights', to: 'weights.next' },
        { from: 'bias', to: 'bias.next' },
      ],
      batches: Array.from({ length: count }, (_, i) => ({
        x: { shape: [1, 2], data: block.x.slice(2 * i, 2 * i + 2) },
        target: { shape: [1, 1], data: block.target.slice(i, i + 1) },
        learningRate,
      })),
      keep: ['loss'],
    },
    signal,
  );
  const mistakesAt = kept.flatMap(({ loss }, i) => (loss[0] === 1 ? [i + 1] : []));
  return { unit: unitFrom(state.weights, state.bias), mistakesAt };
}
