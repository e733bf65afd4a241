import { describe, expect, it, vi } from 'vitest';
import { hostTensor, type Session } from '../../src/graph/session.ts';
import { createKeeper } from '../../src/runtime/web-keep-last.ts';

const fake = () => ({ run: async () => ({}), upload: hostTensor, dispose: vi.fn() }) satisfies Session;

describe('createKeeper', () => {
  it('releases a session at once while others are open', () => {
    const keep = createKeeper();
    const [a, b] = [fake(), fake()];
    const kept = keep(a);
    keep(b);
    kept.dispose();
    expect(a.dispose).toHaveBeenCalledOnce();
  });
  it('holds the last one back until a newer one exists', () => {
    const keep = createKeeper();
    const [last, newer] = [fake(), fake()];
    keep(last).dispose();
    expect(last.dispose).not.toHaveBeenCalled();
    keep(newer);
    expect(last.dispose).toHaveBeenCalledOnce();
    expect(newer.dispose).not.toHaveBeenCalled();
  });
  it('counts a session that is disposed of twice once', () => {
    const keep = createKeeper();
    const [a, b] = [fake(), fake()];
    const kept = keep(a);
    keep(b);
    kept.dispose();
    kept.dispose();
    expect(a.dispose).toHaveBeenCalledOnce();
    keep(fake()).dispose();
    expect(b.dispose).not.toHaveBeenCalled();
  });
});
