"""PyTorch's own LSTM and Elman recurrence (what nn.LSTM and nn.RNN call), then a dense layer at every step."""

import torch

from fixture import seeded, tensor, tensors, write
from training import descend

TIME, INPUTS, UNITS = 6, 2, 3
X = seeded(31, (4, TIME, INPUTS))
TARGET = seeded(32, (4, TIME, 1))


def network(states_of, gates):
    initial = {
        'inputWeights': seeded(33, (INPUTS, gates * UNITS), 0.8),
        'recurrentWeights': seeded(34, (UNITS, gates * UNITS), 0.8),
        'bias': seeded(35, (gates * UNITS,), 0.5),
        'output.weights': seeded(36, (UNITS, 1)),
        'output.bias': seeded(37, (1,)),
    }

    def loss_of(p):
        # PyTorch keeps two biases, whose sum is all that counts; ours is the first, the second stays 0.
        weights = [p['inputWeights'].T, p['recurrentWeights'].T, p['bias'], torch.zeros(gates * UNITS)]
        states = states_of(weights)
        error = states @ p['output.weights'] + p['output.bias'] - TARGET
        return 0.5 * (error**2).sum(1).mean()

    return {'initial': tensors(initial), 'steps': descend(initial, loss_of, 0.1)}


START = torch.zeros(1, len(X), UNITS)
# With biases, one layer, no dropout, training, one direction, batch first.
OPTIONS = (True, 1, 0.0, True, False, True)


def lstm(weights):
    return torch.lstm(X, (START, START), weights, *OPTIONS)[0]


def elman(weights):
    return torch.rnn_tanh(X, START, weights, *OPTIONS)[0]


def main():
    write('recurrent', {
        'model': 'recurrent layer from a zero state, dense layer at each step, half the squared error '
                 'summed over time and averaged over the batch',
        'x': tensor(X),
        'target': tensor(TARGET),
        'rate': 0.1,
        'networks': {
            'lstm': network(lstm, 4),
            'recurrent': network(elman, 1),
        },
    })
