/** A square to draw on with finger, pen or mouse, or with the arrow keys and Space. */

import type { Point, Stroke } from '../../datasets/drawn-digits.ts';
import { button } from './controls.ts';
import { html, setAttributes, setText, svg } from './dom.ts';
import { iconOf } from './icon.ts';
import { short } from './plane.ts';

export interface DrawingPadOptions {
  /** Such as "Draw a digit". */
  readonly label: string;
  readonly onChange: (strokes: readonly Stroke[]) => void;
  /** Drawings to begin with or to take instead of one's own. */
  readonly ready?: readonly { readonly title: string; readonly strokes: readonly Stroke[] }[];
}

export interface DrawingPad {
  readonly element: HTMLElement;
  /** Shows strokes; does not report them. Strokes of the reader's own come back through `onChange` first. */
  set(strokes: readonly Stroke[]): void;
}

const moves: Readonly<Record<string, Point>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
/** One press of an arrow key, as a share of the pad, and with Shift. */
const keyStep = { fine: 0.04, coarse: 0.12 };
/** Places nearer to each other than this are not told apart. */
const nearest = 0.006;

export function drawingPad({ label, onChange, ready = [] }: DrawingPadOptions): DrawingPad {
  let strokes: readonly Stroke[] = [];
  /** Of the keyboard. */
  let cursor: Point = [0.5, 0.5];
  let isPenDown = false;

  const ink = svg('path', { class: 'pad-ink' });
  const cross = svg('path', { class: 'pad-cursor', d: 'M-4 0H4M0 -4V4' });
  const drawing = svg('svg', { viewBox: '0 0 100 100', 'aria-hidden': 'true' }, ink, cross);
  const hint = html('p', { class: 'pad-hint' }, 'With keys: arrows move, Space lowers and lifts the pen.');
  const status = html('p', { class: 'unseen', role: 'status' });
  const pad = html('div', { class: 'pad', tabindex: 0, role: 'application', 'aria-label': label }, drawing);
  const undo = button('Undo', () => change(strokes.slice(0, -1), 'Last stroke taken back'), iconOf('undo'));
  const clear = button('Clear', () => change([], 'Cleared'), iconOf('clear'));
  const choices = ready.map(({ title, strokes: drawn }) => {
    const one = button(title, () => change(drawn, `Drawing ${title} taken`));
    one.setAttribute('aria-label', `Take our drawing of ${title}`);
    return one;
  });
  const element = html(
    'div',
    { class: 'drawing-pad' },
    pad,
    html('div', { class: 'pad-tools' }, undo, clear),
    choices.length > 0 &&
      html('div', { class: 'pad-ready', role: 'group', 'aria-label': 'Our drawings' }, ...choices),
    hint,
    status,
  );

  function change(next: readonly Stroke[], said: string): void {
    show(next);
    isPenDown = false;
    setText(status, `${said}; ${next.length === 1 ? '1 stroke' : `${next.length} strokes`}.`);
    onChange(next);
  }

  function show(next: readonly Stroke[]): void {
    strokes = next;
    const way = (stroke: Stroke) =>
      // A dot is a line of no length, which round ends make visible.
      `M${[...stroke, stroke[stroke.length - 1]].map(([x, y]) => `${short(100 * x)} ${short(100 * y)}`).join('L')}`;
    setAttributes(ink, { d: strokes.map(way).join('') });
    for (const one of [undo, clear]) one.setAttribute('aria-disabled', String(strokes.length === 0));
  }

  /** Goes on with the last stroke. */
  function extend(at: Point): void {
    const stroke = strokes[strokes.length - 1];
    const [x, y] = stroke[stroke.length - 1];
    if (Math.hypot(at[0] - x, at[1] - y) < nearest) return;
    show([...strokes.slice(0, -1), [...stroke, at]]);
    onChange(strokes);
  }
  function begin(at: Point): void {
    show([...strokes, [at]]);
    onChange(strokes);
  }

  pad.addEventListener('pointerdown', (down) => {
    if (down.button !== 0 || !down.isPrimary) return;
    down.preventDefault();
    pad.focus({ preventScroll: true });
    pad.setPointerCapture(down.pointerId);
    isPenDown = false;
    begin(placeOf(down));
    const listeners = new AbortController();
    const { signal } = listeners;
    const move = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return;
      // A fast hand leaves several places between two frames.
      const passed = event.getCoalescedEvents?.() ?? [];
      for (const one of passed.length > 0 ? passed : [event]) extend(placeOf(one));
    };
    pad.addEventListener('pointermove', move, { signal });
    for (const name of ['pointerup', 'pointercancel'] as const)
      pad.addEventListener(name, () => listeners.abort(), { signal });
  });

  pad.addEventListener('keydown', (event) => {
    const move = moves[event.key];
    if (move) {
      const step = event.shiftKey ? keyStep.coarse : keyStep.fine;
      cursor = [inside(cursor[0] + move[0] * step), inside(cursor[1] + move[1] * step)];
      if (isPenDown) extend(cursor);
      tell();
    } else if (event.key === ' ') {
      isPenDown = !isPenDown;
      if (isPenDown) begin(cursor);
      tell();
    } else if (event.key === 'Escape' && isPenDown) {
      isPenDown = false;
      tell();
    } else if (event.key === 'Backspace' && strokes.length > 0)
      change(strokes.slice(0, -1), 'Last stroke taken back');
    else return;
    event.preventDefault();
  });
  pad.addEventListener('blur', () => {
    isPenDown = false;
  });

  function tell(): void {
    setAttributes(cross, { transform: `translate(${short(cursor[0] * 100)} ${short(cursor[1] * 100)})` });
    const [across, down] = cursor.map((part) => Math.round(part * 100));
    setText(status, `Pen ${isPenDown ? 'down' : 'up'}, ${across} % across, ${down} % down.`);
  }

  function placeOf(event: PointerEvent): Point {
    const box = pad.getBoundingClientRect();
    return [inside((event.clientX - box.left) / box.width), inside((event.clientY - box.top) / box.height)];
  }

  setAttributes(cross, { transform: 'translate(50 50)' });
  show([]);
  return { element, set: show };
}

const inside = (part: number): number => Math.min(1, Math.max(0, part));
