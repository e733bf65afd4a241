"""A small AlexNet: strided, padded and grouped convolutions, three kinds of pooling, LRN and dropout."""

import torch
import torch.nn.functional as F

from fixture import seeded, tensor, tensors, write
from training import descend

X = seeded(11, (3, 2, 17, 17))
CLASSES = torch.tensor([2, 0, 1])
MASK = (seeded(12, (3, 16)) > -0.8).double()
INITIAL = {
    'first.kernels': seeded(13, (4, 2, 3, 3), 0.4),
    'first.bias': seeded(14, (4,), 0.2),
    'second.kernels': seeded(15, (6, 2, 3, 3), 0.4),
    'second.bias': seeded(16, (6,), 0.2),
    'third.kernels': seeded(17, (4, 6, 2, 2), 0.4),
    'third.bias': seeded(18, (4,), 0.2),
    'output.weights': seeded(19, (16, 3), 0.4),
    'output.bias': seeded(20, (3,), 0.2),
}


def loss_of(p):
    x = F.relu(F.conv2d(X, p['first.kernels'], p['first.bias'], stride=2, padding=1))
    x = F.local_response_norm(x, size=3, alpha=0.6, beta=0.75, k=1.5)
    x = F.max_pool2d(x, 3, stride=2)
    x = F.relu(F.conv2d(x, p['second.kernels'], p['second.bias'], padding=1, groups=2))
    x = F.max_pool2d(x, 2)
    x = F.avg_pool2d(F.conv2d(x, p['third.kernels'], p['third.bias'], padding=1), 2, stride=1)
    x = x.flatten(1) * MASK / (1 - 0.2)
    return F.cross_entropy(x @ p['output.weights'] + p['output.bias'], CLASSES)


def main():
    write('cnn', {
        'model': 'conv 3/2 pad 1, ReLU, LRN 3, max pool 3/2, conv 3 pad 1 groups 2, ReLU, max pool 2, '
                 'conv 2 pad 1, average pool 2/1, dropout 0.2, dense',
        'x': tensor(X),
        'mask': tensor(MASK),
        'target': tensor(F.one_hot(CLASSES, 3).double()),
        'initial': tensors(INITIAL),
        'rate': 0.1,
        'steps': descend(INITIAL, loss_of, 0.1),
    })
