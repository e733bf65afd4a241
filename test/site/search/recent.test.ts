// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { recentTerms, rememberTerm } from '../../../src/site/search/recent.ts';

beforeEach(() => localStorage.clear());

describe('the terms opened lately', () => {
  it('are five, the latest first, each once', () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'c']) rememberTerm(id);
    expect(recentTerms()).toEqual(['c', 'f', 'e', 'd', 'b']);
  });
  it.each(['{', '{"a":1}', '[1, null]'])('are none where storage holds something else: %s', (text) => {
    localStorage.setItem('recent-terms', text);
    expect(recentTerms()).toEqual([]);
  });
  it('are none where storage is closed', () => {
    vi.stubGlobal('localStorage', undefined);
    rememberTerm('a');
    expect(recentTerms()).toEqual([]);
    vi.unstubAllGlobals();
  });
});
