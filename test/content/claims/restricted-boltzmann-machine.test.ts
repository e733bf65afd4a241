/** Every number in content/entries/restricted-boltzmann-machine.mdx that this project has measured. */

import { expect, it } from 'vitest';
import { cardOf, entryText, historyOf } from './shipped.ts';

const text = entryText('restricted-boltzmann-machine');

it('digits-rbm has 784 visible and 64 hidden units', () => {
  expect(cardOf('digits-rbm').parameters).toBe(784 * 64 + 784 + 64);
  expect(text).toContain('784 visible and 64 hidden units');
});

it('its error falls from 188.5 to 20.2 in 30 epochs', () => {
  const { curves, steps } = historyOf('digits-rbm');
  const errors = curves['held-out loss'];
  expect([errors[0].toFixed(1), errors[errors.length - 1].toFixed(1)]).toEqual(['188.5', '20.2']);
  expect(steps.length - 1).toBe(30);
  expect(text).toContain(
    'a squared error of 188.5 before training, summed over its pixels, and of 20.2 after 30 epochs',
  );
});
