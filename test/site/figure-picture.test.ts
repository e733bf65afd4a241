import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { standAlone } from '../../src/site/figure-picture.ts';

const drawing =
  '<p><svg viewBox="0 0 1 1" aria-hidden="true"><path d="M7 7"/></svg></p>' +
  '<div><svg viewBox="0 0 40 30" role="img"><title>A&nbsp;b</title><svg x="1"><circle r="2"/></svg><path d="M0 0" data-watched/><g hidden class="a b"></g></svg></div>' +
  '<div><svg viewBox="0 0 90 30"><path d="M9 9"/></svg></div>';

describe('standAlone()', () => {
  const picture = standAlone(drawing, {
    style: ':root { --a: 1 } /* why */\n.b > c { d: e }',
    theme: 'dark',
  });

  it('is an SVG file of the first drawing, whole', () => {
    expect(XMLValidator.validate(picture)).toBe(true);
    expect(picture).toContain(
      '<svg x="1"><circle r="2"/></svg><path d="M0 0" data-watched=""/><g hidden="" class="a b"></g>',
    );
    expect(picture).not.toMatch(/M9 9|M7 7/);
  });
  it('has the size of its drawing, the theme and the style', () => {
    expect(picture).toMatch(/^<svg xmlns="[^"]+"[^>]* data-theme="dark" width="40" height="30"/);
    expect(picture).toContain('<![CDATA[:root { --a: 1 } .b > c { d: e }]]>');
  });
  it('says what a drawing lacks', () => {
    expect(() => standAlone('<svg viewBox="0 0 1 1"></svg>', { style: '', theme: 'light' })).toThrow(
      'holds no SVG element',
    );
    expect(() => standAlone('<svg role="img"><g/></svg>', { style: '', theme: 'light' })).toThrow(
      'has no viewBox',
    );
  });
});
