import { describe, expect, it } from 'vitest';
import { isOurs, keptName, visitedName } from '../../../src/site/offline/cache-names.ts';
import {
  inKeepingOrder,
  missingFiles,
  type OfflineFile,
  readList,
  sizeText,
  sumByKind,
} from '../../../src/site/offline/file-list.ts';

const page: OfflineFile = { path: 'adam/', kind: 'page', size: 40_000, revision: 'a1' };
const model: OfflineFile = { path: 'models/m/model.onnx', kind: 'model', size: 700, revision: 'b1' };

describe('missingFiles()', () => {
  it('are those that are new or have changed', () =>
    expect(missingFiles([page, model], { 'adam/': 'a0', 'models/m/model.onnx': 'b1', 'old/': 'c1' })).toEqual(
      [page],
    ));
});

describe('inKeepingOrder()', () => {
  it('puts what a page is drawn with before it, and the largest files last', () => {
    const asset: OfflineFile = { ...page, path: '_astro/a.css', kind: 'asset' };
    const runtime: OfflineFile = { ...page, path: 'runtime/r/r.wasm', kind: 'runtime' };
    expect(inKeepingOrder([runtime, model, page, asset]).map(({ kind }) => kind)).toEqual([
      'asset',
      'page',
      'model',
      'runtime',
    ]);
  });
});

describe('sumByKind()', () => {
  it('counts a file without a known size too', () =>
    expect(
      sumByKind(
        [page, model],
        [
          { path: 'adam/', kind: 'page' },
          { path: 'gone/', kind: 'page' },
          { path: 'models/m/model.onnx', kind: 'model' },
        ],
      ),
    ).toEqual([
      { kind: 'page', count: 2, size: 40_000 },
      { kind: 'model', count: 1, size: 700 },
    ]));
});

describe('sizeText()', () => {
  it.each([
    [0, '0 KB'],
    [999_499, '999 KB'],
    [999_500, '1.0 MB'],
    [41_234_567, '41.2 MB'],
    [999_949_999, '999.9 MB'],
    [10_737_418_240, '10.7 GB'],
  ])('%d bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
});

describe('readList()', () => {
  it('reads what the build wrote and refuses another form', () => {
    const files = [{ ...page, title: 'Adam' }, model];
    expect(readList({ files })).toEqual(files);
    expect(() => readList({ files: [{ ...page, kind: 'song' }] })).toThrow();
  });
});

describe('the names of stores', () => {
  const scope = 'https://a.example/';
  it('tell two sites of one host apart, and ours from those of others', () => {
    expect(isOurs(visitedName('page', scope), scope)).toBe(true);
    expect(isOurs(keptName(scope), scope)).toBe(true);
    expect(isOurs(keptName('https://a.example/b/'), scope)).toBe(false);
    expect(isOurs(`workbox-precache-v2-${scope}`, scope)).toBe(false);
  });
});
