import { apply, type Op, type Result, type Value } from '../value.ts';
import { elementwise } from './elementwise.ts';

/** Truth turned round, a bool. No gradient. */
export const Not: Op = elementwise('Not', 1, {
  of: (x) => (x ? 0 : 1),
  takes: ['bool'],
  gives: 'bool',
});

export const not = (x: Value): Result => apply(Not, [x]);
