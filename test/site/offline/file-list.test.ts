import { describe, expect, it } from 'vitest';
import { isOurs, keptName, visitedName } from '../../../src/site/offline/cache-names.ts';
import {
  keepingPlan,
  type OfflineFile,
  readList,
  sizeText,
  sumByKind,
} from '../../../src/site/offline/file-list.ts';

const page: OfflineFile = { path: 'adam/', kind: 'page', size: 40_000, revision: 'a1' };
const model: OfflineFile = { path: 'models/m/model.onnx', kind: 'model', size: 700, revision: 'b1' };

describe('keepingPlan()', () => {
  it('fetches what is new or has changed, and removes what is gone', () =>
    expect(keepingPlan([page, model], { 'adam/': 'a0', 'models/m/model.onnx': 'b1', 'old/': 'c1' })).toEqual({
      fetch: [page],
      remove: ['old/'],
      bytes: 40_000,
    }));
});

describe('sumByKind()', () => {
  it('counts a file once, whichever stores hold it, and one without a known size too', () =>
    expect(
      sumByKind(
        [page, model],
        [
          { path: 'adam/', kind: 'page' },
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
  ])('%d bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
});

describe('readList()', () => {
  it('reads what the build wrote and refuses another form', () => {
    expect(readList({ files: [page] })).toEqual([page]);
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
