// @vitest-environment happy-dom
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { models, renderFigure } from '../../../src/widgets/perceptron/figure.ts';

const read = async (id: string, file: string) =>
  new Uint8Array(await readFile(fileURLToPath(new URL(`models/${id}/${file}`, `file://${process.cwd()}/`))));

describe('the drawing that the build makes', () => {
  let drawing: Element;
  beforeAll(async () => {
    document.body.innerHTML = await renderFigure(read);
    drawing = document.querySelector('svg') as Element;
  });

  it('shows every training point of the shipped model, all of them right', () => {
    expect(drawing.querySelectorAll('.point')).toHaveLength(40);
    expect(drawing.querySelectorAll('.point[data-right="true"]')).toHaveLength(40);
  });
  it('draws the boundary that the model answers', () => {
    expect(drawing.querySelector('.field-boundary')?.getAttribute('d')).toMatch(/^M[\d.]+ /);
  });
  it('says in words what it shows', () => {
    expect(drawing.querySelector('title')?.textContent).toBe('A trained perceptron');
    expect(drawing.querySelector('desc')?.textContent).toContain(
      'after 20 mistakes has 40 of them on the right side',
    );
    expect(drawing.getAttribute('aria-labelledby')?.split(' ')).toEqual(
      [drawing.querySelector('title'), drawing.querySelector('desc')].map((one) => one?.id),
    );
  });
  it('names the models that the page must offer', () => {
    expect(models).toEqual(['perceptron', 'adaline', 'xor-mlp']);
  });
});
