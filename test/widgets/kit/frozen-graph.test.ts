import { expect, it } from 'vitest';
import { inspectedCifarNet } from '../../../src/recipes/cifar-layers.ts';
import { frozenGraph } from '../../../src/widgets/kit/frozen-graph.ts';
import { frozen, modelFile } from '../../support/trained-cifar-net.ts';

it('freezes a trained file’s parameters into a graph that has inputs of their names, and nothing else', () => {
  const graph = inspectedCifarNet();
  expect(frozenGraph(graph, modelFile('cifar-net', 'model.onnx'))).toEqual(frozen(graph));
});
