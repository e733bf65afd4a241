import { expect, it } from 'vitest';
import { parseLog } from '../../../src/site/versions/history.ts';

it('a log of git becomes the versions of each entry, newest first', () => {
  const log = [
    '\u001fbbb\u001f2026-11-20\u001fBound added: it was missing',
    '',
    'content/entries/perceptron.mdx',
    'content/entries/relu.mdx',
    '\u001faaa\u001f2026-11-19\u001fFirst entry',
    '',
    'content/entries/perceptron.mdx',
    'content/entries/deep/not-an-entry.mdx',
    '',
  ].join('\n');
  const versions = parseLog(log);
  expect([...versions.keys()]).toEqual(['perceptron', 'relu']);
  expect(versions.get('perceptron')).toEqual([
    {
      date: '2026-11-20',
      what: 'Bound added: it was missing',
      url: expect.stringMatching(/\/blob\/bbb\/content\/entries\/perceptron\.mdx$/),
    },
    { date: '2026-11-19', what: 'First entry', url: expect.stringContaining('/blob/aaa/') },
  ]);
});
