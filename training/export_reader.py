"""The packaged form of the learned reader: int8 ONNX with all that a program needs to use it.

    python training/export_reader.py WEIGHTS.pt --to FILE.onnx [--layers 6] [--whole]

Weights become 8-bit numbers with a scale of their own for each output channel;
what flows between them is brought to 8 bits as it comes. `--whole` keeps 32-bit
floats, for comparison. The temperature (Guo et al. 2017) is the one under which
the sentences held out from training are likeliest. It stands in the file's
metadata, with the name of the reader and the names of types and realities.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from amity.extract.encoder.network import Network, shares
from encoder import WEIGHTS_PACKAGE, MiniLM, Reader
from lessons import held_out
from marked_sentences import read_sentences
from targets import REALITIES, TYPE_NAMES, plain_lesson

INPUTS = ("tokens", "case", "kind", "member")
OUTPUTS = ("types", "manners", "looks", "speakers")
OPSET = 17
TEMPERATURES = np.arange(0.5, 3.01, 0.02).round(2)


class Plain(nn.Module):
    """The reader with its judgement as a row of arrays."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, tokens: Tensor, case: Tensor, kind: Tensor, member: Tensor) -> tuple[Tensor, ...]:
        judgement = self.reader(tokens, case, kind, member)
        return judgement.types, judgement.manners, judgement.looks, judgement.speakers


def export(reader: Reader, path: Path, *, name: str, whole: bool) -> None:
    """Write the packaged form of a reader, and print its size."""
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
        "speakers": {0: "passage", 1: "actor", 2: "recipient", 3: "speaker"},
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
    _save(model, path, name, 1.0)
    temperature = fitted_temperature(path)
    _save(model, path, name, temperature)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB, temperature {temperature}")


def _save(model: onnx.ModelProto, path: Path, name: str, temperature: float) -> None:
    meta = {
        "name": name,
        "types": json.dumps(TYPE_NAMES),
        "realities": json.dumps([str(reality) for reality in REALITIES]),
        "temperature": str(temperature),
    }
    del model.metadata_props[:]
    for key, value in meta.items():
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.save(model, path)


def fitted_temperature(path: Path) -> float:
    """By how much the logits are to be divided, so that the sentences held out are likeliest."""
    tokenizer = files(WEIGHTS_PACKAGE).joinpath("model/tokenizer.json").read_text(encoding="utf-8")
    network = Network(str(path), tokenizer)
    logs, wanted = [], []
    for sentence in read_sentences():
        lesson = plain_lesson(sentence)
        if held_out(sentence) and len(lesson.types) > 1:
            asked = ~np.eye(len(lesson.types), dtype=bool)
            logs.append(np.log(network.judge([lesson.passage])[0].types[asked] + 1e-9))
            wanted.append(lesson.types[asked])
    told, right = np.concatenate(logs), np.concatenate(wanted)
    return float(min(TEMPERATURES, key=lambda heat: -(right * np.log(shares(told / heat) + 1e-9)).sum()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--name", help="of the reader, as it stands in every claim")
    parser.add_argument("--whole", action="store_true")
    args = parser.parse_args()
    reader = Reader(len(TYPE_NAMES), MiniLM(args.layers, 0.0))
    reader.load_state_dict(torch.load(args.weights, weights_only=True))
    export(reader, args.to, name=args.name or f"encoder-{args.layers}-1", whole=args.whole)


if __name__ == "__main__":
    main()
