import { describe, expect, it } from 'vitest';
import { type Named, nameFinder, plural } from '../../src/site/term-names.ts';

const entry = (id: string, term: string, aliases: string[] = []): Named => ({ id, term, aliases });
const entries = [
  entry('gradient', 'Gradient'),
  entry('gradient-descent', 'Gradient descent', ['GD', 'steepest descent']),
  entry('stochastic-gradient-descent', 'Stochastic gradient descent', ['SGD']),
  entry('learning-rate', 'Learning rate', ['step size', 'η']),
  entry('local-minimum', 'Local minimum', ['local optimum']),
  entry('nesterov-momentum', 'Nesterov momentum', ['NAG', "Nesterov's accelerated gradient"]),
  entry('relu', 'Rectified linear unit', ['ReLU']),
  entry('convolutional-layer', 'Convolutional layer', ['receptive field']),
  entry('weight-matrix', 'Weight matrix', ['receptive field', 'weights']),
  entry('bias-variance', 'Bias–variance decomposition'),
  entry('perceptron', 'Perceptron'),
  entry('perceptrons-book', 'Perceptrons (book)', ['Perceptrons']),
  entry('adaline', 'Adaline', ['ADALINE', 'AD']),
];
const find = nameFinder(entries);
const names = (text: string) => find(text).map(({ start, end, id }) => `${text.slice(start, end)} = ${id}`);

describe('names in a text', () => {
  it.each([
    ['The Gradient of the gradient', ['Gradient = gradient', 'gradient = gradient']],
    ['plain stochastic gradient descent', ['stochastic gradient descent = stochastic-gradient-descent']],
    ['SGD, two GDs', ['SGD = stochastic-gradient-descent', 'GDs = gradient-descent']],
    ['a learning-rate of one; step\nsizes', ['learning-rate = learning-rate', 'step\nsizes = learning-rate']],
    ['many local minima and local optima', ['local minima = local-minimum', 'local optima = local-minimum']],
    ['Nesterov’s accelerated gradient', ['Nesterov’s accelerated gradient = nesterov-momentum']],
    ['the bias-variance decomposition', ['bias-variance decomposition = bias-variance']],
    ['two perceptrons', ['perceptrons = perceptron']],
    ['Adaline is ADALINE', ['Adaline = adaline', 'ADALINE = adaline']],
  ] as const)('are found: %s', (text, found) => {
    expect(names(text)).toEqual(found);
  });
  it.each([
    ['within other words', 'gradients-free, gradientless, pregradient, gradient-based'],
    ['in another case, if they are abbreviations', 'a nag, an ad, relu, gd'],
    ['where two entries claim them', 'the receptive field'],
    ['where they are everyday words', 'the weights'],
    ['where they are single letters', 'η = 1'],
  ])('are not found %s', (_, text) => {
    expect(names(text)).toEqual([]);
  });
  it('are none without entries', () => {
    expect(nameFinder([])('gradient')).toEqual([]);
  });
});

it.each([
  ['loss', 'losses'],
  ['hidden layer', 'hidden layers'],
  ['local minimum', 'local minima'],
  ['cross-entropy', 'cross-entropies'],
])('the plural of %s is %s', (one, many) => {
  expect(plural(one)).toBe(many);
});
