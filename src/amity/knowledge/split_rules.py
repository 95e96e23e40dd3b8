"""What splitting needs to know: a language's sentence ends and web furniture, and the seam model."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray

from amity.core.errors import KnowledgeError

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceWords:
    """The words that `languages/<code>/sentences.toml` lists, in the case in which they are printed."""

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    anywhere: frozenset[str]
    starters: frozenset[str]
    saying: frozenset[str]
    months: frozenset[str]
    dateline_words: frozenset[str]
    furniture: re.Pattern[str]
    furniture_shapes: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeamModel:
    """A small network that gives the chance that two words come from different texts.

    `pieces` maps a word piece to its row of `meanings` (piece, dimension). The
    words' layer makes (word, feature) of them, the windows' layers look at
    some words on each side of a gap. `letter_pairs` (letter, letter) holds
    the natural logarithm of how often one letter follows another.
    """

    name: str
    version: str
    pieces: Mapping[str, int]
    meanings: Floats
    layers: Mapping[str, Floats]
    letter_pairs: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitRules:
    """All that `split` goes by; loaded once and never changed."""

    words: SentenceWords
    seams: SeamModel


def load_split_rules(language: str = "en") -> SplitRules:
    """Read and check one language's sentence words, and the seam model with its weights."""
    return SplitRules(words=load_sentence_words(language), seams=load_seam_model())


def load_sentence_words(language: str = "en") -> SentenceWords:
    """Read and check `languages/<code>/sentences.toml`."""
    path = files("amity.knowledge").joinpath("languages", language, "sentences.toml")
    if not path.is_file():
        raise KnowledgeError(f"No sentence rules for the language '{language}': expected {language}/sentences.toml.")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    wanted = set(SentenceWords.__slots__)
    if set(table) != wanted:
        odd = ", ".join(sorted(wanted ^ set(table)))
        raise KnowledgeError(f"languages/{language}/sentences.toml: missing or unknown lists: {odd}.")
    phrases = "|".join(re.escape(phrase) for phrase in sorted(table.pop("furniture"), key=len, reverse=True))
    shapes = "|".join(f"(?:{shape})" for shape in table.pop("furniture_shapes"))
    return SentenceWords(
        furniture=re.compile(rf"(?<!\S)(?:{phrases})(?!\S)"),
        furniture_shapes=re.compile(shapes, re.IGNORECASE | re.DOTALL),
        **{name: frozenset(words) for name, words in table.items()},
    )


def load_seam_model() -> SeamModel:
    """Read the seam model's weights from `seams/weights.npz`, beside its card."""
    path = files("amity.knowledge").joinpath("seams", "weights.npz")
    if not path.is_file():
        raise KnowledgeError(
            "No seam model: expected amity/knowledge/seams/weights.npz; make it with training/seams.py."
        )
    with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
        return seam_model_of({name: arrays[name] for name in arrays.files})


def seam_model_of(arrays: Mapping[str, Any]) -> SeamModel:
    """Unpack stored arrays: the meanings are kept as bytes with one scale a dimension."""
    pieces = bytes(arrays["pieces"]).decode("utf-8").split("\n")
    layers = {name.removeprefix("layer."): arrays[name] for name in arrays if name.startswith("layer.")}
    return SeamModel(
        name=str(arrays["name"]),
        version=str(arrays["version"]),
        pieces={piece: row for row, piece in enumerate(pieces)},
        meanings=arrays["meanings"].astype(np.float32) * arrays["meaning_scales"],
        layers={name: np.asarray(layer, dtype=np.float32) for name, layer in layers.items()},
        letter_pairs=np.asarray(arrays["letter_pairs"], dtype=np.float32),
    )
