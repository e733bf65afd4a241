/** The network as the operators it consists of, line by line, and to which layer each line belongs. */

import { print } from '../../graph/print.ts';
import { graph, type Value } from '../../graph/value.ts';

export interface ProgramLine {
  readonly text: string;
  /** The layer that the operator or the parameter is part of; null for the picture. */
  readonly layer: string | null;
}

/**
 * Layer by layer: its parameters, then its operators.
 *
 * @param layers every layer's output by name, in order, the picture first
 */
export function programOf(layers: Readonly<Record<string, Value>>): ProgramLine[] {
  const outputs = Object.fromEntries(Object.entries(layers).filter(([, { kind }]) => kind === 'result'));
  const order = Object.keys(outputs);
  let at = 0;
  const lines = print(graph('alexnet', outputs))
    .split('\n')
    .filter((text) => !text.startsWith('output '))
    .map((text): ProgramLine => {
      const parameter = /^input {2}(\w+)\./.exec(text)?.[1];
      if (text.startsWith('input ')) return { text, layer: parameter ?? null };
      const layer = order[at];
      // A layer's own line is the last of it.
      if (text.startsWith(`${layer} `)) at++;
      return { text, layer };
    });
  return [null, ...order].flatMap((layer) => lines.filter((line) => line.layer === layer));
}
