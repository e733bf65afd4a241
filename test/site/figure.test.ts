import { describe, expect, it } from 'vitest';
import { drawFigure } from '../../src/site/figure.ts';

const place = 'content/entries/demo.mdx';

describe('a figure that an entry starts in a state of its own', () => {
  it('is drawn in that state, beside the same figure as it usually is', async () => {
    const usual = await drawFigure('perceptron', place);
    const { drawing } = await drawFigure('perceptron', place, 'points=xor&from=-0.5,1,1');
    expect(usual.drawing.match(/class="point"/g)).toHaveLength(40);
    expect(drawing.match(/class="point"/g)).toHaveLength(4);
    expect(drawing.match(/data-right="true"/g)).toHaveLength(3);
    expect(drawing).toContain('A straight line has 3 of them on the right side');
  });
  it.each([
    { what: 'a value', name: 'perceptron', state: 'points=nand', says: 'sets the points to “nand”' },
    { what: 'a setting', name: 'perceptron', state: 'colour=red', says: 'sets “colour”' },
    {
      what: 'a figure',
      name: 'alexnet-layers',
      state: 'layer=fc8',
      says: 'its figure.ts exports no "schema"',
    },
    { what: 'a drawing', name: 'perceptron', state: 'points=xor&steps=5', says: 'without script' },
    { what: 'a moment', name: 'relu', state: 'network=sigmoid&steps=300', says: 'only "network" may be set' },
    { what: 'a widget', name: 'perzeptron', state: '', says: 'Did you mean "perceptron"?' },
  ])('stops the build where there is no such $what', async ({ name, state, says }) => {
    await expect(drawFigure(name, place, state)).rejects.toThrow(says);
    if (state && name === 'perceptron' && !state.includes('steps'))
      await expect(drawFigure(name, place, state)).rejects.toThrow(
        `content/entries/demo.mdx: <Widget name="perceptron" state="${state}">: `,
      );
  });
});
