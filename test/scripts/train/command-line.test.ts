import { describe, expect, it } from 'vitest';
import { parseCommandLine, UsageError } from '../../../scripts/train/command-line.ts';
import { editDistance, nearest, unknownName } from '../../../scripts/train/nearest.ts';

describe('parseCommandLine', () => {
  it('takes models and options in any order', () => {
    expect(
      parseCommandLine(['perceptron', '--out', 'there', 'xor-mlp', '--engine=node', '--data', 'd']),
    ).toEqual({
      models: ['perceptron', 'xor-mlp'],
      out: 'there',
      data: 'd',
      engine: 'node',
      fresh: false,
      action: 'train',
    });
  });

  it.each([
    { args: [], action: 'train' },
    { args: ['--list'], action: 'list' },
    { args: ['--verify', 'perceptron'], action: 'verify' },
    { args: ['--evaluate', 'xor-mlp'], action: 'evaluate' },
    { args: ['-h', '--list'], action: 'help' },
  ])('$args means $action', ({ args, action }) => {
    expect(parseCommandLine(args).action).toBe(action);
  });

  it.each([
    { args: ['--ouput', 'x'], says: 'There is no option "--ouput". Did you mean "--out"?' },
    { args: ['--verfy'], says: 'There is no option "--verfy". Did you mean "--verify"?' },
    {
      args: ['--engine', 'wsm'],
      says: 'There is no engine "wsm". Did you mean "wasm"? There are: node, wasm.',
    },
    { args: ['--engine', 'toString'], says: 'There is no engine "toString".' },
    { args: ['--out'], says: '--out needs a value, for example --out models' },
    { args: ['--out', '--list'], says: '--out needs a value' },
    { args: ['--out='], says: '--out needs a value' },
    { args: ['--list=3'], says: '--list takes no value, got "3"' },
    { args: ['--verify', '--engine', 'node'], says: '--verify always runs the WASM engine' },
  ])('refuses $args', ({ args, says }) => {
    expect(() => parseCommandLine(args)).toThrow(UsageError);
    expect(() => parseCommandLine(args)).toThrow(says);
  });
});

describe('nearest', () => {
  it('counts letters inserted, deleted and replaced', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('abc', 'acb')).toBe(2);
    expect(editDistance('same', 'same')).toBe(0);
  });

  it('finds the name that takes the fewest, whatever the case', () => {
    expect(nearest('percpetron', ['adaline', 'perceptron', 'xor-mlp'])).toBe('perceptron');
    expect(nearest('XOR', ['adaline', 'perceptron', 'xor-mlp'])).toBe('xor-mlp');
    expect(nearest('anything', [])).toBeUndefined();
  });

  it('says what there is', () => {
    expect(unknownName('model', 'xr', ['adaline', 'xor'])).toBe(
      'There is no model "xr". Did you mean "xor"? There are: adaline, xor.',
    );
  });
});
