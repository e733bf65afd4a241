/** The two conventions as switches, with the equation and the graph that each choice makes. */

import { segmentedChoice } from '../kit/controls.ts';
import { html, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { graphText } from './graphs.ts';
import { conventionsOf, leaks, type ReluSettings, type State } from './state.ts';

// Keys that are no numbers: those would come before all others, whatever their order here.
const zeroNames = { none: '0', half: '½', full: '1' } as const;
type Zero = keyof typeof zeroNames;
const zeros = { none: 0, half: 0.5, full: 1 } as const;
const leakNames = { '0.01': '0.01', '0.1': '0.1', '0.3': '0.3' } as const;
const zeroOf = (value: number): Zero => (value === 0 ? 'none' : value === 1 ? 'full' : 'half');

export function conventionsPart(set: (change: Partial<ReluSettings>) => void): Part<State> {
  const zero = segmentedChoice<Zero>('Derivative of ReLU at 0', zeroNames, (name) =>
    set({ zero: zeros[name] }),
  );
  const leak = segmentedChoice('Slope of leaky ReLU below 0', leakNames, (text) =>
    set({ leak: leaks.find((one) => String(one) === text) ?? 0.01 }),
  );
  const equation = html('p', { class: 'relu-equation' });
  const program = html('pre', {
    class: 'relu-graph',
    tabindex: 0,
    role: 'region',
    'aria-label': 'Graph of ReLU and of leaky ReLU with their gradients',
  });
  return {
    element: html('div', { class: 'relu-controls' }, zero.element, leak.element, equation, program),
    render(state) {
      const { zero: atZero, leak: alpha } = state.settings;
      zero.set(zeroOf(atZero));
      leak.set(String(alpha) as keyof typeof leakNames);
      setText(
        equation,
        `ReLU′(x) = 1 for x > 0, ${zeroNames[zeroOf(atZero)]} at x = 0, 0 for x < 0. ` +
          `Leaky ReLU: x for x > 0, ${formatNumber(alpha)} x elsewhere.`,
      );
      const conventions = conventionsOf(state);
      setText(
        program,
        `ReLU\n${graphText('relu', conventions)}\n\nleaky ReLU\n${graphText('leaky', conventions)}`,
      );
    },
  };
}
