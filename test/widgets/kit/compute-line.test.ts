import { describe, expect, it } from 'vitest';
import { describe as describeFacts } from '../../../src/widgets/kit/compute-line.ts';
import type { Facts } from '../../../src/widgets/kit/engine.ts';

const facts: Facts = {
  wanted: 'auto',
  provider: 'wasm',
  reason: null,
  progress: null,
  runtimeBytes: 14_200_000,
  modelBytes: 538,
  graphBytes: 0,
  timings: { 'wasm a/step.onnx': { first: 12, later: [3] } },
  difference: null,
};

describe('the compute line', () => {
  it('names provider, bytes and times', () => {
    expect(describeFacts(facts, 'a/step.onnx')).toBe(
      'Runs on WASM · models 538 B, runtime 14.2 MB · first run 12 ms, then 3 ms',
    );
  });
  it('tells what was fetched from what the page has encoded', () => {
    expect(describeFacts({ ...facts, graphBytes: 2100 }, '')).toContain(
      ' · models 538 B, graphs made here 2.1 kB, runtime 14.2 MB',
    );
  });
  it('does not speak of models where there are only graphs of the page', () => {
    expect(describeFacts({ ...facts, modelBytes: 0, graphBytes: 2100 }, '')).toBe(
      'Runs on WASM · graphs made here 2.1 kB, runtime 14.2 MB',
    );
  });
});
