import { fourLayers } from './four-layer-family.ts';

/** `four-layer-relu` with tanh for ReLU, at the rate that suits it best. */
export default fourLayers({
  id: 'four-layer-tanh',
  title: 'Four layers with tanh',
  activation: 'tanh',
  learningRate: 0.016,
});
