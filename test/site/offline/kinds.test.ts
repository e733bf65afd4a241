import { describe, expect, it } from 'vitest';
import { isFixed, kindOf, pathBelow, withoutQuery } from '../../../src/site/offline/kinds.ts';

describe('kindOf()', () => {
  it.each([
    { path: '', kind: 'page', fixed: false },
    { path: 'perceptron/', kind: 'page', fixed: false },
    { path: 'models/perceptron/', kind: 'page', fixed: false },
    { path: 'models/perceptron/model.onnx', kind: 'model', fixed: false },
    { path: 'models/perceptron/card.json', kind: 'model', fixed: false },
    { path: '_astro/element.Bspc5Oh8.js', kind: 'asset', fixed: true },
    { path: '_astro/fonts/ab12.woff2', kind: 'asset', fixed: true },
    { path: 'runtime/ort-1.30.0/ort-wasm-simd-threaded.wasm', kind: 'runtime', fixed: true },
    { path: 'pagefind/pagefind.js', kind: 'search', fixed: false },
    { path: 'pagefind/pagefind-entry.json', kind: 'search', fixed: false },
    { path: 'pagefind/wasm.en.pagefind', kind: 'search', fixed: false },
    { path: 'pagefind/index/en_1a2b.pf_index', kind: 'search', fixed: true },
    { path: 'pagefind/fragment/en_1a2b.pf_fragment', kind: 'search', fixed: true },
    { path: 'pagefind/filter/en_1a2b.pf_filter', kind: 'search', fixed: true },
    { path: 'search-names.json', kind: 'search', fixed: false },
    { path: 'pagefind/pagefind.en_25e3d4e57b.pf_meta', kind: 'search', fixed: true },
    { path: 'figures/perceptron-dark.svg', kind: 'picture', fixed: false },
    { path: 'pagefind/pagefind-ui.js', kind: undefined, fixed: false },
    { path: 'pagefind/wasm.unknown.pagefind', kind: undefined, fixed: false },
    { path: 'service-worker.js', kind: undefined, fixed: false },
    { path: 'api/perceptron.json', kind: undefined, fixed: false },
    { path: 'perceptron.md', kind: undefined, fixed: false },
  ])('takes "$path" for: $kind', ({ path, kind, fixed }) => {
    expect(kindOf(path)).toBe(kind);
    expect(isFixed(path)).toBe(fixed);
  });
});

describe('pathBelow()', () => {
  it('leaves out the base and knows what lies elsewhere', () => {
    expect(pathBelow('/', '/perceptron/')).toBe('perceptron/');
    expect(pathBelow('/glossary/', '/glossary/')).toBe('');
    expect(pathBelow('/glossary/', '/other/perceptron/')).toBeUndefined();
  });
});

describe('withoutQuery()', () => {
  it('makes all states of a page one page', () =>
    expect(withoutQuery('https://a.example/p/?p.points=xor#figure-p')).toBe('https://a.example/p/'));
});
