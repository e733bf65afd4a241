import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { drawCard, wrapped } from '../../../src/site/cards/draw-card.ts';
import { flatStyles } from '../../../src/site/cards/flat-styles.ts';

describe('flatStyles()', () => {
  it('puts values in the place of custom properties, through several steps and with what stands in for them', () =>
    expect(
      flatStyles(
        ':root { --blue: #0b5fa8; --data: var(--blue); } .a { fill: var(--data); stroke: var(--none, red); }',
      ),
    ).toBe('.a{fill:#0b5fa8;stroke:red}'));
  it('follows a property that another rule sets, on the shape itself or around it', () => {
    const flat = flatStyles(
      '.point { fill: var(--colour) } .yes .point { --colour: blue } .series-1 { --series: red } .line { stroke: var(--series) }',
    );
    expect(flat.split('\n')).toEqual([
      '.yes .point{fill:blue}',
      '.series-1 .line{stroke:red}',
      '.line.series-1{stroke:red}',
    ]);
  });
  it('keeps what paints and leaves out layout, states, media and what it cannot resolve', () =>
    expect(
      flatStyles(`
        /* A comment { fill: red } */
        @media print { .a { fill: red } .b { fill: red } }
        .a, .a:hover, [data-theme="dark"] .a { padding: 1px; stroke-width: 2 }
        .b { fill: color-mix(in srgb, red, blue); opacity: 0.5 }
        .c { fill: var(--nowhere) }`),
    ).toBe('.a{stroke-width:2}\n.b{opacity:0.5}'));
});

describe('drawCard()', () => {
  const colours = { paper: '#ffffff', ink: '#000000', muted: '#555555', accent: '#aa0000' };
  const figure =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><path d="M0 0"/></svg>';
  it('is one image of 1200 by 630 with the term in lines and the figure within', () => {
    const card = drawCard({ title: 'L1 & L2 regularisation', glossary: 'G', figure, colours });
    expect(XMLValidator.validate(card)).toBe(true);
    expect(card).toMatch(/^<svg [^>]*width="1200" height="630"/);
    expect(card).toContain('>L1 &amp; L2</text>');
    expect(card).toContain('>regularisation</text>');
    expect(card).toMatch(/<svg x="634" y="64" width="502" height="502"[^>]* viewBox="0 0 40 20"><path/);
  });
  it('refuses a figure that is not one', () =>
    expect(() => drawCard({ title: 'T', glossary: 'G', figure: '<p>No</p>', colours })).toThrow('viewBox'));
});

it('words go into lines, a long one alone', () =>
  expect(wrapped('Stochastic gradient descent of backpropagations', 15)).toEqual([
    'Stochastic',
    'gradient',
    'descent of',
    'backpropagations',
  ]));
