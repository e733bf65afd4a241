import { fourLayers } from './four-layer-family.ts';

/** The network of four layers with ReLU, whose training error falls several times faster than with tanh. */
export default fourLayers({
  id: 'four-layer-relu',
  title: 'Four layers with ReLU',
  activation: 'relu',
  learningRate: 0.004,
});
