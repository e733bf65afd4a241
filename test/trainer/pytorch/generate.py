"""Writes the fixtures beside it. Needs PyTorch (Debian: python3-torch); the tests that read them do not."""

import cnn
import mlp
import recurrent

if __name__ == '__main__':
    for model in (mlp, cnn, recurrent):
        model.main()
