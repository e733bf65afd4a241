import { describe, expect, it } from 'vitest';
import { drawLetter, type Letter, letters, squareSide } from '../../../src/datasets/letters.ts';
import { evaluate } from '../../../src/graph/evaluate.ts';
import { type Graph, graph, input } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { neocognitron, type Stage } from '../../../src/trainer/self-organisation/neocognitron.ts';
import { organise } from '../../../src/trainer/self-organisation/organise.ts';
import '../../support/close-to.ts';

const side = squareSide;
const names = letters;
const draw = drawLetter;

const stages: Stage[] = [
  {
    features: { planes: 16, size: 3, padding: 1, selectivity: 4, column: 5 },
    pooling: { size: 5, stride: 2, padding: 2 },
  },
  { features: { planes: 6, size: 5, padding: 2, selectivity: 3, column: 6 }, pooling: { size: 5 } },
];
// The first is where the letters were when the network organised itself.
const places = [
  [3, 3],
  [2, 3],
  [4, 3],
  [3, 5],
  [1, 1],
  [5, 5],
  [6, 2],
  [2, 6],
] as const;

const open = (program: Graph) => createSession(encodeModel(program));
const learn = (seed: number) =>
  organise(
    names.map((letter) => draw(letter, 3, 3)),
    [1, side, side],
    stages,
    { rounds: 10, amount: 16, random: random(seed), open },
  );

const x = input('x', [places.length, 1, side, side]);
const { answers, parameters } = neocognitron(x, stages);
const program = graph('neocognitron', { answers }, [x, ...parameters]);
const picturesOf = (letter: Letter) =>
  Float32Array.from(places.flatMap(([row, column]) => [...draw(letter, row, column)]));

/** The plane of last C-cells that answers most strongly, for each place of the letter. */
function planesFor(letter: Letter, learnt: Readonly<Record<string, Float32Array>>): number[] {
  const { data, shape } = evaluate(program, { x: picturesOf(letter), ...learnt }).answers;
  const [, planes, down, across] = shape;
  return places.map((_, place) => {
    const best = Array.from({ length: planes }, (_, plane) =>
      Math.max(
        ...Array.from(
          { length: down * across },
          (_, at) => data[(place * planes + plane) * down * across + at],
        ),
      ),
    );
    return best.indexOf(Math.max(...best));
  });
}

describe('a neocognitron that has seen four letters at one place, without labels', () => {
  it('has a plane of its own for each letter, at eight places', async () => {
    const learnt = await learn(1);
    const planes = names.map((letter) => new Set(planesFor(letter, learnt)));
    expect(planes.map((set) => set.size)).toEqual([1, 1, 1, 1]);
    expect(new Set(planes.flatMap((set) => [...set])).size).toBe(4);
  });
  it.each([2, 3, 4])('mixes up no two letters at any of them, from initial weights %d too', async (seed) => {
    const learnt = await learn(seed);
    const owners = new Map<number, string>();
    for (const letter of names)
      for (const plane of planesFor(letter, learnt)) {
        expect(owners.get(plane) ?? letter).toBe(letter);
        owners.set(plane, letter);
      }
  });
  it('cannot tell them all apart before it has organised itself', () => {
    const { uniform } = random(1);
    const unlearnt = Object.fromEntries(
      parameters.map(({ name, shape }) => [
        name,
        Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () =>
          name.endsWith('excitatory') ? 0.01 + 0.01 * uniform() : 0,
        ),
      ]),
    );
    const planes = new Set(names.flatMap((letter) => planesFor(letter, unlearnt)));
    expect(planes.size).toBeLessThan(4);
  });
  it('is one file in onnxruntime, with its weights frozen, for any number of images', async () => {
    const learnt = await learn(1);
    const model = encodeModel(program, {
      initializers: learnt,
      batch: { symbol: 'N', size: places.length },
    });
    const session = await createSession(model);
    const expected = evaluate(program, { x: picturesOf('X'), ...learnt }).answers.data;
    const whole = await session.run({ x: session.upload(x.shape, picturesOf('X')) });
    expect(await whole.answers.read()).toBeCloseToTensor(expected, 1e-4);
    const one = await session.run({ x: session.upload([1, 1, side, side], draw('X', 3, 3)) });
    expect(await one.answers.read()).toBeCloseToTensor(
      expected.slice(0, expected.length / places.length),
      1e-4,
    );
    session.dispose();
  });
  it('tells after each round what it has learnt, the first stage before the second', async () => {
    const rounds: Readonly<Record<string, Float32Array>>[] = [];
    const onRound = (learnt: Readonly<Record<string, Float32Array>>) => void rounds.push(learnt);
    const images = names.map((letter) => draw(letter, 3, 3));
    const learnt = await organise(images, [1, side, side], stages, {
      rounds: 2,
      amount: 16,
      random: random(1),
      open,
      onRound,
    });
    const changed = (name: string) =>
      rounds.slice(1).map((round, i) => round[name].some((one, at) => one !== rounds[i][name][at]));
    expect(changed('stage1.excitatory')).toEqual([true, true, false, false]);
    expect(changed('stage2.excitatory')).toEqual([false, false, true, true]);
    expect(rounds[4]).toEqual(learnt);
  });
  it('organises itself in the same way from the same initial weights', async () =>
    expect(await learn(1)).toEqual(await learn(1)));
});
