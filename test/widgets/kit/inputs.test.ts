// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { Stroke } from '../../../src/datasets/drawn-digits.ts';
import { drawingPad } from '../../../src/widgets/kit/drawing-pad.ts';
import { nearestNumber } from '../../../src/widgets/kit/number-field.ts';
import { type SliderOptions, slider, trackOf } from '../../../src/widgets/kit/slider.ts';
import { stepBar } from '../../../src/widgets/kit/step-bar.ts';
import { toggle } from '../../../src/widgets/kit/toggle.ts';

describe('nearestNumber', () => {
  it.each([
    { asked: 0.5, value: 0.5, note: '' },
    { asked: -4, value: 0.1, note: 'The least is 0.1 s.' },
    { asked: 1e9, value: 10, note: 'The most is 10 s.' },
  ])('makes $value of $asked', ({ asked, value, note }) => {
    expect(nearestNumber(asked, { min: 0.1, max: 10, unit: 's' })).toEqual({ value, note });
  });
  it('goes to the nearest step, counted from the least', () => {
    expect(nearestNumber(6.2, { min: 1, max: 64, step: 3 })).toEqual({ value: 7, note: 'Steps of 3.' });
    expect(nearestNumber(7, { min: 1, max: 64, step: 3 }).note).toBe('');
  });
});

describe('trackOf', () => {
  const log: SliderOptions = { label: '', min: 1e-4, max: 10, scale: 'log', onChange: () => {} };
  it('spreads a logarithmic slider evenly over factors, with its ends exact and two digits between', () => {
    const track = trackOf(log);
    expect([track.valueAt(0), track.valueAt(track.last)]).toEqual([1e-4, 10]);
    expect(track.last).toBe(100);
    expect(track.valueAt(40)).toBe(0.01);
    expect(track.valueAt(41)).toBe(0.011);
  });
  it('finds the place of every value that it gives', () => {
    const track = trackOf({ ...log, zero: true });
    for (let place = 0; place <= track.last; place++) expect(track.placeOf(track.valueAt(place))).toBe(place);
    expect(track.valueAt(0)).toBe(0);
  });
  it('takes round steps on a linear slider', () => {
    const track = trackOf({ label: '', min: 0, max: 0.95, onChange: () => {} });
    expect(track.valueAt(3)).toBe(0.03);
    expect(track.valueAt(track.last)).toBe(0.95);
  });
});

describe('slider', () => {
  const made = () => {
    const onChange = vi.fn();
    const control = slider({ label: 'Rate', min: 0.001, max: 10, scale: 'log', unit: 's', onChange });
    document.body.append(control.element);
    control.set(0.1);
    const [range, field] = control.element.querySelectorAll('input');
    return { onChange, control, range, field, note: control.element.querySelector('[role=status]') };
  };
  it('reads its value with the unit', () => {
    expect(made().range.getAttribute('aria-valuetext')).toBe('0.1 s');
  });
  it('reports a typed value exactly, though no place of the slider has it', () => {
    const { onChange, field, range } = made();
    field.value = '0.1234';
    field.dispatchEvent(new Event('change'));
    expect(onChange).toHaveBeenLastCalledWith(0.1234);
    expect(range.getAttribute('aria-valuetext')).toBe('0.123 s');
  });
  it('takes the nearest value and says so', () => {
    const { onChange, field, note } = made();
    field.value = '50';
    field.dispatchEvent(new Event('change'));
    expect(onChange).toHaveBeenLastCalledWith(10);
    expect(field.value).toBe('10');
    expect(note?.textContent).toBe('The most is 10 s.');
  });
  it('keeps its value when what is typed is no number', () => {
    const { onChange, field, note } = made();
    field.value = '';
    field.dispatchEvent(new Event('change'));
    expect(onChange).not.toHaveBeenCalled();
    expect(field.value).toBe('0.1');
    expect(note?.textContent).toBe('Not a number; 0.1 stays.');
  });
  it('multiplies by a constant factor with the arrow keys of the field', () => {
    const { onChange, field } = made();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' }));
    expect(onChange).toHaveBeenLastCalledWith(0.11);
  });
});

describe('toggle', () => {
  it('is a switch that tells its state', () => {
    const onChange = vi.fn();
    const { element, set } = toggle('Gradient', onChange);
    document.body.append(element);
    set(true);
    const input = element.querySelector('input') as HTMLInputElement;
    expect(input.getAttribute('role')).toBe('switch');
    expect(input.checked).toBe(true);
    input.click();
    expect(onChange).toHaveBeenCalledWith(false);
  });
});

describe('stepBar', () => {
  const actions = {
    back: vi.fn(),
    step: vi.fn(),
    play: vi.fn(),
    pause: vi.fn(),
    run: vi.fn(),
    reset: vi.fn(),
  };
  const bar = stepBar(actions, 'To the end');
  const press = (title: string) =>
    [...bar.element.querySelectorAll('button')].find((one) => one.textContent === title)?.click();
  it('turns Play into Pause and can pause although no step is left', () => {
    bar.render({ moving: true, canStep: false, canGoBack: true });
    press('Pause');
    expect(actions.pause).toHaveBeenCalledOnce();
    bar.render({ moving: false, canStep: true, canGoBack: true });
    press('Play');
    expect(actions.play).toHaveBeenCalledOnce();
  });
  it('does nothing, and keeps the button, where a step is not possible', () => {
    bar.render({ moving: false, canStep: false, canGoBack: false });
    press('Step');
    press('Back');
    expect(actions.step).not.toHaveBeenCalled();
    expect(actions.back).not.toHaveBeenCalled();
  });
});

describe('drawingPad', () => {
  const made = () => {
    const drawn: (readonly Stroke[])[] = [];
    const pad = drawingPad({
      label: 'Draw',
      onChange: (strokes) => drawn.push(strokes),
      ready: [
        {
          title: '1',
          strokes: [
            [
              [0.5, 0.1],
              [0.5, 0.9],
            ],
          ],
        },
      ],
    });
    document.body.append(pad.element);
    const surface = pad.element.querySelector('[role=application]') as HTMLElement;
    const key = (name: string, shiftKey = false) =>
      surface.dispatchEvent(new KeyboardEvent('keydown', { key: name, shiftKey }));
    const press = (title: string) =>
      [...pad.element.querySelectorAll('button')].find((one) => one.textContent === title)?.click();
    return { drawn, key, press, status: () => pad.element.querySelector('[role=status]')?.textContent };
  };
  it('draws with the arrow keys while the pen is down, and not while it is up', () => {
    const { drawn, key, status } = made();
    key('ArrowRight');
    expect(drawn).toEqual([]);
    key(' ');
    key('ArrowDown', true);
    key(' ');
    key('ArrowLeft');
    expect(drawn.at(-1)).toEqual([
      [
        [0.54, 0.5],
        [0.54, 0.62],
      ],
    ]);
    expect(status()).toBe('Pen up, 50 % across, 62 % down.');
  });
  it('takes back strokes, clears, and takes a ready drawing', () => {
    const { drawn, key, press, status } = made();
    for (const name of [' ', 'ArrowUp', ' ', 'ArrowLeft', ' ', 'ArrowLeft', ' ']) key(name);
    expect(drawn.at(-1)).toHaveLength(2);
    press('Undo');
    expect(drawn.at(-1)).toHaveLength(1);
    expect(status()).toBe('Last stroke taken back; 1 stroke.');
    press('1');
    expect(drawn.at(-1)).toEqual([
      [
        [0.5, 0.1],
        [0.5, 0.9],
      ],
    ]);
    press('Clear');
    expect(drawn.at(-1)).toEqual([]);
  });
  it('stays within the pad', () => {
    const { drawn, key } = made();
    key(' ');
    for (let i = 0; i < 9; i++) key('ArrowLeft', true);
    expect(Math.min(...(drawn.at(-1)?.[0] ?? []).map(([x]) => x))).toBe(0);
  });
});
