"""How a fixture is written: float64 throughout, 12 significant digits, one line per training step."""

import json
import os

import torch

torch.set_default_dtype(torch.float64)
FOLDER = os.path.dirname(os.path.abspath(__file__))


def seeded(seed, shape, scale=1.0):
    """Normal numbers of four decimals, so that the fixture holds exactly what was computed with."""
    generator = torch.Generator().manual_seed(seed)
    return (torch.randn(shape, generator=generator) * scale * 1e4).round() / 1e4


def parameters(named):
    """Fresh leaves for one run."""
    return {name: tensor.clone().requires_grad_(True) for name, tensor in named.items()}


def digits(number):
    return float(f'{number:.12g}')


def numbers(tensor):
    return [digits(number) for number in tensor.detach().reshape(-1).tolist()]


def tensor(value):
    return {'shape': list(value.shape), 'data': numbers(value)}


def tensors(named):
    return {name: tensor(value) for name, value in named.items()}


def flat(named):
    return {name: numbers(value) for name, value in named.items()}


def pretty(value, indent=0):
    """JSON with one line per list of numbers or per training step."""
    space = '\n' + ' ' * (indent + 1)
    if isinstance(value, dict) and not {'shape', 'loss'} & value.keys():
        items = [f'{json.dumps(key)}: {pretty(one, indent + 1)}' for key, one in value.items()]
        return '{' + space + (',' + space).join(items) + space[:-1] + '}'
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return '[' + space + (',' + space).join(pretty(one, indent + 1) for one in value) + space[:-1] + ']'
    return json.dumps(value, separators=(',', ':'), ensure_ascii=False)


def write(name, contents):
    header = {
        'command': 'python3 test/trainer/pytorch/generate.py',
        'torch': torch.__version__,
        'numbers': 'float64, written with 12 significant digits',
    }
    path = os.path.join(FOLDER, f'{name}.fixture.json')
    with open(path, 'w', encoding='utf-8') as file:
        file.write(pretty({**header, **contents}) + '\n')
    print(f'{path}: {os.path.getsize(path)} bytes')
