/** Joins the backpropagation figure's state, view and graphs: decides when they are run. */

import type { WidgetContext } from '../kit/host.ts';
import { createPlayer } from '../kit/player.ts';
import { runFigure } from '../kit/run-figure.ts';
import { createRunner, loadMoments } from './compute.ts';
import { model } from './graphs.ts';
import { backpropagationModel } from './model.ts';
import { stepsIn } from './state.ts';
import { createParts } from './view.ts';

export default async function start(context: WidgetContext): Promise<void> {
  const figure = runFigure({
    context,
    model: backpropagationModel,
    leading: model,
    parts: (dispatch) => createParts({ dispatch, train, download: `${context.models[model]}backward.onnx` }),
    timed: () => `${model}/backward.onnx`,
    attributes: ({ form, node, pass, check, trained }) => ({
      'data-layout': form.layout,
      'data-function': form.activation,
      'data-node': node + 1,
      'data-passed': pass?.form === form ? 'yes' : null,
      'data-checked': check ? 'yes' : null,
      'data-trained': trained,
    }),
  });
  const runner = createRunner(figure.engine);
  const player = createPlayer({
    ...context,
    async step() {
      figure.dispatch({ kind: 'next node' });
      return figure.state.node + 1 < stepsIn(figure.state).length;
    },
    onChange: (playing) => {
      if (!playing) figure.dispatch({ kind: 'move', motion: 'resting' });
    },
  });
  figure.onChange((state, previous) => {
    player.setSpeed(state.speed);
    if (state.motion === previous.motion) return;
    if (state.motion === 'playing') player.play();
    else player.pause();
  });
  let training: Promise<void> = Promise.resolve();

  figure.dispatch({ kind: 'loaded', moments: await loadMoments(figure.engine.json) });
  await figure.keep(
    ({ form, numbers }) => [form, numbers],
    async ({ form, numbers }) => {
      const values = await runner.pass(form, numbers);
      figure.dispatch({ kind: 'passed', form, of: numbers, values });
    },
  );
  await figure.keep(
    ({ form, numbers, pick, difference }) => (pick.name === 'x' ? null : [form, numbers, pick, difference]),
    async (state) => figure.dispatch({ kind: 'checked', check: await runner.check(state) }),
  );

  function train(): void {
    training = training
      .then(async () => {
        const { numbers } = figure.state;
        figure.dispatch({ kind: 'trained', from: numbers, numbers: await runner.train(figure.state) });
      })
      .catch(context.fail);
  }
}
