/**
 * Every operator on WebGPU in a real browser: the cases of test/graph/ops once more, with the page's runtime in the
 * place of onnxruntime-node. They compare outputs and gradients with the definitions.
 */

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as operators from '../../src/graph/ops/index.ts';
import type { Session } from '../../src/graph/session.ts';
import { hostTensor } from '../../src/graph/session.ts';
import { type OpenPage, openEnginePage } from './engine-page/open.ts';

let opened: OpenPage;
let sessions = 0;
const closing: Promise<void>[] = [];

async function createSession(model: Uint8Array): Promise<Session> {
  sessions++;
  const { page, runtime } = opened;
  const session = await page.evaluate(([base, bytes]) => globalThis.enginePage.open('webgpu', base, bytes), [
    runtime,
    [...model],
  ] as const);
  return {
    async run(feeds) {
      const fed: Record<string, { shape: readonly number[]; data: number[] }> = {};
      for (const [name, tensor] of Object.entries(feeds))
        fed[name] = { shape: tensor.shape, data: [...(await tensor.read())] };
      const outputs = await page.evaluate(([id, sent]) => globalThis.enginePage.run(id, sent), [
        session,
        fed,
      ] as const);
      return Object.fromEntries(
        Object.entries(outputs).map(([name, { shape, data }]) => [
          name,
          hostTensor(shape, Float32Array.from(data)),
        ]),
      );
    },
    upload: hostTensor,
    dispose: () => void closing.push(page.evaluate((id) => globalThis.enginePage.close(id), session)),
  };
}

vi.mock('../../src/runtime/node.ts', () => ({ createSession: (model: Uint8Array) => createSession(model) }));

beforeAll(async () => {
  opened = await openEnginePage('webgpu');
});
afterAll(async () => {
  await Promise.all(closing);
  await opened.close();
});

const cases = import.meta.glob('../graph/ops/*.test.ts');
for (const load of Object.values(cases)) await load();

describe('these tests', () => {
  it('are those of every file of operators, and ran in the browser without a complaint', () => {
    expect(Object.keys(cases).length).toBeGreaterThan(8);
    expect(sessions).toBeGreaterThan(Object.keys(operators).length);
    expect(opened.problems).toEqual([]);
  });
});
