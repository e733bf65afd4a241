/** One of many: for more options than fit beside each other. */

import type { Control } from './controls.ts';
import { html } from './dom.ts';

export function selectChoice<Value extends string>(
  label: string,
  options: Readonly<Record<Value, string>>,
  onChoose: (value: Value) => void,
): Control<Value> {
  const choices = Object.entries<string>(options).map(([value, title]) => html('option', { value }, title));
  const select = html('select', { class: 'select' }, ...choices);
  select.addEventListener('change', () => onChoose(select.value as Value));
  return {
    element: html('label', { class: 'select-field' }, html('span', { class: 'slider-label' }, label), select),
    set(value, { disabled = false } = {}) {
      select.value = value;
      select.disabled = disabled;
    },
  };
}
