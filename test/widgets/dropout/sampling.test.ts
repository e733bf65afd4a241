import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSession } from '../../../src/runtime/wasm.ts';
import { answersOf, distance, samplingFeeds, samplingGraph } from '../../../src/widgets/dropout/compute.ts';
import { distances, dropoutModel, pictureOf } from '../../../src/widgets/dropout/model.ts';
import { type Convention, networks, type Settings } from '../../../src/widgets/dropout/state.ts';
import { frozenGraph } from '../../../src/widgets/kit/frozen-graph.ts';
import { startSettings } from '../../../src/widgets/kit/settings.ts';

const trained = readFileSync(join(import.meta.dirname, '../../../models', networks.half, 'model.onnx'));

async function ask(change: Partial<Settings> = {}, convention: Convention = 'inverted') {
  const state = dropoutModel.initial({ ...startSettings(dropoutModel), ...change });
  const session = await createSession(frozenGraph(samplingGraph(0.5, convention), trained));
  const fed = Object.entries(samplingFeeds(pictureOf(state), state.settings)).map(
    ([name, { shape, data }]) => [name, session.upload(shape, data)],
  );
  const numbers: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(await session.run(Object.fromEntries(fed))))
    numbers[name] = Float32Array.from(await tensor.read());
  session.dispose();
  return answersOf(numbers);
}

describe('answers under masks', () => {
  it('have a geometric mean that comes nearer to the scaled network with more masks, for digits it is unsure of', async () => {
    let [few, many] = [0, 0];
    for (let digit = 0; digit < 10; digit++) {
      const { geometric } = distances(await ask({ digit }));
      few += geometric[0];
      many += geometric[255];
    }
    expect(many).toBeLessThan(few / 4);
  });
  it('are the same under both conventions, though other numbers are handed on', async () => {
    const [inverted, classic] = [await ask(), await ask({}, 'classic')];
    expect(distance(inverted.whole, classic.whole)).toBeLessThan(1e-5);
    expect(distance(inverted.means[255], classic.means[255])).toBeLessThan(1e-5);
    expect(classic.handed.whole).toBeCloseTo(inverted.handed.whole / 2, 3);
    expect(classic.handed.sampled).toBeCloseTo(inverted.handed.sampled / 2, 3);
  });
  it('change when strong units are taken away', async () => {
    expect(distance((await ask()).whole, (await ask({ removed: 96 })).whole)).toBeGreaterThan(0.001);
  });
});
