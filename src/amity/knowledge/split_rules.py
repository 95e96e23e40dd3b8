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
    """What `languages/<code>/sentences.toml` lists, in the case in which it is printed."""

    before_names: frozenset[str]
    before_numbers: frozenset[str]
    anywhere: frozenset[str]
    starters: frozenset[str]
    saying: frozenset[str]
    dateline_words: frozenset[str]
    furniture: re.Pattern[str]  # pieces that stand alone wherever they are found
    furniture_start: re.Pattern[str]  # how a piece of furniture begins
    furniture_shape: re.Pattern[str]  # all of a statement
    page_date: re.Pattern[str]  # a day of the calendar: "January 2, 2025"
    page_dating: re.Pattern[str]  # a line that dates the page: "Updated 7:45 AM EDT, Thu August 29, 2013"


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
    if set(table) != {*_WORDS, *_PHRASES}:
        odd = ", ".join(sorted(set(table) ^ {*_WORDS, *_PHRASES}))
        raise KnowledgeError(f"languages/{language}/sentences.toml: missing or unknown lists: {odd}.")
    day = _any_of(table["months"]) + r" \d{1,2},? \d{4}|\d{1,2} " + _any_of(table["months"]) + r" \d{4}"
    alone = [_any_of(table["furniture"]), *table["furniture_patterns"]]
    return SentenceWords(
        furniture=re.compile(rf"(?<!\S)(?:{'|'.join(alone)})(?!\S)"),
        furniture_start=re.compile(rf"(?<!\S){_any_of(table['furniture_starts'])}(?!\w)"),
        furniture_shape=re.compile("|".join(f"(?:{shape})" for shape in table["furniture_shapes"]), re.DOTALL),
        page_date=re.compile(rf"\b(?:{day})\b"),
        page_dating=re.compile(_dating(table["dateline_verbs"], table["months"], day)),
        **{name: frozenset(table[name]) for name in _WORDS},
    )


_WORDS = ("before_names", "before_numbers", "anywhere", "starters", "saying", "dateline_words")
_PHRASES = ("furniture", "furniture_patterns", "furniture_starts", "furniture_shapes", "months", "dateline_verbs")


def _any_of(phrases: list[str]) -> str:
    """A pattern for any of the phrases, the longest first."""
    return f"(?:{'|'.join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))})"


def _dating(verbs: list[str], months: list[str], day: str) -> str:
    """A verb of dating and then days, times, weekdays and zones in any order."""
    time = r"\d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\b\.?)?(?: \(?[A-Z]{2,4}\b\)?)?"
    weekday = r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)(?:day|nesday|sday|rsday|urday)?\b"
    part = rf"(?:{day}|{time}|{weekday}|{_any_of(months)} \d{{1,2}}\b)"
    return rf"(?<!\S){_any_of(verbs)}:?(?:,? (?:at |on )?{part})+[,.]?(?!\S)"


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
