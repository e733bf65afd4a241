import { cifarNet } from './cifar-family.ts';

/** `cifar-net` whose hidden units are all there in every step. */
export default cifarNet({
  id: 'cifar-net-no-dropout',
  title: 'Small AlexNet without dropout',
  activation: 'relu',
  dropoutRate: 0,
});
