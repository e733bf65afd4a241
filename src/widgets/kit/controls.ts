/** Buttons, choices and sliders: native inputs, so that keyboard and screen readers work as everywhere. */

import { html, setAttributes, setText } from './dom.ts';

export interface Control<Value> {
  readonly element: HTMLElement;
  /** Shows a value; does not report it as chosen. */
  set(value: Value, options?: { readonly disabled?: boolean }): void;
}

let groups = 0;

/** One of a few: radio buttons that look like one bar. */
export function segmentedChoice<Value extends string>(
  label: string,
  options: Readonly<Record<Value, string>>,
  onChoose: (value: Value) => void,
): Control<Value> {
  const name = `choice-${++groups}`;
  const inputs = Object.entries<string>(options).map(([value, title]) => {
    const input = html('input', { type: 'radio', name, value });
    input.addEventListener('change', () => onChoose(value as Value));
    return { input, element: html('label', {}, input, html('span', {}, title)) };
  });
  const element = html(
    'fieldset',
    { class: 'choice' },
    html('legend', {}, label),
    html('div', { class: 'choice-bar' }, ...inputs.map((one) => one.element)),
  );
  return {
    element,
    set(value, { disabled = false } = {}) {
      element.disabled = disabled;
      for (const { input } of inputs) input.checked = input.value === value;
    },
  };
}

/** A slider over the places of a list; the value's text stands beside it and is what is read out. */
export function listSlider(
  label: string,
  onChoose: (index: number) => void,
): Control<number> & { setRange(count: number, describe: (index: number) => string): void } {
  let describe: (index: number) => string = String;
  const input = html('input', { type: 'range', min: 0, step: 1 });
  const output = html('span', { class: 'slider-value', 'aria-hidden': 'true' });
  const element = html(
    'label',
    { class: 'slider' },
    html('span', { class: 'slider-label' }, label),
    input,
    output,
  );
  const show = () => {
    const text = describe(input.valueAsNumber);
    setText(output, text);
    setAttributes(input, { 'aria-valuetext': text });
  };
  input.addEventListener('input', () => {
    show();
    onChoose(input.valueAsNumber);
  });
  return {
    element,
    setRange(count, texts) {
      describe = texts;
      setAttributes(input, { max: Math.max(0, count - 1) });
      show();
    },
    set(index, { disabled = false } = {}) {
      input.disabled = disabled;
      input.value = String(index);
      show();
    },
  };
}

/** @param icon from `iconOf`, or path data in a box of 16 by 16 */
export function button(title: string, onPress: () => void, icon?: string): HTMLButtonElement {
  const element = html('button', { type: 'button', class: 'button' });
  if (icon)
    element.innerHTML = icon.startsWith('<')
      ? icon
      : `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${icon}"/></svg>`;
  element.append(html('span', {}, title));
  element.addEventListener('click', () => {
    // A button that is aria-disabled keeps the focus and does nothing.
    if (element.getAttribute('aria-disabled') !== 'true') onPress();
  });
  return element;
}

export const setButtonTitle = (target: HTMLButtonElement, title: string): void =>
  setText(target.querySelector('span') as HTMLElement, title);
