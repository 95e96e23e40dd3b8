"""The packaged form of the learned reader: int8 ONNX with all that a program needs to use it.

    python training/export_reader.py WEIGHTS.pt --to FILE.onnx [--layers 6] [--temperature T] [--whole]

Weights become 8-bit numbers with a scale of their own for each output channel;
what flows between them is brought to 8 bits as it comes. `--whole` keeps 32-bit
floats, for comparison. The names of types and realities, the temperature and
the name of the reader stand in the file's metadata.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from encoder import MiniLM, Reader
from targets import REALITIES, TYPE_NAMES

INPUTS = ("tokens", "case", "kind", "member")
OUTPUTS = ("types", "manners", "looks")
OPSET = 17


class Plain(nn.Module):
    """The reader with its judgement as a row of arrays."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, tokens: Tensor, case: Tensor, kind: Tensor, member: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        judgement = self.reader(tokens, case, kind, member)
        return judgement.types, judgement.manners, judgement.looks


def export(reader: Reader, path: Path, *, name: str, temperature: float, whole: bool) -> None:
    reader.eval()
    example = (
        torch.randint(1000, 2000, (2, 12)),
        torch.zeros(2, 12, dtype=torch.int64),
        torch.zeros(2, 12, dtype=torch.int64),
        torch.full((2, 3, 12), 1 / 12),
    )
    axes = {
        "tokens": {0: "passage", 1: "piece"},
        "case": {0: "passage", 1: "piece"},
        "kind": {0: "passage", 1: "piece"},
        "member": {0: "passage", 1: "actor", 2: "piece"},
        "types": {0: "passage", 1: "actor", 2: "recipient"},
        "manners": {0: "passage", 1: "actor", 2: "recipient"},
        "looks": {0: "passage", 1: "actor", 2: "recipient", 3: "piece"},
    }
    with tempfile.TemporaryDirectory() as folder:
        floats = Path(folder) / "floats.onnx"
        torch.onnx.export(
            Plain(reader),
            example,
            str(floats),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        if whole:
            model = onnx.load(floats)
        else:
            small = Path(folder) / "small.onnx"
            quantize_dynamic(floats, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=False)
            model = onnx.load(small)
    meta = {
        "name": name,
        "types": json.dumps(TYPE_NAMES),
        "realities": json.dumps([str(reality) for reality in REALITIES]),
        "temperature": str(temperature),
    }
    for key, value in meta.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.save(model, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("--name", default="encoder-six-1")
    parser.add_argument("--whole", action="store_true")
    args = parser.parse_args()
    reader = Reader(len(TYPE_NAMES), MiniLM(args.layers, 0.0))
    reader.load_state_dict(torch.load(args.weights, weights_only=True))
    export(reader, args.to, name=args.name, temperature=args.temperature, whole=args.whole)
    print(f"{args.to}: {args.to.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
