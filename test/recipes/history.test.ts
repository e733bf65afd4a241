import { expect, it } from 'vitest';
import { shortest } from '../../src/recipes/history.ts';
import { random } from '../../src/trainer/initializers/random.ts';

it('writes a float32 with as few digits as tell it apart from its neighbours', () => {
  expect(shortest(Math.fround(0.1))).toBe(0.1);
  expect(shortest(Math.fround(1 / 3))).toBe(0.33333334);
  expect(shortest(Math.fround(199 / 200))).toBe(0.995);
  expect(shortest(1.80078125)).toBe(1.8007813);
  expect(shortest(-3)).toBe(-3);
  expect(shortest(0)).toBe(0);
});

it('loses nothing: float32 reads every such decimal back as the same number', () => {
  const { uniform } = random(4);
  for (let i = 0; i < 2000; i++) {
    const value = Math.fround((uniform() - 0.5) * 10 ** (20 * uniform() - 10));
    expect(Math.fround(shortest(value))).toBe(value);
  }
});
