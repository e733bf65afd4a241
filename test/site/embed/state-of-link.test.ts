import { describe, expect, it } from 'vitest';
import { frameCode } from '../../../src/site/embed/oembed.ts';
import { codeInState, startState, stateOf } from '../../../src/site/embed/state-of-link.ts';

describe('stateOf()', () => {
  it.each([
    ['?net.a=1&net.v=2', '?net.a=1&net.v=2'],
    ['?nets.a=1&net.b=%26&q=net.c', '?net.b=%26'],
    ['?q=1', ''],
    ['', ''],
  ])('of %s is %s', (search, state) => expect(stateOf('net', search)).toBe(state));
});

describe('startState()', () => {
  it.each([
    ['points=xor', '?net.points=xor'],
    ['points=xor&rule=delta', '?net.points=xor&net.rule=delta'],
    ['', ''],
  ])('of %s is %s', (state, query) => expect(startState('net', state)).toBe(query));
});

describe('codeInState()', () => {
  const code = frameCode({
    url: 'https://a.example/embed/net/',
    title: 'Net',
    glossary: { name: 'G', url: 'https://a.example/' },
  });
  it('sets the state into the address of the frame, as HTML, and takes it away again', () => {
    const changed = codeInState(code, '?net.a=1&net.v=2');
    expect(changed).toContain(' src="https://a.example/embed/net/?net.a=1&amp;net.v=2" ');
    expect(codeInState(changed, '?net.b=3')).toContain(' src="https://a.example/embed/net/?net.b=3" ');
    expect(codeInState(changed, '')).toBe(code);
  });
});
