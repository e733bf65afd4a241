/** The topics that the home page presents, in the order of a first course. */

import type { Term } from './term-list.ts';

/** Each by a name that its entry has: the name of its file, its term or one of its other names. */
export const topics = [
  'Perceptron',
  'AI winter',
  'AlexNet',
  'Training',
  'Stochastic gradient descent',
  'Backpropagation',
  'ReLU',
  'Momentum',
  'RMSprop',
  'Dropout',
  'L1 and L2 regularisation',
];

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

type Named = Term & { readonly data: { readonly aliases: readonly string[] } };

/** The entries of the topics; a topic that is not written yet is left out. */
export function topicEntries<T extends Named>(entries: readonly T[], names: readonly string[] = topics): T[] {
  return names.flatMap((name) => {
    const called = (one: string) => plain(one) === plain(name);
    const found =
      entries.find(({ id }) => id === plain(name)) ??
      entries.find(({ data }) => called(data.term)) ??
      entries.find(({ data }) => data.aliases.some(called));
    return found ?? [];
  });
}
