import { expect, it } from 'vitest';
import { backlinks, usedIn, type Written } from '../../src/site/backlinks.ts';

const entry = (id: string, term: string, body: string, summary = 'It is something.'): Written => ({
  id,
  data: { term, aliases: [], summary },
  body,
});
const entries = [
  entry('cliff', 'Cliff', 'Where the [slope](/gradient/) is large.\n\n## The epoch\n\n`epoch` and $epoch$.'),
  entry('epoch', 'Epoch', '<Widget name="cliff">The gradient at a cliff.</Widget>\n\nNothing.'),
  entry('gradient', 'Gradient', 'The gradient, by [x](/gradient/).', 'A gradient points up the cliff.'),
  entry('momentum', 'Momentum', 'In each epoch gradients add up.'),
];
const users = (id: string) => usedIn(entries, id).map((one) => one.id);

it('an entry is used where it is linked, named in the text or named in the definition', () => {
  expect(users('gradient')).toEqual(['cliff', 'momentum']);
  expect(users('cliff')).toEqual(['gradient']);
});

it('code, equations, headings, captions and the entry itself do not count', () => {
  expect(users('epoch')).toEqual(['momentum']);
  expect(users('momentum')).toEqual([]);
});

it('every entry has its list, however short', () => {
  expect([...backlinks(entries).keys()]).toEqual(['cliff', 'epoch', 'gradient', 'momentum']);
  expect(users('nowhere')).toEqual([]);
});
