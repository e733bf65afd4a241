import { describe, expect, it } from 'vitest';
import { evaluate, type Feeds } from '../../../src/graph/evaluate.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { random } from '../../../src/trainer/initializers/random.ts';
import { cognitronStep } from '../../../src/trainer/self-organisation/cognitron.ts';
import { competitiveLearning } from '../../../src/trainer/self-organisation/competitive-learning.ts';
import { nearness } from '../../../src/trainer/self-organisation/s-cells.ts';
import { type Progress, train } from '../../../src/trainer/train.ts';
import '../../support/close-to.ts';

const small = (length: number, seed: number) => {
  const { uniform } = random(seed);
  return Float32Array.from({ length }, () => 0.01 + 0.01 * uniform());
};

/** A 5 × 5 image of a bar of three pixels around (row, column). */
function bar(direction: 'across' | 'down' | 'slanted', row = 2, column = 2): Float32Array {
  const image = new Float32Array(25);
  for (const step of [-1, 0, 1]) {
    const down = direction === 'across' ? 0 : step;
    const right = direction === 'down' ? 0 : step;
    image[5 * (row + down) + column + right] = 1;
  }
  return image;
}

const layer = { planes: 4, size: 3, padding: 1, selectivity: 4, column: 5 };
const step = competitiveLearning([1, 5, 5], layer);
const start = { excitatory: small(36, 1), inhibitory: new Float32Array(4) };

/** The plane of every representative. */
const planesOf = (chosen: ArrayLike<number>): number[] =>
  Array.from(chosen).flatMap((one, at) => (one > 0 ? [Math.floor(at / 25)] : []));

describe('one lesson of competitiveLearning', () => {
  const feeds: Feeds = { x: bar('across'), learningRate: [2], ...start };
  const out = evaluate(step, feeds);
  const [winner] = planesOf(out.representatives.data);

  it('has one winner when all cells compete', () =>
    expect(planesOf(out.representatives.data)).toHaveLength(1));
  it('changes the weights of the winning plane and no others', () => {
    for (let plane = 0; plane < 4; plane++) {
      const before = start.excitatory.subarray(9 * plane, 9 * plane + 9);
      const after = out['excitatory.next'].data.subarray(9 * plane, 9 * plane + 9);
      if (plane === winner) expect([...after]).not.toEqual([...before]);
      else expect([...after]).toEqual([...before]);
      expect(out['inhibitory.next'].data[plane] > 0).toBe(plane === winner);
    }
  });
  it('strengthens each synapse by q c x, and the inhibition by q/2 v, of what the winner saw', () => {
    const at = out.representatives.data.indexOf(1) - 25 * winner;
    const [row, column] = [Math.floor(at / 5), at % 5];
    const c = nearness(1, 3).data;
    let square = 0;
    for (let i = 0; i < 9; i++) {
      const [r, k] = [row + Math.floor(i / 3) - 1, column + (i % 3) - 1];
      const pixel = r >= 0 && r < 5 && k >= 0 && k < 5 ? bar('across')[5 * r + k] : 0;
      square += c[i] * pixel * pixel;
      expect(out['excitatory.next'].data[9 * winner + i]).toBeCloseTo(
        start.excitatory[9 * winner + i] + 2 * c[i] * pixel,
        12,
      );
    }
    expect(out['inhibitory.next'].data[winner]).toBeCloseTo(Math.sqrt(square), 12);
  });
  it('says how unfamiliar the image is', () =>
    expect(out.loss.data[0]).toBe(1 - Math.max(...out.answers.data)));
  it('teaches nothing by an empty image', () => {
    const dark = evaluate(step, { ...feeds, x: new Float32Array(25) });
    expect(dark['excitatory.next'].data).toEqual(Float64Array.from(start.excitatory));
    expect(dark.loss.data[0]).toBe(1);
  });
  it('gives what onnxruntime gives', async () => {
    const session = await createSession(encodeModel(step));
    const outputs = await session.run(
      Object.fromEntries(
        step.inputs.map(({ name, shape }) => [name, session.upload(shape, Float32Array.from(feeds[name]))]),
      ),
    );
    for (const [name, tensor] of Object.entries(outputs))
      expect(await tensor.read()).toBeCloseToTensor(out[name].data, 2e-6);
    session.dispose();
  });
});

/** Shows the images in turn, by the loop that trains everything else. */
async function learn(images: readonly Float32Array[], rounds: number, learningRate: number) {
  const session = await createSession(encodeModel(step));
  const losses: number[] = [];
  let state: Record<string, Float32Array> = {};
  const keep = async ({ state: now }: Progress) => {
    state = {
      excitatory: (await now.excitatory.read()).slice(),
      inhibitory: (await now.inhibitory.read()).slice(),
    };
  };
  const batches = Array.from({ length: rounds }, () => images.map((x) => ({ x }))).flat();
  for await (const progress of train(session, step, { batches, initial: start, learningRate })) {
    losses.push((await progress.loss.read())[0]);
    await keep(progress);
  }
  session.dispose();
  /** The strongest answer of each plane to an image. */
  const answersTo = (x: Float32Array) => {
    const { data } = evaluate(step, { x, learningRate: [0], ...state }).answers;
    return [0, 1, 2, 3].map((plane) => Math.max(...data.subarray(25 * plane, 25 * plane + 25)));
  };
  return { losses, answersTo };
}

const strongest = (answers: readonly number[]) => answers.indexOf(Math.max(...answers));

describe('many lessons of competitiveLearning', () => {
  it('make the winner answer its image ever more, towards 1', async () => {
    const { losses } = await learn([bar('across')], 12, 4);
    for (let i = 1; i < losses.length; i++) expect(losses[i]).toBeLessThan(losses[i - 1]);
    expect(losses[0]).toBeGreaterThan(0.75);
    expect(losses[11]).toBeLessThan(0.1);
  });

  it('give each of three shapes a plane of its own, without being told that there are three', async () => {
    const shapes = [bar('across'), bar('down'), bar('slanted')];
    const { answersTo } = await learn(shapes, 10, 16);
    const winners = shapes.map((x) => strongest(answersTo(x)));
    expect(new Set(winners).size).toBe(3);
    shapes.forEach((x, i) => {
      const answers = answersTo(x);
      expect(answers[winners[i]]).toBeGreaterThan(0.8);
      for (const other of winners.filter((plane) => plane !== winners[i]))
        expect(answers[other]).toBeLessThan(0.3);
    });
  });

  it('hold at every place of the image, because a plane shares its weights', async () => {
    const { answersTo } = await learn([bar('across'), bar('down')], 10, 16);
    for (const direction of ['across', 'down'] as const) {
      const learnt = answersTo(bar(direction));
      const moved = answersTo(bar(direction, 3, 1));
      expect(strongest(moved)).toBe(strongest(learnt));
      expect(Math.max(...moved)).toBeCloseTo(Math.max(...learnt), 5);
    }
  });
});

describe('cognitronStep', () => {
  const lesson = cognitronStep(4, 7, { radius: 1, selectivity: 2 });
  const weights = { excitatory: small(28, 3), inhibitory: new Float32Array(7) };
  const feeds: Feeds = { x: [1, 0, 0.5, 0], learningRate: [8], ...weights };
  const out = evaluate(lesson, feeds);

  it('lets a cell win if no neighbour answers more strongly, so several may, and none side by side', () => {
    const u = [...out.answers.data];
    const expected = u.map((one, j) => (one > 0 && one >= (u[j - 1] ?? 0) && one >= (u[j + 1] ?? 0) ? 1 : 0));
    expect([...out.winners.data]).toEqual(expected);
    expect(expected.filter((one) => one === 1).length).toBeGreaterThan(1);
    expect(expected.filter((one) => one === 0).length).toBeGreaterThan(1);
  });
  it('strengthens the active synapses of winners and nothing else', () => {
    for (let j = 0; j < 7; j++)
      for (let i = 0; i < 4; i++) {
        const grown = out['excitatory.next'].data[7 * i + j] - weights.excitatory[7 * i + j];
        expect(grown).toBeCloseTo(out.winners.data[j] * (8 / 4) * [1, 0, 0.5, 0][i], 12);
      }
    const v = Math.sqrt((1 + 0.25) / 4);
    expect(out['inhibitory.next'].data).toBeCloseToTensor(
      out.winners.data.map((one) => 4 * v * one),
      1e-12,
    );
  });
  it('makes winners answer their pattern more the next time, towards 1, and losers not', () => {
    let now: Feeds = feeds;
    let previous = out.answers.data;
    for (let round = 0; round < 20; round++) {
      const { answers, ...rest } = evaluate(lesson, now);
      if (round > 1)
        answers.data.forEach((u, j) => {
          if (out.winners.data[j] === 1) expect(u).toBeGreaterThan(previous[j]);
          else expect(u).toBe(previous[j]);
        });
      previous = answers.data;
      now = { ...now, excitatory: rest['excitatory.next'].data, inhibitory: rest['inhibitory.next'].data };
    }
    expect(Math.max(...previous)).toBeGreaterThan(0.9);
    expect(Math.max(...previous)).toBeLessThan(1);
  });
  it('leaves all learning to one cell when every cell is a neighbour', () => {
    const wide = cognitronStep(4, 7, { radius: 6, selectivity: 2 });
    expect(evaluate(wide, feeds).winners.data.reduce((a, b) => a + b)).toBe(1);
  });
});
