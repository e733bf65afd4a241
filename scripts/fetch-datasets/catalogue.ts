/** Where the data sets come from, what they may be used for, and what their files must hold. */

import { officialCifar10 } from '../../src/datasets/cifar-10.ts';
import { officialMnist } from '../../src/datasets/mnist.ts';
import type { Download } from './download.ts';

export interface RemoteDataset {
  readonly title: string;
  readonly licence: string;
  /** The page of its authors. */
  readonly home: string;
  readonly downloads: readonly Download[];
  /** By path in the data folder, SHA-256 of the contents, unpacked if gzipped. */
  readonly files: Readonly<Record<string, string>>;
}

const mnistFile = (name: string, bytes: number, sha256: string): Download => ({
  path: `mnist/${name}.gz`,
  // The authors' own server no longer hands the files out to everyone; these two hold the same bytes.
  urls: [
    `https://ossci-datasets.s3.amazonaws.com/mnist/${name}.gz`,
    `https://storage.googleapis.com/cvdf-datasets/mnist/${name}.gz`,
  ],
  bytes,
  sha256,
});

const under = (folder: string, files: Readonly<Record<string, string>>, ending = '') =>
  Object.fromEntries(Object.entries(files).map(([name, sum]) => [`${folder}/${name}${ending}`, sum]));

export const catalogue: Readonly<Record<string, RemoteDataset>> = {
  mnist: {
    title: 'MNIST, 70,000 handwritten digits, by Yann LeCun, Corinna Cortes and Christopher Burges',
    licence: 'CC BY-SA 3.0',
    home: 'http://yann.lecun.com/exdb/mnist/',
    downloads: [
      mnistFile(
        'train-images-idx3-ubyte',
        9_912_422,
        '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609',
      ),
      mnistFile(
        'train-labels-idx1-ubyte',
        28_881,
        '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c',
      ),
      mnistFile(
        't10k-images-idx3-ubyte',
        1_648_877,
        '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6',
      ),
      mnistFile(
        't10k-labels-idx1-ubyte',
        4_542,
        'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6',
      ),
    ],
    files: under('mnist', officialMnist, '.gz'),
  },
  'cifar-10': {
    title: 'CIFAR-10, 60,000 small colour pictures in ten classes, by Alex Krizhevsky',
    licence: 'none stated; the author asks to cite his technical report of 2009',
    home: 'https://www.cs.toronto.edu/~kriz/cifar.html',
    downloads: [
      {
        path: 'cifar-10-binary.tar.gz',
        urls: ['https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz'],
        bytes: 170_052_171,
        sha256: 'c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd',
        unpack: 'cifar-10-batches-bin',
      },
    ],
    files: under(
      'cifar-10-batches-bin',
      Object.fromEntries(Object.entries(officialCifar10).map(([name, [official]]) => [name, official])),
    ),
  },
};
