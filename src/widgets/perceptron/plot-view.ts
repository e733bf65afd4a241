/** The plane with the points: drawn from the state, moved by pointer and keyboard. */

import { html, setAttributes, setText, svg } from '../kit/dom.ts';
import { makeDraggable } from '../kit/drag.ts';
import { fieldMarkup } from '../kit/field.ts';
import {
  axesMarkup,
  clipMarkup,
  gridMarkup,
  horizontal,
  short,
  size,
  symbolPath,
  symbolRadius,
  toPlane,
  vertical,
} from '../kit/plane.ts';
import { isRight } from './course.ts';
import { boundaryOf, levelsOf, lineMarkup } from './plot-markup.ts';
import { plane } from './points.ts';
import { describePoint } from './sentences.ts';
import { type Line, widestLine } from './splits.ts';
import { canAdd, type State } from './state.ts';
import type { Action } from './update.ts';

/** Of the element that says which keys do what. */
export const hintId = 'perceptron-hint';
/** With more points than this, Tab visits one and Page Up and Page Down go through them. */
const mostTabStops = 12;
/** Of the plane: one press of an arrow key, and with Shift. */
const keyStep = { fine: 0.05, coarse: 0.25 };

export function plotView(dispatch: (action: Action) => void) {
  const field = svg('g', { 'aria-hidden': 'true' });
  field.setAttribute('clip-path', `url(#${plane.id}-clip)`);
  const line = svg('g', { 'aria-hidden': 'true' });
  line.setAttribute('clip-path', `url(#${plane.id}-clip)`);
  const points = svg('g', {});
  const drawing = svg('svg', {
    class: 'plane',
    viewBox: `0 0 ${size} ${size}`,
    role: 'group',
    'aria-describedby': hintId,
  });
  drawing.innerHTML = `<defs>${clipMarkup(plane)}</defs>`;
  const grid = svg('g', {});
  grid.innerHTML = gridMarkup(plane);
  const axes = svg('g', {});
  axes.innerHTML = axesMarkup(plane);
  drawing.append(field, grid, line, axes, points);

  const handles: SVGGElement[] = [];
  let state: State;
  let drawn: Pick<State, 'measured' | 'rule' | 'view' | 'answer'> | null = null;

  const toUser = (event: PointerEvent | MouseEvent) => {
    const box = drawing.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * size,
      y: ((event.clientY - box.top) / box.height) * size,
    };
  };
  const editable = () => state.view !== 'hidden';

  drawing.addEventListener('click', (event) => {
    if ((event.target as Element).closest('.point') || !editable() || !canAdd(state)) return;
    const at = toPlane(plane, toUser(event));
    if (at.some((value) => value < plane.domain[0] || value > plane.domain[1])) return;
    dispatch({ kind: 'add point', at });
  });

  function makeHandle(index: number): SVGGElement {
    const handle = svg(
      'g',
      { class: 'point', role: 'button', 'data-point': index },
      svg('circle', { class: 'point-target', r: 26 }),
      svg('circle', { class: 'point-halo', r: 14 }),
      svg('path', { class: 'point-symbol' }),
      svg('text', { class: 'point-name', x: 12, y: -10, 'aria-hidden': 'true' }),
    );
    handle.addEventListener('focus', () => dispatch({ kind: 'select point', point: index }));
    handle.addEventListener('dblclick', () => editable() && dispatch({ kind: 'flip point', point: index }));
    handle.addEventListener('keydown', (event) => onKey(event, index));
    handle.addEventListener('pointerdown', () => handle.focus());
    makeDraggable(handle, editable, (event) =>
      dispatch({ kind: 'move point', point: index, to: toPlane(plane, toUser(event)) }),
    );
    return handle;
  }

  function onKey(event: KeyboardEvent, index: number): void {
    const action = keyAction(event, index);
    if (!action) return;
    event.preventDefault();
    dispatch(action);
    if (action.kind === 'select point' || action.kind === 'remove point') focusSelected();
  }

  function keyAction({ key, shiftKey }: KeyboardEvent, index: number): Action | null {
    const count = state.points.length;
    if (key === 'PageDown') return { kind: 'select point', point: (index + 1) % count };
    if (key === 'PageUp') return { kind: 'select point', point: (index + count - 1) % count };
    if (!editable()) return null;
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key];
    if (direction) {
      const step = shiftKey ? keyStep.coarse : keyStep.fine;
      // By, not to: keys may come faster than drawings, and each must count.
      return { kind: 'shift point', point: index, by: [direction[0] * step, direction[1] * step] };
    }
    if (key === 'Enter' || key === ' ') return { kind: 'flip point', point: index };
    if (key === 'Delete' || key === 'Backspace') return { kind: 'remove point', point: index };
    return null;
  }

  /** After the next drawing, because the point may not exist yet. */
  function focusSelected(): void {
    requestAnimationFrame(() => {
      if (state.selected !== null) handles[state.selected]?.focus();
    });
  }

  function renderPoints(): void {
    const [x, y] = [horizontal(plane), vertical(plane)];
    const count = state.points.length;
    while (handles.length > count) handles.pop()?.remove();
    while (handles.length < count) handles.push(makeHandle(handles.length));
    points.append(...handles.filter((handle) => !handle.isConnected));
    state.points.forEach(({ at, label }, i) => {
      const tabStop = count <= mostTabStops || i === (state.selected ?? 0);
      const measured = state.measured !== null;
      setAttributes(handles[i], {
        transform: `translate(${short(x(at[0]))} ${short(y(at[1]))})`,
        tabindex: tabStop ? 0 : -1,
        'aria-label': describePoint(state, i),
        'data-label': label,
        'data-right': measured ? String(isRight(state, i)) : null,
        'data-next': state.view !== 'hidden' && state.position > 0 && isLatest(i),
      });
      const [, , symbol, name] = handles[i].children;
      setAttributes(symbol, { d: symbolPath(label, symbolRadius(count)) });
      setText(name, count <= mostTabStops ? String(i + 1) : '');
    });
  }

  const isLatest = (i: number) => state.updates[state.position - 1].example === i;

  return {
    element: html('div', { class: 'plot' }, drawing),
    focusSelected,
    render(next: State) {
      state = next;
      setAttributes(drawing, {
        'aria-label': `Plane of ${state.points.length} points, x₁ and x₂ from −0.5 to 1.5`,
        'data-editable': editable() && canAdd(state),
      });
      const { measured, rule, view, answer } = state;
      const isDrawn =
        measured === drawn?.measured && rule === drawn.rule && view === drawn.view && answer === drawn.answer;
      if (measured && !isDrawn) {
        field.innerHTML = fieldMarkup(plane, measured.field, boundaryOf(state), levelsOf(state));
        drawn = { measured, rule, view, answer };
      }
      const { split } = state;
      const found: Line | null = split
        ? widestLine(
            state.points.map(({ at }) => at),
            split,
          )
        : null;
      line.innerHTML = found ? lineMarkup(plane, found) : '';
      renderPoints();
    },
  };
}
