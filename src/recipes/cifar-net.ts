import { cifarNet } from './cifar-family.ts';

/** AlexNet's means on small pictures: convolutions, ReLU, overlapping pooling, LRN, dropout, augmentation. */
export default cifarNet({
  id: 'cifar-net',
  title: 'Small AlexNet',
  activation: 'relu',
  dropoutRate: 0.5,
});
