/** Matrices in the page: the numbers change in place, so that a pressed one keeps the keyboard focus. */

import { html, setAttributes, setText } from '../kit/dom.ts';
import { type MatrixSpec, matrixMarkup, numberLabel, numberText } from './matrix-markup.ts';

export interface MatrixView {
  readonly element: HTMLElement;
  render(spec: MatrixSpec): void;
}

export function matrixView(onPress: (index: number) => void = () => {}): MatrixView {
  const element = html('div', { class: 'tensor-place' });
  let key = '';
  element.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    if (pressed) onPress(Number(pressed.dataset.index));
  });
  return {
    element,
    render(spec) {
      const next = `${spec.symbol} ${spec.shape} ${spec.press} ${spec.result}`;
      if (next !== key) {
        key = next;
        element.innerHTML = matrixMarkup(spec);
        return;
      }
      element.querySelectorAll('td').forEach((cell, index) => {
        setAttributes(cell, { 'data-moved': spec.moved?.[index] ?? false });
        const number = cell.firstElementChild as HTMLElement;
        setText(number, numberText(spec.data, index));
        if (spec.press)
          setAttributes(number, {
            'aria-pressed': String(index === spec.chosen),
            'aria-label': numberLabel(spec, index),
          });
      });
    },
  };
}
