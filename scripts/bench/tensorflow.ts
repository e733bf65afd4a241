/** The networks of networks.ts in TensorFlow.js, on its WASM backend, or in plain JavaScript where that lacks a kernel. */

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import * as layers from '@tensorflow/tfjs-layers';
import type { Mode } from './networks.ts';
import type { Measure } from './ours.ts';

type Maker = () => layers.layers.Layer[];

const dense = (units: number, activation?: 'relu') =>
  layers.layers.dense({ units, ...(activation && { activation }) });
const pooled = (filters: number, padding: 'same' | 'valid') => [
  layers.layers.conv2d({ filters, kernelSize: 5, padding }),
  layers.layers.maxPooling2d({ poolSize: 2 }),
  layers.layers.reLU(),
];

/** Channels come last, as TensorFlow has them. */
const networks: Readonly<Record<string, { readonly example: number[]; readonly make: Maker }>> = {
  mlp: { example: [784], make: () => [dense(256, 'relu'), dense(128, 'relu'), dense(10)] },
  lenet: {
    example: [28, 28, 1],
    make: () => [
      ...pooled(6, 'same'),
      ...pooled(16, 'valid'),
      layers.layers.flatten(),
      dense(120, 'relu'),
      dense(84, 'relu'),
      dense(10),
    ],
  },
  cifar: {
    example: [32, 32, 3],
    make: () => [
      ...pooled(32, 'same'),
      ...pooled(32, 'same'),
      ...pooled(64, 'same'),
      layers.layers.flatten(),
      dense(64, 'relu'),
      dense(10),
    ],
  },
};

/** Loads the WASM backend with the files of its package. */
export async function openTensorFlow(): Promise<string> {
  const wasm = await import('@tensorflow/tfjs-backend-wasm');
  const folder = dirname(fileURLToPath(import.meta.resolve('@tensorflow/tfjs-backend-wasm')));
  wasm.setWasmPaths(`${folder}/`);
  await tf.setBackend('wasm');
  await tf.ready();
  return `TensorFlow.js ${tf.version_core}`;
}

/** Plain JavaScript takes a second for one example of the CIFAR network: a few at a time tell its rate too. */
const fewExamples = 4;

/** @returns the measure, and the backend that has the kernels for it */
export async function tensorFlow(
  name: string,
  mode: Mode,
  batchSize: number,
): Promise<{ measure: Measure; backend: string }> {
  for (const backend of ['wasm', 'cpu']) {
    await tf.setBackend(backend);
    const size = backend === 'cpu' ? Math.min(batchSize, fewExamples) : batchSize;
    const measure = prepare(name, mode, size, backend);
    try {
      await measure(0);
      return { measure, backend };
    } catch (error) {
      // "Kernel 'MaxPoolGrad' not registered for backend 'wasm'"
      if (backend === 'cpu' || !/not registered/.test(String(error))) throw error;
    }
  }
  throw new Error(`TensorFlow.js has no backend for ${name}`);
}

function prepare(name: string, mode: Mode, batchSize: number, backend: string): Measure {
  const { example, make } = networks[name];
  const [first, ...others] = make();
  const input = layers.input({ shape: example });
  const output = others.reduce((value, layer) => layer.apply(value), first.apply(input));
  const model = layers.model({ inputs: input, outputs: output as layers.SymbolicTensor });
  const x = tf.randomUniform([batchSize, ...example]);
  const target = tf.oneHot(
    tf.tensor1d(
      Array.from({ length: batchSize }, (_, i) => i % 10),
      'int32',
    ),
    10,
  );
  const optimizer = tf.train.sgd(0.01);
  const step = async () => {
    if (mode === 'forward') {
      const answer = model.predict(x) as tf.Tensor;
      await answer.data();
      answer.dispose();
      return;
    }
    const loss = optimizer.minimize(
      () => tf.losses.softmaxCrossEntropy(target, model.apply(x, { training: true }) as tf.Tensor),
      true,
    );
    await loss?.data();
    loss?.dispose();
  };
  return async (seconds) => {
    await tf.setBackend(backend);
    const begin = performance.now();
    let steps = 0;
    do {
      await step();
      steps++;
    } while (performance.now() - begin < seconds * 1000);
    return (steps * batchSize * 1000) / (performance.now() - begin);
  };
}
