import { describe, expect, it } from 'vitest';
import { kinds } from './browsing.ts';
import { choose, openFigure, press, reads, says, tableOf } from './widget.ts';

const path = 'support-vector-machine/';

describe.each(kinds)('the figure on %s', (kind) => {
  it('shows the machine that the entry tells of, and others when asked', async () => {
    const { widget, root } = await openFigure(path, { kind });
    await reads(root, 'data-support', '19');
    await reads(root, 'data-violating', '14');
    await reads(root, 'data-held-out-right', '199');
    expect(await widget.locator('.svm-support').count()).toBeGreaterThanOrEqual(5);

    await choose(widget, 'x · x′');
    await reads(root, 'data-kernel', 'linear');
    await reads(root, 'data-held-out-right', '108');
    await choose(widget, 'Beside a line');
    await choose(widget, '100');
    await reads(root, 'data-support', '3');
    await reads(root, 'data-right', '40');
    await says(root, '3 of 40 points are support vectors');
  });
});

it('is set from the keyboard, starts over, and comes back from a link', async () => {
  const { page, widget, root } = await openFigure(
    `${path}?support-vector-machine.cost=100&support-vector-machine.v=1`,
  );
  await reads(root, 'data-support', '8');
  await widget.getByRole('radio', { name: '100', exact: true }).focus();
  await page.keyboard.press('ArrowLeft');
  await reads(root, 'data-support', '19');
  await choose(widget, 'x · x′');
  await reads(root, 'data-held-out-right', '108');
  await press(widget, 'Start over');
  await reads(root, 'data-kernel', 'square');
  await reads(root, 'data-held-out-right', '199');
});

it('has a table of all points', async () => {
  const { widget, root } = await openFigure(path);
  await reads(root, 'data-support', '19');
  expect(await tableOf(widget, 80)).toHaveLength(80);
});
