/** The numbers of a value by the operators' own definitions: what most assertions start from. */

import { evaluate, type Feeds } from '../../src/graph/evaluate.ts';
import { graph, type Value } from '../../src/graph/value.ts';

export const numbersOf = (value: Value, feeds: Feeds = {}): number[] => [
  ...evaluate(graph('test', { 'the value': value }), feeds)['the value'].data,
];
