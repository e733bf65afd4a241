import { describe, expect, it } from 'vitest';
import { describeVersion } from '../../../src/site/versions/describe-version.ts';

const present = '0123456789ab';

describe('describeVersion', () => {
  it('says nothing to a reader who asked for no version', () =>
    expect(describeVersion(null, present)).toBeNull());
  it('confirms the present version', () =>
    expect(describeVersion(present, present)).toBe('This is the version that the link names, 0123456789ab.'));
  it('names both versions if the entry has changed', () =>
    expect(describeVersion('ba9876543210', present)).toMatch(/ba9876543210.*changed since.*0123456789ab/));
  it.each(['', 'x', '<b>1</b>', '0123456789AB', '0'.repeat(500)])(
    'does not repeat the nonsense %j',
    (wanted) =>
      expect(describeVersion(wanted, present)).toBe(
        'The link asks for a version that cannot exist; this is the present one, 0123456789ab.',
      ),
  );
});
