import { parseFrontmatter } from '@astrojs/markdown-remark';
import { describe, expect, it } from 'vitest';
import { findByName, type NamedEntry, nearestNames, passes } from '../../../src/site/search/names.ts';
import { sourceFiles } from '../../support/source-files.ts';

const entries = sourceFiles(['content/entries'], ['.mdx']).map(({ path, text }): NamedEntry => {
  const { frontmatter } = parseFrontmatter(text);
  return {
    id: path.replace(/^.*\/|\.mdx$/g, ''),
    title: String(frontmatter.term),
    aliases: frontmatter.aliases ?? [],
    people: frontmatter.people ?? [],
    summary: String(frontmatter.summary),
    category: String(frontmatter.category),
    figure: text.includes('<Widget'),
  };
});

/** What readers type, and the entry they should see first. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  titles: {
    perceptron: 'perceptron',
    Perceptron: 'perceptron',
    momentum: 'momentum',
    backpropagation: 'backpropagation',
    training: 'training',
    gradient: 'gradient',
    'gradient descent': 'gradient-descent',
    'stochastic gradient descent': 'stochastic-gradient-descent',
    'learning rate': 'learning-rate',
    'weight decay': 'weight-decay',
    'hidden layer': 'hidden-layer',
    'cross entropy': 'cross-entropy',
    'cross-entropy': 'cross-entropy',
    'Bias-variance decomposition': 'bias-variance',
    pooling: 'pooling',
    softmax: 'softmax',
    AlexNet: 'alexnet',
    alexnet: 'alexnet',
    'CIFAR 10': 'cifar-10',
    mnist: 'mnist',
    'xor problem': 'xor-problem',
    'one hot encoding': 'one-hot-encoding',
    'Top-k error': 'top-k-error',
  },
  'abbreviations and other names': {
    SGD: 'stochastic-gradient-descent',
    sgd: 'stochastic-gradient-descent',
    NAG: 'nesterov-momentum',
    rectifier: 'relu',
    ReLU: 'relu',
    relu: 'relu',
    'heavy ball': 'momentum',
    'heavy-ball method': 'momentum',
    CNN: 'convolutional-neural-network',
    RNN: 'recurrent-neural-network',
    LSTM: 'long-short-term-memory',
    MLP: 'multilayer-perceptron',
    SVM: 'support-vector-machine',
    RBM: 'restricted-boltzmann-machine',
    GMDH: 'group-method-of-data-handling',
    GPU: 'gpu',
    BPTT: 'backpropagation-through-time',
    LMS: 'delta-rule',
    MSE: 'squared-error',
    backprop: 'backpropagation',
    tanh: 'hyperbolic-tangent',
    sigmoid: 'sigmoid',
    'mini-batch': 'minibatch',
    'step size': 'learning-rate',
    'error surface': 'loss-landscape',
    'cost function': 'loss-function',
    'threshold unit': 'perceptron',
    'Widrow-Hoff rule': 'delta-rule',
    generalization: 'generalisation',
    regularization: 'regularisation',
    autodiff: 'automatic-differentiation',
    GOFAI: 'symbolic-ai',
    'neural net': 'artificial-neural-network',
    'transfer learning': 'fine-tuning',
    'vanishing gradient problem': 'vanishing-gradient',
    'dying ReLU': 'dying-relu',
    "nesterov's accelerated gradient": 'nesterov-momentum',
  },
  'names and words begun': {
    backp: 'backpropagation',
    neocog: 'neocognitron',
    lighthill: 'lighthill-report',
    alpac: 'alpac-report',
    hessi: 'hessian',
    decay: 'weight-decay',
    separability: 'linear-separability',
    Boltzmann: 'restricted-boltzmann-machine',
  },
  people: {
    Ciresan: 'dannet',
    Cirešan: 'dannet',
    Cireşan: 'dannet',
    Polyak: 'momentum',
    Ivakhnenko: 'group-method-of-data-handling',
    Hochreiter: 'vanishing-gradient',
    Vapnik: 'support-vector-machine',
  },
  misspellings: {
    perceptorn: 'perceptron',
    percepton: 'perceptron',
    momentm: 'momentum',
    'stochastic gradiant decent': 'stochastic-gradient-descent',
    bakpropagation: 'backpropagation',
    'weigth decay': 'weight-decay',
    overfiting: 'overfitting',
    regularistaion: 'regularisation',
    neocognitorn: 'neocognitron',
    sofmax: 'softmax',
    hesian: 'hessian',
    'cross entrpy': 'cross-entropy',
  },
};

it('the table has at least sixty queries', () => {
  expect(Object.values(expected).flatMap(Object.keys).length).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(expected))('among %s', (_, queries) => {
  it.each(Object.entries(queries))('"%s" finds first %s', (query, id) => {
    expect(findByName(entries, query)[0]?.id).toBe(id);
  });
});

describe('every entry', () => {
  it('is the first to be found by its title', () => {
    const lost = entries.filter(({ id, title }) => findByName(entries, title)[0]?.id !== id);
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});

describe('what names nothing', () => {
  it.each(['zzyzx', 'xy', ''])('finds nothing: "%s"', (query) => {
    expect(findByName(entries, query)).toEqual([]);
  });
  it('has three nearest names', () => {
    expect(nearestNames(entries, 'saddlepointt')[0].id).toBe('saddle-point');
    expect(nearestNames(entries, 'zzyzx')).toHaveLength(3);
  });
});

describe('filters', () => {
  const filtered = (filter: { category: string; figure: boolean }) =>
    findByName(entries, 'momentum')
      .filter((entry) => passes(entry, filter))
      .map(({ id }) => id);
  it('keep a category, or entries with a figure', () => {
    expect(filtered({ category: '', figure: false })).toContain('nesterov-momentum');
    expect(filtered({ category: '', figure: true })).toEqual(['momentum']);
    expect(filtered({ category: 'history', figure: false })).toEqual([]);
  });
});
