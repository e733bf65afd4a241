/** The small network's answer to one of our drawings, computed at build by the trained model. */

import { inspectedCifarNet } from '../../recipes/cifar-layers.ts';
import type { ModelCard, TrainingHistory } from '../../recipes/model-card.ts';
import { createSession } from '../../runtime/wasm.ts';
import { frozenGraph } from '../kit/frozen-graph.ts';
import { pictureAddress } from '../kit/pixel-picture.ts';
import { startSettings } from '../kit/settings.ts';
import { mapsPicture } from './maps-picture.ts';
import { classesMarkup, filtersMarkup, mapsMarkup, pictureMarkup } from './markup.ts';
import { model } from './model.ts';
import { describeState, epochSentence, subject } from './sentences.ts';
import type { Answers, State } from './state.ts';

export const models = ['cifar-net'];

export async function renderFigure(read: (id: string, file: string) => Promise<Uint8Array>): Promise<string> {
  const json = async <T>(file: string): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await read('cifar-net', file)));
  const shipped = {
    card: await json<ModelCard>('card.json'),
    history: await json<TrainingHistory>('history.json'),
  };
  const { picture, ...rest } = model.initial(startSettings(model));
  const answers = await ask(await read('cifar-net', 'model.onnx'), picture);
  const state: State = { ...rest, picture, shipped, answered: { picture, answers } };
  const kernels = shipped.history.parameters['conv1.kernels'].values[state.epoch];
  return (
    `<div class="cifar-still"><div class="cifar-answer"><div class="cifar-picture">${pictureMarkup(picture, subject(state))}</div>` +
    `${classesMarkup(answers.probability)}</div><div class="cifar-maps">${mapsMarkup(state.layer, answers[state.layer])}</div>` +
    `<div class="cifar-filters">${filtersMarkup(kernels)}</div>` +
    `<p>${describeState(state)} ${epochSentence(state)}</p></div>`
  );
}

/** What the first layer answers to the drawing, map beside map. */
export async function renderCover(read: (id: string, file: string) => Promise<Uint8Array>): Promise<string> {
  const { picture } = model.initial(startSettings(model));
  const maps = mapsPicture(
    'conv1.relu',
    (await ask(await read('cifar-net', 'model.onnx'), picture))['conv1.relu'],
  );
  const size = `width="${maps.width}" height="${maps.height}"`;
  return (
    `<svg role="img" aria-label="Maps of the first layer" viewBox="0 0 ${maps.width} ${maps.height}">` +
    `<image href="${pictureAddress(maps)}" ${size} style="image-rendering: pixelated"/></svg>`
  );
}

async function ask(trained: Uint8Array, picture: Float32Array): Promise<Answers> {
  const session = await createSession(frozenGraph(inspectedCifarNet(), trained));
  const outputs = await session.run({ x: session.upload([1, 3, 32, 32], picture) });
  const answers: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(outputs))
    answers[name] = Float32Array.from(await tensor.read());
  session.dispose();
  return answers;
}
