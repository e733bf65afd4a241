import { describe, expect, it } from 'vitest';
import { failureSentence } from '../../../src/site/offline/failure-sentence.ts';

describe('failureSentence()', () => {
  it.each([
    { error: new DOMException('', 'QuotaExceededError'), says: /^There is no room left/ },
    { error: new DOMException('', 'SecurityError'), says: /does not let the site keep files/ },
    { error: new TypeError('Failed to fetch'), says: /^The network broke off/ },
    { error: new Error('/a/: the server answered 503'), says: /\/a\/: the server answered 503/ },
    { error: 'no error', says: /no error/ },
  ])('says of $error: $says', ({ error, says }) => {
    expect(failureSentence(error)).toMatch(says);
    expect(failureSentence(error)).toMatch(/\.$/);
  });
});
