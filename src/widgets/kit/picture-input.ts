/** A picture of the reader's own, from a file, the camera, the clipboard or dropped, as the numbers a model takes. It stays in the page. */

import { button } from './controls.ts';
import { html, setText } from './dom.ts';
import { iconOf } from './icon.ts';
import { type PixelPicture, pictureAddress } from './pixel-picture.ts';

export interface PictureInputOptions {
  readonly label: string;
  /** @param values 0 … 1, shape [3, side, side]: all red, then all green, then all blue */
  readonly onPicture: (values: Float32Array, name: string) => void;
  /** 32 by default. */
  readonly side?: number;
}

/** A longer file is refused before it is decoded: a page should not run out of memory. */
const mostBytes = 40_000_000;

export function pictureInput({ label, onPicture, side = 32 }: PictureInputOptions): { element: HTMLElement } {
  const file = html('input', { type: 'file', accept: 'image/*' });
  // On a telephone this opens the camera; elsewhere it is the same as the other.
  const camera = html('input', { type: 'file', accept: 'image/*', capture: 'environment', hidden: true });
  const take = button('Use the camera', () => camera.click(), iconOf('picture'));
  take.hidden = !matchMedia('(pointer: coarse)').matches;
  const paste = button('Paste', () => void pasted(), iconOf('paste'));
  const preview = html('img', { class: 'pixels', width: side, height: side, alt: '', hidden: true });
  const words = html('p', { class: 'picture-words', role: 'status' });
  setText(words, `The middle of the picture, as ${side} × ${side} pixels. It does not leave this page.`);
  const drop = html(
    'div',
    { class: 'picture-drop', role: 'group', 'aria-label': label },
    html('label', {}, `${label} `, file),
    camera,
    html('div', { class: 'pad-tools' }, take, paste),
    preview,
  );

  for (const input of [file, camera])
    input.addEventListener('change', () => {
      const chosen = input.files?.[0];
      // The same file may be chosen again.
      if (chosen) void read(chosen).finally(() => (input.value = ''));
    });
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.toggleAttribute('data-over', true);
  });
  drop.addEventListener('dragleave', () => drop.toggleAttribute('data-over', false));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.toggleAttribute('data-over', false);
    const dropped = event.dataTransfer?.files[0];
    if (dropped) void read(dropped);
    else setText(words, 'What was dropped is no file.');
  });
  drop.addEventListener('paste', (event) => {
    const copied = [...(event.clipboardData?.files ?? [])][0];
    if (copied) void read(copied);
  });

  async function pasted(): Promise<void> {
    try {
      for (const item of await navigator.clipboard.read()) {
        const type = item.types.find((one) => one.startsWith('image/'));
        if (type) return await read(await item.getType(type));
      }
      setText(words, 'The clipboard holds no picture.');
    } catch {
      setText(words, 'The browser did not allow pasting. Choose a file instead.');
    }
  }

  async function read(blob: Blob & { readonly name?: string }): Promise<void> {
    const name = blob.name ?? 'the pasted picture';
    if (blob.size > mostBytes) {
      setText(words, `${name} is larger than 40 MB. Choose a smaller picture.`);
      return;
    }
    let bitmap: ImageBitmap;
    try {
      bitmap = await createImageBitmap(blob);
    } catch {
      setText(words, `${name} is no picture that this browser can read. The last one stays.`);
      return;
    }
    const pixels = cropped(bitmap, side);
    bitmap.close();
    preview.src = pictureAddress(toPicture(pixels, side));
    preview.alt = `${name} as ${side} × ${side} pixels`;
    preview.hidden = false;
    setText(words, `${name}, its middle as ${side} × ${side} pixels.`);
    onPicture(toChannels(pixels, side), name);
  }
  return { element: html('div', { class: 'picture-input' }, drop, words) };
}

/** The largest square in the middle of a picture. @returns its left and top end and its side */
export function middleSquare(width: number, height: number): { left: number; top: number; side: number } {
  const side = Math.min(width, height);
  return { left: (width - side) / 2, top: (height - side) / 2, side };
}

/** @returns red, green, blue and opacity of each pixel, 0 … 255; what is transparent is white paper */
function cropped(bitmap: ImageBitmap, side: number): Uint8ClampedArray {
  const square = middleSquare(bitmap.width, bitmap.height);
  const canvas = html('canvas', { width: side, height: side });
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  context.fillStyle = 'white';
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, square.left, square.top, square.side, square.side, 0, 0, side, side);
  return context.getImageData(0, 0, side, side).data;
}

/** From four bytes a pixel to three planes of 0 … 1. */
export function toChannels(pixels: ArrayLike<number>, side: number): Float32Array {
  const size = side * side;
  const values = new Float32Array(3 * size);
  for (let channel = 0; channel < 3; channel++)
    for (let i = 0; i < size; i++) values[channel * size + i] = pixels[4 * i + channel] / 255;
  return values;
}

function toPicture(pixels: ArrayLike<number>, side: number): PixelPicture {
  const three = Uint8Array.from(
    { length: 3 * side * side },
    (_, i) => pixels[4 * Math.floor(i / 3) + (i % 3)],
  );
  return { width: side, height: side, pixels: three };
}
