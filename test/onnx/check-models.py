"""Runs the checker of the onnx package over every model file, with shape inference.

Not part of `npm test`, which needs Node alone. On Debian:

    apt-get install python3-onnx
    /usr/bin/python3 test/onnx/check-models.py
"""

import pathlib
import sys

import onnx

root = pathlib.Path(__file__).resolve().parents[2]
files = sorted((root / "models").glob("*/*.onnx"))
if not files:
    sys.exit("models/: no .onnx file; `npm run train` makes them")
failures = 0
for file in files:
    name = file.relative_to(root)
    try:
        # The loaded model, not the path: given a path, some versions write the file anew.
        model = onnx.load(str(file))
        onnx.checker.check_model(model, full_check=True)
        opset = model.opset_import[0].version
        if (model.ir_version, opset) != (8, 17):
            raise ValueError(f"IR version {model.ir_version} and opset {opset}, expected 8 and 17")
        print(f"{name}: {len(model.graph.node)} nodes, good")
    except Exception as error:
        failures += 1
        print(f"{name}: {error}")
print(f"onnx {onnx.__version__}: {len(files) - failures} of {len(files)} files pass")
sys.exit(1 if failures else 0)
