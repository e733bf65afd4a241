/** How many mistakes there have been, how many there can be, and what can be done about the rest. */

import { button } from '../kit/controls.ts';
import { html, setAttributes, setText } from '../kit/dom.ts';
import type { Part } from '../kit/fold.ts';
import { formatNumber } from '../kit/number-format.ts';
import { boundOf, countedMistakes, courseOf } from './derived.ts';
import { describeBound, describeUnit } from './sentences.ts';
import type { State } from './state.ts';
import { streamBound } from './stream.ts';
import type { Action } from './update.ts';

export function verdictView(dispatch: (action: Action) => void): Part<State> {
  const count = html('p', { class: 'verdict-count' });
  const meter = html('meter', {
    class: 'bound-meter',
    min: 0,
    'aria-label': 'Mistakes, of those that the theorem allows',
  });
  const bound = html('p', { class: 'verdict-bound' });
  const parts = html('p', { class: 'verdict-parts' });
  const recover = button('Reset, with a smaller learning rate', () => dispatch({ kind: 'recover' }));
  const layer = button('Add a hidden layer', () => dispatch({ kind: 'choose view', view: 'hidden' }));
  const element = html('div', { class: 'verdict' }, count, meter, bound, parts, recover, layer);
  function renderStream(stream: State['stream']): void {
    const { seen, mistakes, radiusSquared, least, unit } = stream;
    const allowed = streamBound(stream);
    const { weights, bias } = unit;
    setText(count, `${seen.toLocaleString('en')} points · ${mistakes} mistakes`);
    meter.hidden = allowed === null;
    setAttributes(meter, { max: allowed ?? 1, value: mistakes });
    setText(
      bound,
      allowed === null
        ? ''
        : `Never more than ${allowed.toLocaleString('en')} mistakes can come on points like those seen so far. Now ${describeUnit({ weights, bias })}.`,
    );
    setText(
      parts,
      allowed === null
        ? ''
        : `(R/γ)² with R² = ${formatNumber(radiusSquared)} and γ = ${formatNumber(least)}, both of the points seen, and u along the line that the points were drawn around.`,
    );
    recover.hidden = true;
    layer.hidden = true;
  }

  return {
    element,
    render(state) {
      element.hidden = state.view === 'hidden';
      if (element.hidden) return;
      if (state.view === 'stream') return renderStream(state.stream);
      const course = courseOf(state);
      const allowed = boundOf(state.points);
      const counted = countedMistakes(state);
      setText(count, countText(state.position, course.passes, course.mistakes));
      meter.hidden = allowed === null || counted === null;
      setAttributes(meter, { max: allowed?.mostMistakes ?? 1, value: counted ?? 0 });
      setText(bound, describeBound(state));
      setText(
        parts,
        allowed
          ? `(R/γ)² with R² = ${formatNumber(allowed.radiusSquared)}, γ = ${formatNumber(allowed.margin)} and u = (b, w₁, w₂) = (${allowed.direction.map((one) => formatNumber(one)).join(', ')}), the unit vector of the widest margin.`
          : '',
      );
      recover.hidden = course.ending?.kind !== 'diverged';
      layer.hidden = state.preset !== 'xor' || state.view !== 'unit';
    },
  };
}

function countText(position: number, passes: number, mistakes: number): string {
  const plural = (value: number, one: string, many: string) => `${value} ${value === 1 ? one : many}`;
  return [
    plural(position, 'step', 'steps'),
    plural(passes, 'whole pass', 'whole passes'),
    plural(mistakes, 'mistake', 'mistakes'),
  ].join(' · ');
}
