"""Writes the fixtures beside it. Needs PyTorch (Debian: python3-torch); the tests that read them do not."""

import mlp

if __name__ == '__main__':
    mlp.main()
