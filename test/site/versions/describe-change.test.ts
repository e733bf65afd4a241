import { describe, expect, it } from 'vitest';
import { describeChange } from '../../../src/site/versions/describe-change.ts';

const text = `---
term: Perceptron
aliases: [threshold unit]
summary: A unit that answers yes or no.
related:
  - delta-rule
reviewed: 2026-11-19
---

Opening.

## Mathematics

$s = w$

## History

In 1957.
`;
const change = (from: string, to: string) => describeChange(text, text.replace(from, to));

describe('describeChange()', () => {
  it.each([
    ['In 1957.', 'In 1958.', 'History (+1 −1 lines)'],
    ['Opening.', 'Opening.\nMore.', 'text (+1 −0 lines)'],
    ['answers yes or no', 'answers', 'definition (+1 −1 lines)'],
    ['  - delta-rule', '  - delta-rule\n  - adaline', 'related entries (+1 −0 lines)'],
    ['## History\n\nIn 1957.\n', '', 'History taken out (+0 −4 lines)'],
    ['## Mathematics', '## Intuition\n\nThink.\n\n## Mathematics', 'Intuition added (+4 −0 lines)'],
  ])('%j turned into %j is "%s"', (from, to, said) => expect(change(from, to)).toBe(said));

  it('names several parts, in the order of the page', () =>
    expect(
      describeChange(text, text.replace('2026-11-19', '2026-11-20').replace('$s = w$', '$s = w + b$')),
    ).toBe('date of review, Mathematics (+2 −2 lines)'));

  it('calls the first text the first version', () =>
    expect(describeChange(undefined, text)).toBe('first version (18 lines)'));
});
