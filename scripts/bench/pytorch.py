"""The networks of networks.ts in PyTorch: reads jobs from standard input, answers with examples a second.

A job is a line of JSON: {"net": "lenet", "mode": "training", "batch": 128, "threads": 1, "seconds": 1.0}.
The first line written says which PyTorch and which BLAS answer.
"""

import json
import sys
import time

import torch
from torch import nn
from torch.nn import functional


def layers(*sizes):
    return [part for size in sizes for part in (nn.Linear(*size), nn.ReLU())][:-1]


def pooled(channels, filters, padding):
    return [nn.Conv2d(channels, filters, 5, padding=padding), nn.MaxPool2d(2), nn.ReLU()]


NETWORKS = {
    "mlp": ((784,), lambda: layers((784, 256), (256, 128), (128, 10))),
    "lenet": (
        (1, 28, 28),
        lambda: [*pooled(1, 6, 2), *pooled(6, 16, 0), nn.Flatten(), *layers((400, 120), (120, 84), (84, 10))],
    ),
    "cifar": (
        (3, 32, 32),
        lambda: [*pooled(3, 32, 2), *pooled(32, 32, 2), *pooled(32, 64, 2), nn.Flatten(), *layers((1024, 64), (64, 10))],
    ),
}


def measure(net, mode, batch, threads, seconds):
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    shape, build = NETWORKS[net]
    model = nn.Sequential(*build())
    x = torch.rand(batch, *shape)
    target = torch.arange(batch) % 10
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)

    def forward():
        with torch.no_grad():
            model(x)

    def train():
        optimizer.zero_grad()
        functional.cross_entropy(model(x), target).backward()
        optimizer.step()

    once = forward if mode == "forward" else train
    for _ in range(3):
        once()
    steps, begin = 0, time.perf_counter()
    while time.perf_counter() - begin < seconds:
        once()
        steps += 1
    return steps * batch / (time.perf_counter() - begin)


def blas():
    torch.rand(64, 64) @ torch.rand(64, 64)
    with open("/proc/self/maps") as maps:
        names = {line.split("/")[-1].strip() for line in maps if "blas" in line or "mkl" in line}
    return ", ".join(sorted(names)) or "built in"


print(json.dumps({"torch": torch.__version__, "blas": blas()}), flush=True)
for line in sys.stdin:
    print(json.dumps(measure(**json.loads(line))), flush=True)
