"""A 4-3-3 tanh network with softmax cross-entropy: five steps under every optimizer and variant."""

import torch
import torch.nn.functional as F

from fixture import flat, digits, parameters, seeded, tensor, tensors, write

X = seeded(1, (6, 4))
CLASSES = torch.tensor([0, 1, 2, 2, 1, 0])
INITIAL = {
    'hidden.weights': seeded(2, (4, 3), 0.7),
    'hidden.bias': seeded(3, (3,), 0.3),
    'output.weights': seeded(4, (3, 3), 0.7),
    'output.bias': seeded(5, (3,), 0.3),
}
STEPS = 5


def loss_of(p):
    hidden = torch.tanh(X @ p['hidden.weights'] + p['hidden.bias'])
    return F.cross_entropy(hidden @ p['output.weights'] + p['output.bias'], CLASSES)


def record(loss, gradients, after):
    return {'loss': digits(loss.item()), 'gradients': flat(gradients), 'parameters': flat(after)}


def by_library(make, *, rates=None, clip=None):
    """Five steps of one of PyTorch's own optimizers."""
    p = parameters(INITIAL)
    optimizer = make(p.values())
    steps = []
    for t in range(STEPS):
        if rates:
            for group in optimizer.param_groups:
                group['lr'] = rates[t]
        optimizer.zero_grad()
        loss = loss_of(p)
        loss.backward()
        gradients = {name: one.grad.clone() for name, one in p.items()}
        if clip:
            clip(p.values())
        optimizer.step()
        steps.append(record(loss, gradients, p))
    return steps


def by_hand(update, *, rates, look=lambda theta, memory: theta):
    """Five steps of an update PyTorch lacks, on its gradients, taken at `look(theta, memory)`."""
    theta = {name: one.clone() for name, one in INITIAL.items()}
    memory = {name: {} for name in theta}
    steps = []
    for t in range(STEPS):
        at = {
            name: look(one, memory[name]).detach().clone().requires_grad_(True)
            for name, one in theta.items()
        }
        loss = loss_of(at)
        gradients = dict(zip(at, torch.autograd.grad(loss, list(at.values()))))
        for name, g in gradients.items():
            theta[name] = update(theta[name], g, memory[name], rates[t])
        steps.append(record(loss, gradients, theta))
    return steps


def sutskever(theta, g, memory, rate, mu=0.9):
    memory['v'] = mu * memory.get('v', 0) - rate * g
    return theta + memory['v']


def look_ahead(theta, memory, mu=0.9):
    return theta + mu * memory.get('v', 0)


def keras_rmsprop(centred, momentum):
    """Keras 3: epsilon inside the root, learning rate inside the velocity."""

    def update(theta, g, memory, rate, rho=0.9, epsilon=1e-3):
        memory['s'] = rho * memory.get('s', 0) + (1 - rho) * g**2
        spread = memory['s']
        if centred:
            memory['m'] = rho * memory.get('m', 0) + (1 - rho) * g
            spread = spread - memory['m'] ** 2
        increment = rate * g / torch.sqrt(spread + epsilon)
        if momentum:
            memory['v'] = momentum * memory.get('v', 0) + increment
            increment = memory['v']
        return theta - increment

    return update


def proximal(theta, g, memory, rate, strength=0.3):
    return F.softshrink(theta - rate * g, rate * strength)


def main():
    optim = torch.optim
    level = [0.2] * STEPS
    dropping = [0.5, 0.5, 0.05, 0.05, 0.05]
    write('mlp', {
        'model': 'cross_entropy(tanh(x · hidden) · output), mean over the batch',
        'x': tensor(X),
        'target': tensor(F.one_hot(CLASSES, 3).double()),
        'initial': tensors(INITIAL),
        'rates': {'level': level, 'dropping': dropping},
        'variants': {
            'SGD': by_library(lambda p: optim.SGD(p, lr=0.2)),
            'SGD, momentum': by_library(lambda p: optim.SGD(p, lr=0.2, momentum=0.9)),
            'SGD, momentum, dropping rate':
                by_library(lambda p: optim.SGD(p, lr=1, momentum=0.9), rates=dropping),
            'SGD, momentum, dampening':
                by_library(lambda p: optim.SGD(p, lr=0.2, momentum=0.8, dampening=0.3)),
            'SGD, nesterov, dropping rate':
                by_library(lambda p: optim.SGD(p, lr=1, momentum=0.9, nesterov=True), rates=dropping),
            'SGD, momentum, weight decay':
                by_library(lambda p: optim.SGD(p, lr=0.2, momentum=0.9, weight_decay=0.1)),
            'Sutskever momentum, dropping rate': by_hand(sutskever, rates=dropping),
            'Sutskever Nesterov, dropping rate': by_hand(sutskever, rates=dropping, look=look_ahead),
            'RMSprop': by_library(lambda p: optim.RMSprop(p, lr=0.2, alpha=0.9, eps=1e-3)),
            'RMSprop, centred':
                by_library(lambda p: optim.RMSprop(p, lr=0.02, alpha=0.9, eps=1e-3, centered=True)),
            'RMSprop, momentum':
                by_library(lambda p: optim.RMSprop(p, lr=0.02, alpha=0.99, eps=1e-3, momentum=0.9)),
            'RMSprop, centred, momentum, weight decay':
                by_library(lambda p: optim.RMSprop(
                    p, lr=0.02, alpha=0.9, eps=1e-3, centered=True, momentum=0.9, weight_decay=0.1)),
            'Keras RMSprop': by_hand(keras_rmsprop(False, 0), rates=level),
            'Keras RMSprop, centred, momentum': by_hand(keras_rmsprop(True, 0.5), rates=level),
            'Adagrad': by_library(lambda p: optim.Adagrad(p, lr=0.2, eps=1e-3)),
            'Adam': by_library(lambda p: optim.Adam(p, lr=0.2, eps=1e-3)),
            'Adam, other decays, dropping rate':
                by_library(lambda p: optim.Adam(p, lr=1, betas=(0.8, 0.95)), rates=dropping),
            'Adam, weight decay': by_library(lambda p: optim.Adam(p, lr=0.2, eps=1e-3, weight_decay=0.1)),
            'AdamW': by_library(lambda p: optim.AdamW(p, lr=0.2, eps=1e-3, weight_decay=0.1)),
            'SGD, momentum, clip_grad_norm_':
                by_library(lambda p: optim.SGD(p, lr=0.2, momentum=0.9),
                           clip=lambda p: torch.nn.utils.clip_grad_norm_(p, 0.2)),
            'SGD, momentum, clip_grad_value_':
                by_library(lambda p: optim.SGD(p, lr=0.2, momentum=0.9),
                           clip=lambda p: torch.nn.utils.clip_grad_value_(p, 0.05)),
            'proximal L1': by_hand(proximal, rates=level),
        },
    })
