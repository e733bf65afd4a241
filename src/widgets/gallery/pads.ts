/** The drawing pad and the place for the reader's own pictures. */

import { drawnDigits } from '../../datasets/drawn-digits.ts';
import { digitPixels, digitSide } from '../kit/digit-pixels.ts';
import { drawingPad } from '../kit/drawing-pad.ts';
import { heatmapView } from '../kit/heatmap-view.ts';
import { pictureInput } from '../kit/picture-input.ts';
import type { Specimen } from './specimen.ts';

const digits = drawnDigits.map((strokes, digit) => ({ title: String(digit), strokes }));

function pad(first: number | null): HTMLElement {
  const name = first === null ? 'empty' : String(first);
  const pixels = heatmapView();
  const show = (strokes: Parameters<typeof digitPixels>[0]) =>
    pixels.render({
      id: `gallery-pixels-${name}`,
      title: 'The drawing as pixels',
      description: 'What a digit model is given.',
      shades: 'ink',
      range: [0, 1],
      grid: { rows: digitSide, columns: digitSide, values: digitPixels(strokes) },
    });
  const made = drawingPad({ label: 'Draw a digit', onChange: show, ready: digits });
  const strokes = first === null ? [] : drawnDigits[first];
  made.set(strokes);
  show(strokes);
  const element = document.createElement('div');
  element.className = 'gallery-pair';
  element.append(made.element, pixels.element);
  return element;
}

export const pads: readonly Specimen[] = [
  {
    title: 'Drawing pad',
    made: 'drawing-pad.ts: drawingPad(options); digit-pixels.ts: digitPixels(strokes)',
    says: 'Draw with finger, pen, mouse or keys, or take one of our ten digits. Beside it is what a digit model is given.',
    states: [
      { name: 'empty', make: () => pad(null), wide: true },
      { name: 'our five', make: () => pad(5), wide: true },
    ],
  },
  {
    title: 'Picture',
    made: 'picture-input.ts: pictureInput(options)',
    says: 'A picture from a file, the camera or the clipboard, or dropped; its middle becomes 32 × 32 pixels. It never leaves the page.',
    states: [
      {
        name: 'empty',
        make: () => pictureInput({ label: 'A picture of your own', onPicture: () => {} }).element,
      },
    ],
  },
];
