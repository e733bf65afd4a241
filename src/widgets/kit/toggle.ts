/** Something that is on or off: a checkbox that looks like a switch. */

import type { Control } from './controls.ts';
import { html } from './dom.ts';

export function toggle(label: string, onChange: (on: boolean) => void): Control<boolean> {
  const input = html('input', { type: 'checkbox', role: 'switch' });
  input.addEventListener('change', () => onChange(input.checked));
  return {
    element: html('label', { class: 'toggle' }, input, html('span', {}, label)),
    set(on, { disabled = false } = {}) {
      input.checked = on;
      input.disabled = disabled;
    },
  };
}
