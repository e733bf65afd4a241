"""Five steps of plain gradient descent, recorded: what the CNN and the recurrent networks go through."""

import torch

from fixture import digits, flat, parameters

STEPS = 5


def descend(initial, loss_of, rate):
    p = parameters(initial)
    optimizer = torch.optim.SGD(p.values(), lr=rate)
    steps = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = loss_of(p)
        loss.backward()
        gradients = {name: one.grad.clone() for name, one in p.items()}
        optimizer.step()
        steps.append({'loss': digits(loss.item()), 'gradients': flat(gradients), 'parameters': flat(p)})
    return steps
