import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../src/site/nearest-name.ts';

describe('didYouMean', () => {
  it('suggests the name that is a slip of the finger away', () => {
    expect(didYouMean('momentun', ['dropout', 'momentum', 'minimum'])).toBe(' Did you mean "momentum"?');
  });
  it('lists what there is, in order, if nothing is near', () => {
    expect(didYouMean('attention', ['momentum', 'dropout'])).toBe(' There are: dropout, momentum.');
  });
  it('says so if nothing exists at all', () => {
    expect(didYouMean('momentum', [])).toBe(' None exist yet.');
  });
});
