import { cifarNet } from './cifar-family.ts';

/** `cifar-net` with tanh for ReLU: how much sooner ReLU gets there is figure 1 of Krizhevsky et al. */
export default cifarNet({
  id: 'cifar-net-tanh',
  title: 'Small AlexNet with tanh',
  activation: 'tanh',
  dropoutRate: 0.5,
});
