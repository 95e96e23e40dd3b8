"""The packaged encoder: marked passages -> what is said of each ordered pair of their actors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from amity.core.claims import Reality
from amity.extract.encoder.passages import Passage, lay_out

MODELS = {"six": "reader/six.onnx", "three": "reader/three.onnx"}
TOKENIZER = "reader/tokenizer.json"
PLAIN = "plain"
LONGEST = 96  # pieces that the encoder reads at once: it was trained on sentences, and long ones blur


@dataclass(frozen=True)
class Judged:
    """What the encoder makes of a passage. Axes: actor, recipient, then what is named.

    `types` are chances that sum to 1 over "none" and the relation types, in the
    order of `Network.types`; `manners` are logits for each type: of the realities,
    in the order of `Network.realities`, and last of being denied; `looks` says to
    which pieces a pair looked, and `offsets` where in the text they stand;
    `speakers` are logits of who says it: the text itself, somebody who is no marked
    actor, then the actors.
    """

    types: NDArray[np.float32]
    manners: NDArray[np.float32]
    looks: NDArray[np.float32]
    speakers: NDArray[np.float32]
    offsets: tuple[tuple[int, int], ...]

    def realities(self, actor: int, recipient: int) -> NDArray[np.float32]:
        """For each type the chances of the realities, which sum to 1."""
        return shares(self.manners[actor, recipient, :, :-1])

    def denied(self, actor: int, recipient: int) -> NDArray[np.float32]:
        """For each type the chance that it is denied."""
        chances: NDArray[np.float32] = (1 / (1 + np.exp(-self.manners[actor, recipient, :, -1]))).astype(np.float32)
        return chances


class Network:
    """One of the packaged models, ready to judge. The same passage is judged the same, whatever stands beside it."""

    def __init__(self, model: bytes | str, tokenizer: str) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a sentence is too small to share out; documents are shared out instead
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        meta = self._session.get_modelmeta().custom_metadata_map
        self.name: str = meta["name"]
        self.types: tuple[str, ...] = tuple(json.loads(meta["types"]))
        self.realities: tuple[Reality | None, ...] = tuple(
            None if reality == PLAIN else Reality(reality) for reality in json.loads(meta["realities"])
        )  # None: it happened, or holds
        self._temperature = float(meta["temperature"])

    def judge(self, passages: Sequence[Passage]) -> list[Judged]:
        """What is said of each pair of each passage; each passage has at most `LONGEST` pieces.

        Passages are read one by one: 8-bit numbers take their scale from all that
        is read together, so that in a batch a sentence would be judged in the light
        of its neighbours.
        """
        return [self._judge(passage) for passage in passages]

    def piece_offsets(self, text: str) -> list[tuple[int, int]]:
        """Where the pieces of a text stand in it, without the first and last, which stand for nothing."""
        return self._tokenizer.encode(text).offsets[1:-1]

    def _judge(self, passage: Passage) -> Judged:
        pieces = self._tokenizer.encode(passage.text)
        types, manners, looks, speakers = self._session.run(None, lay_out([passage], [pieces]))
        return Judged(
            types=shares(types[0] / self._temperature),
            manners=manners[0],
            looks=looks[0],
            speakers=speakers[0],
            offsets=tuple(pieces.offsets),
        )


def shares(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Chances along the last axis (softmax)."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    shares: NDArray[np.float32] = raised / raised.sum(-1, keepdims=True)
    return shares


@lru_cache(maxsize=len(MODELS))
def load_network(model: str) -> Network:
    """One of `MODELS`, loaded once in a process."""
    folder = files("amity.knowledge")
    tokenizer = folder.joinpath(TOKENIZER).read_text(encoding="utf-8")
    with as_file(folder.joinpath(MODELS[model])) as path:
        return Network(str(path), tokenizer)
