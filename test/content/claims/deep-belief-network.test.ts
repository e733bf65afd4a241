/** Every number in content/entries/deep-belief-network.mdx that this project has measured. */

import { expect, it } from 'vitest';
import { cardOf, entryText } from './shipped.ts';

it('pretraining-rbm reads 89.1 % of the test digits, and the same network from random weights no more than chance', () => {
  const [stack, random] = ['rbm', 'none'].map((start) => cardOf(`pretraining-${start}`));
  expect((100 * stack.metrics['held-out accuracy']).toFixed(1)).toBe('89.1');
  expect(stack.architecture.filter((layer) => layer.includes('sigmoid'))).toHaveLength(4);
  // The commonest digit makes up 11.35 % of the test digits.
  expect(random.metrics['held-out accuracy']).toBeLessThan(0.12);
  expect(entryText('deep-belief-network')).toContain('89.1 % of the 10,000 test digits');
});
