/** Buttons, choices, sliders and fields in their states. */

import { button, listSlider, segmentedChoice } from '../kit/controls.ts';
import { iconOf } from '../kit/icon.ts';
import { numberField } from '../kit/number-field.ts';
import { formatNumber } from '../kit/number-format.ts';
import { selectChoice } from '../kit/select.ts';
import { type SliderOptions, slider } from '../kit/slider.ts';
import { type Speed, stepBar } from '../kit/step-bar.ts';
import { toggle } from '../kit/toggle.ts';
import type { Specimen } from './specimen.ts';

const long = 'A label that is much longer than the words that usually stand in front of a slider';

function sliderAt(value: number, options: Omit<SliderOptions, 'onChange'>, disabled = false): HTMLElement {
  const made = slider({ ...options, onChange: (now) => made.set(now) });
  made.set(value, { disabled });
  return made.element;
}

function choice(disabled: boolean): HTMLElement {
  const made = segmentedChoice<'sgd' | 'momentum' | 'nesterov'>(
    'Optimizer',
    { sgd: 'Plain', momentum: 'Momentum', nesterov: 'Nesterov' },
    (value) => made.set(value),
  );
  made.set('momentum', { disabled });
  return made.element;
}

function listAt(index: number): HTMLElement {
  const rates = [0.001, 0.01, 0.1, 1];
  const made = listSlider('Learning rate', () => {});
  made.setRange(rates.length, (at) => formatNumber(rates[at]));
  made.set(index);
  return made.element;
}

function pressed(): HTMLElement {
  const made = button('Stays in place', () => {}, iconOf('reset'));
  made.setAttribute('aria-disabled', 'true');
  return made;
}

function bar(moments: number): HTMLElement {
  let [moment, moving, speed] = [0, false, 'normal' as Speed];
  const go = (to: number) => {
    moment = Math.min(moments - 1, Math.max(0, to));
    render();
  };
  const move = (now: boolean) => {
    moving = now;
    render();
  };
  const made = stepBar(
    {
      back: () => go(moment - 1),
      step: () => go(moment + 1),
      play: () => move(true),
      pause: () => move(false),
      run: () => go(moments - 1),
      reset: () => go(0),
    },
    'Run to the last moment',
    {
      label: `Recording of ${moments} moments`,
      scrubber: { label: 'Moment', describe: (at) => `step ${at}`, onScrub: go },
      onSpeed: (now) => {
        speed = now;
        render();
      },
    },
  );
  const render = () =>
    made.render({ moving, speed, moment, moments, canStep: moment < moments - 1, canGoBack: moment > 0 });
  render();
  return made.element;
}

function field(value: number): HTMLElement {
  const made = numberField({
    label: 'Units in the layer',
    min: 1,
    max: 64,
    step: 1,
    onChange: (now) => made.set(now),
  });
  made.set(value);
  return made.element;
}

function switchAt(on: boolean, disabled = false): HTMLElement {
  const made = toggle('Draw the gradient', (now) => made.set(now));
  made.set(on, { disabled });
  return made.element;
}

function list(disabled: boolean): HTMLElement {
  const names = { sgd: 'SGD', momentum: 'Momentum', nesterov: 'Nesterov', rmsprop: 'RMSprop', adam: 'Adam' };
  const made = selectChoice('Optimizer', { ...names, adagrad: 'AdaGrad' }, (now) => made.set(now));
  made.set('rmsprop', { disabled });
  return made.element;
}

const rate = { label: 'Learning rate', min: 1e-4, max: 10, scale: 'log' } as const;

export const inputs: readonly Specimen[] = [
  {
    title: 'Slider with a field',
    made: 'slider.ts: slider(options)',
    says: 'A number on a linear or logarithmic scale. The field takes any number; what lies outside becomes the nearest value, and a note says so.',
    states: [
      { name: 'linear', make: () => sliderAt(0.5, { label: 'Dropout rate', min: 0, max: 0.95 }) },
      { name: 'logarithmic', make: () => sliderAt(0.01, rate) },
      {
        name: 'logarithmic, with 0 at its left end',
        make: () => sliderAt(0, { label: 'Weight decay', min: 1e-5, max: 0.1, scale: 'log', zero: true }),
      },
      {
        name: 'whole steps and a unit',
        make: () =>
          sliderAt(64, { label: 'Batch', min: 1, max: 256, step: 1, stepped: true, unit: 'examples' }),
      },
      { name: 'disabled, at its largest', make: () => sliderAt(10, rate, true) },
      {
        name: 'a long label',
        make: () => sliderAt(-3, { label: long, min: -5, max: 5, unit: 'standard deviations' }),
      },
    ],
  },
  {
    title: 'Slider over a list',
    made: 'controls.ts: listSlider(label, onChoose)',
    says: 'The places of a list; the text beside it is what is read out.',
    states: [
      { name: 'first place', make: () => listAt(0) },
      { name: 'last place', make: () => listAt(3) },
    ],
  },
  {
    title: 'Number field',
    made: 'number-field.ts: numberField(options)',
    says: 'A number to be typed; Arrow Up and Arrow Down change it by a step.',
    states: [
      { name: 'default', make: () => field(8) },
      { name: 'at its least', make: () => field(1) },
    ],
  },
  {
    title: 'Choice of a few',
    made: 'controls.ts: segmentedChoice(label, options, onChoose)',
    says: 'Up to five options side by side: radio buttons that look like one bar.',
    states: [
      { name: 'default', make: () => choice(false) },
      { name: 'disabled', make: () => choice(true) },
    ],
  },
  {
    title: 'Choice of many',
    made: 'select.ts: selectChoice(label, options, onChoose)',
    says: 'The browser’s own list, for more than five options.',
    states: [
      { name: 'default', make: () => list(false) },
      { name: 'disabled', make: () => list(true) },
    ],
  },
  {
    title: 'Switch',
    made: 'toggle.ts: toggle(label, onChange)',
    says: 'Something that is on or off.',
    states: [
      { name: 'off', make: () => switchAt(false) },
      { name: 'on', make: () => switchAt(true) },
      { name: 'disabled', make: () => switchAt(true, true) },
    ],
  },
  {
    title: 'Button',
    made: 'controls.ts: button(title, onPress, icon)',
    says: 'One that can do nothing at present keeps the focus and its place.',
    states: [
      { name: 'default', make: () => button('Press', () => {}, iconOf('play')) },
      { name: 'can do nothing', make: pressed },
    ],
  },
  {
    title: 'Step bar',
    made: 'step-bar.ts: stepBar(actions, runTitle, options)',
    says: 'Goes through a training or a recording: back, one step, play, run to the end, reset. The slider below leads to any moment.',
    states: [
      { name: 'a recording', make: () => bar(40), wide: true },
      { name: 'nothing recorded yet', make: () => bar(1), wide: true },
    ],
  },
];
