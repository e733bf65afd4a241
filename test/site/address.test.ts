import { describe, expect, it } from 'vitest';
import { withBase } from '../../src/site/address.ts';

describe('withBase', () => {
  it.each([
    { base: '/', path: '/perceptron/', is: '/perceptron/' },
    { base: '', path: '/', is: '/' },
    { base: '/glossary/', path: '/perceptron/', is: '/glossary/perceptron/' },
    { base: '/glossary', path: '/#a-z', is: '/glossary/#a-z' },
    { base: 'a/b', path: 'models/x.onnx', is: '/a/b/models/x.onnx' },
  ])('puts $path under $base as $is', ({ base, path, is }) => {
    expect(withBase(base, path)).toBe(is);
  });
});
