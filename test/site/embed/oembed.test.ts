import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { frameCode, heightScript, oembed } from '../../../src/site/embed/oembed.ts';
import { richDocument } from '../../support/rich-oembed.ts';

const embedding = {
  url: 'https://example.org/g/embed/net/?a=1&b=2',
  title: 'Nets & "nodes"',
  glossary: { name: 'The Glossary', url: 'https://example.org/g/' },
};

describe('frameCode()', () => {
  const document = new Window().document;
  document.body.innerHTML = frameCode(embedding);
  const frame = document.querySelector('iframe');

  it('is one frame that leads to the figure, whatever characters its address and name hold', () => {
    expect(document.body.children).toHaveLength(1);
    expect(frame?.getAttribute('src')).toBe(embedding.url);
    expect(frame?.getAttribute('title')).toBe('Nets & "nodes": a figure of The Glossary');
  });
  it('may fill the screen and is no wider than its column', () => {
    expect(frame?.getAttribute('allow')).toContain('fullscreen');
    expect(frame?.getAttribute('style')).toContain('max-width: 100%');
  });
});

describe('heightScript', () => {
  it('takes heights from the frame that sent them and nothing else', () => {
    const listeners: ((message: { data: unknown; source: unknown }) => void)[] = [];
    const frames = [
      { contentWindow: 'first', height: 800 },
      { contentWindow: 'second', height: 800 },
    ];
    const code = heightScript.replace(/<\/?script>/g, '');
    new Function('addEventListener', 'document', code)(
      (_: string, listener: (typeof listeners)[0]) => listeners.push(listener),
      { querySelectorAll: () => frames },
    );
    const say = (data: unknown, source: string) => {
      for (const listener of listeners) listener({ data, source });
    };
    say({ type: 'live-glossary:height', height: 412 }, 'second');
    say({ type: 'another', height: 1 }, 'first');
    say(null, 'first');
    say({ type: 'live-glossary:height', height: 2 }, 'a stranger');
    expect(frames.map(({ height }) => height)).toEqual([800, 412]);
  });
});

describe('oembed()', () => {
  it('has the members of a rich document', () =>
    expect(richDocument.parse(oembed(embedding))).toEqual(oembed(embedding)));
  it('holds the frame at its size', () => {
    const { html, width, height } = oembed(embedding);
    expect(html).toBe(frameCode(embedding));
    expect(html).toContain(`width="${width}" height="${height}"`);
  });
});
