import { describe, expect, it } from 'vitest';
import { concat } from '../../../src/graph/ops/index.ts';
import { constant, graph, input, type Value } from '../../../src/graph/value.ts';
import { encodeModel } from '../../../src/onnx/model.ts';
import { createSession } from '../../../src/runtime/node.ts';
import { lstm } from '../../../src/trainer/layers/lstm.ts';
import { recurrent, timeSteps } from '../../../src/trainer/layers/recurrent.ts';
import { expectGradient, expectRuntimeAgrees, irregular } from '../../support/check-operator.ts';
import { numbersOf } from '../../support/numbers-of.ts';
import '../../support/close-to.ts';

type Layer = typeof recurrent;
const sequence =
  (layer: Layer) =>
  (x: Value, inputWeights: Value, recurrentWeights: Value, bias: Value): Value =>
    concat(layer(timeSteps(x), { inputWeights, recurrentWeights, bias }), 1);

// Three examples of four time steps of two inputs into five units.
const samples = (gates: number) => [
  irregular([3, 4, 2], 2),
  irregular([2, 5 * gates], 1, 2),
  irregular([5, 5 * gates], 1, 3),
  irregular([5 * gates], 1, 4),
];

describe.each([
  { name: 'recurrent', layer: recurrent, gates: 1 },
  { name: 'lstm', layer: lstm, gates: 4 },
])('$name', ({ layer, gates }) => {
  const at = samples(gates);
  it('has the gradient that central differences measure', () => expectGradient(sequence(layer), at));
  it('gives what onnxruntime gives', () => expectRuntimeAgrees(sequence(layer), at));
  it('can be stacked', () =>
    expectGradient(
      (x, w, u, b, w2) => {
        const weights = { recurrentWeights: u, bias: b };
        const below = layer(timeSteps(x), { inputWeights: w, ...weights });
        return concat(layer(below, { inputWeights: w2, ...weights }), 1);
      },
      [...at, irregular([5, 5 * gates], 1, 5)],
    ));
  it('takes any batch size once exported', async () => {
    const [x, w, u, b] = [[2, 3, 2], [2, gates], [1, gates], [gates]].map((shape, i) =>
      input(`i${i}`, shape),
    );
    const model = encodeModel(graph('any', { h: sequence(layer)(x, w, u, b) }), {
      batch: { symbol: 'N', size: 2 },
      initializers: {
        i1: new Float32Array(2 * gates),
        i2: new Float32Array(gates),
        i3: new Float32Array(gates),
      },
    });
    const session = await createSession(model);
    const { h } = await session.run({ i0: session.upload([5, 3, 2], new Float32Array(30)) });
    expect(h.shape).toEqual([5, 3, 1]);
    session.dispose();
  });
});

const row = (data: readonly number[]) => constant(data, 'float32', [1, data.length]);
const run = (
  layer: Layer,
  x: readonly number[],
  w: readonly number[],
  u: readonly number[],
  b: readonly number[],
) =>
  layer(timeSteps(constant(x, 'float32', [1, x.length, 1])), {
    inputWeights: row(w),
    recurrentWeights: row(u),
    bias: constant(b),
  }).map((state) => numbersOf(state)[0]);

describe('recurrent', () => {
  it('adds what the unit said before to what it sees now', () => {
    const first = Math.tanh(0.5 * 1 + 0.1);
    const second = Math.tanh(0.5 * 2 + 0.1 - 0.8 * first);
    expect(run(recurrent, [1, 2], [0.5], [-0.8], [0.1])).toBeCloseToTensor([first, second], 1e-12);
  });
});

describe('lstm', () => {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  it('writes, forgets and reads through its gates, in the order i, f, g, o', () => {
    const [w, u, b] = [
      [0.3, -0.4, 0.7, 0.2],
      [0.5, 0.6, -0.9, 0.8],
      [0.1, 1, -0.2, 0.4],
    ];
    let [h, c] = [0, 0];
    const expected = [1.5, -2].map((x) => {
      const [i, f, g, o] = w.map((_, gate) => w[gate] * x + u[gate] * h + b[gate]);
      c = sigmoid(f) * c + sigmoid(i) * Math.tanh(g);
      h = sigmoid(o) * Math.tanh(c);
      return h;
    });
    expect(run(lstm, [1.5, -2], w, u, b)).toBeCloseToTensor(expected, 1e-12);
  });
  it('remembers one input for a hundred steps when the forget gate stays open', () => {
    // The input gate opens on x = 1 only: 20 x − 10; the forget gate and the output gate are open.
    const pulse = [1, ...new Array<number>(99).fill(0)];
    const states = run(lstm, pulse, [20, 0, 5, 0], [0, 0, 0, 0], [-10, 12, 0, 12]);
    expect(states[99]).toBeGreaterThan(0.99 * states[0]);
    // A simple recurrent unit with the strongest feedback that settles at 0 has lost it.
    expect(run(recurrent, pulse, [1], [0.9], [0])[99]).toBeLessThan(1e-4);
  });
  it('refuses weights that do not divide into four gates of its units', () =>
    expect(() =>
      lstm([input('x', [2, 1, 4])], {
        inputWeights: input('w', [4, 20]),
        recurrentWeights: input('u', [5, 15]),
        bias: input('b', [20]),
      }),
    ).toThrow(new RangeError('lstm: recurrent weights [5, 15]: 5 units take 20 columns, 5 for each gate')));
});
