/** Every number in content/entries/autoencoder.mdx that this project has measured. */

import { expect, it } from 'vitest';
import { cardOf, entryText, historyOf } from './shipped.ts';

const text = entryText('autoencoder');
const errorOf = (model: string) => cardOf(model).metrics['held-out loss'].toFixed(1);

it('digits-autoencoder has a code of 64 numbers and one set of weights', () => {
  const { parameters, outputs } = cardOf('digits-autoencoder');
  expect(parameters).toBe(784 * 64 + 784 + 64);
  expect(outputs.map(({ name, shape }) => `${name} ${shape[1]}`)).toEqual(['code 64', 'reconstruction 784']);
});

it('after 30 epochs its error is 17.7, and that of the Boltzmann machine of the same size 20.2', () => {
  expect(historyOf('digits-autoencoder').steps).toHaveLength(31);
  expect([errorOf('digits-autoencoder'), errorOf('digits-rbm')]).toEqual(['17.7', '20.2']);
  expect(text).toContain('is 17.7;');
  expect(text).toContain('has 20.2.');
});
