/** Joins the perceptron figure's state, view and models: decides when what is asked of them. */

import type { Wanted } from '../../runtime/web.ts';
import { createEngine } from '../kit/engine.ts';
import type { WidgetContext } from '../kit/host.ts';
import { measure, runStep } from './compute.ts';
import { courseOf } from './course.ts';
import { type Action, update } from './model.ts';
import { loadShipped } from './shipped.ts';
import { initial, nextExample, rules, type State, type Unit, unitOf } from './state.ts';
import { createView } from './view.ts';

/** Cells along a side of the field: at rest, and while it changes many times a second. */
const cells = { resting: 48, moving: 32 };
/** Work between two frames, in milliseconds: leaves the page time to answer. */
const workPerFrame = 12;

export default async function start(context: WidgetContext): Promise<void> {
  const { root, signal } = context;
  let state = initial;
  let ready = false;
  let visible = true;
  let driving = false;
  let measuring: Promise<void> | null = null;
  let measuredFor: ReturnType<typeof shown> | null = null;
  /** Of the drawing that is due, or 0. */
  let frame = 0;

  const view = createView({ root, dispatch, chooseProvider });
  const engine = createEngine({
    models: context.models,
    runtime: context.runtime,
    leading: rules.perceptron.model,
    signal,
    onChange: (facts) => {
      if (facts.provider) context.setProvider(facts.provider);
      requestPaint();
    },
  });
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    engine.dispose();
  });
  context.watchVisibility((now) => {
    visible = now;
  });
  paint();

  const shipped = await loadShipped(engine.json);
  ready = true;
  dispatch({ kind: 'loaded', shipped });
  await keepMeasured();
  paint();

  function dispatch(action: Action): void {
    state = update(state, action);
    requestPaint();
    if (!ready) return;
    void keepMeasured().catch(context.fail);
    if (state.motion !== 'resting' && !driving) void drive().catch(context.fail);
  }

  function requestPaint(): void {
    // One that is due keeps its place: the focus waits for it and must not overtake it.
    frame ||= requestAnimationFrame(paint);
  }

  function paint(): void {
    frame = 0;
    view.render(state);
    const model = state.hiddenLayer ? 'xor-mlp' : rules[state.rule].model;
    view.renderFacts(engine.facts, `${model}/forward.onnx`);
  }

  function chooseProvider(wanted: Wanted): void {
    engine
      .use(wanted)
      .then(() => {
        measuredFor = null;
        return keepMeasured();
      })
      .catch(context.fail);
  }

  /** Runs the model until its answers are about what is shown now. */
  function keepMeasured(): Promise<void> {
    measuring ??= measureUntilCurrent().finally(() => {
      measuring = null;
    });
    return measuring;
  }

  async function measureUntilCurrent(): Promise<void> {
    while (!signal.aborted && !isSame(measuredFor, shown(state))) {
      const asked = state;
      const now = shown(asked);
      const measured = await measure(engine, asked, now.cells, asked.motion === 'resting');
      measuredFor = now;
      if (asked.hiddenLayer === state.hiddenLayer) {
        state = update(state, { kind: 'measured', measured });
        requestPaint();
      }
    }
  }

  /** All that the model's answers depend on. */
  function shown({ points, rule, hiddenLayer, networkMoment, motion }: State) {
    const unit: Unit = unitOf(state);
    const largest = context.grid ?? cells.resting;
    return {
      points,
      rule,
      unit,
      hiddenLayer,
      networkMoment,
      cells: motion === 'resting' ? largest : Math.min(largest, cells.moving),
    };
  }

  /** Goes on until the state is at rest: one step, a slow walk or a run. */
  async function drive(): Promise<void> {
    driving = true;
    try {
      while (state.motion !== 'resting' && !signal.aborted) {
        if (visible) {
          if (state.hiddenLayer) playNetwork();
          else await takeSteps();
          await keepMeasured();
        }
        await wait(state.motion === 'playing' ? interval(state) : 0);
      }
    } finally {
      driving = false;
    }
  }

  async function takeSteps(): Promise<void> {
    const began = performance.now();
    do {
      dispatch({ kind: 'stepped', update: await runStep(engine, state) });
      const kind = courseOf(state).ending?.kind;
      const isPassDone = nextExample(state) === 0;
      // A walk goes on through a cycle, so that it can be seen; a run stops where nothing new can come.
      if (kind === 'diverged' || kind === 'clean' || (kind && isPassDone && state.motion === 'running'))
        dispatch({ kind: 'move', motion: 'resting' });
    } while (state.motion === 'running' && !signal.aborted && performance.now() - began < workPerFrame);
  }

  function playNetwork(): void {
    const last = state.shipped.network.length - 1;
    // From the end, playing begins again.
    const next = state.networkMoment === last ? 0 : state.networkMoment + 1;
    dispatch({ kind: 'show network moment', moment: next });
    if (next === last) dispatch({ kind: 'move', motion: 'resting' });
  }

  /** Until the next frame and `milliseconds` more; a page that is out of sight waits too. */
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve, milliseconds));
    });
}

/** Milliseconds between two steps: slow enough to follow with few points, quicker with many. */
const interval = ({ points, hiddenLayer }: State): number =>
  hiddenLayer ? 80 : Math.min(450, Math.max(100, 1800 / points.length));

function isSame<T extends object>(a: T | null, b: T): boolean {
  return a !== null && Object.keys(b).every((key) => a[key as keyof T] === b[key as keyof T]);
}
