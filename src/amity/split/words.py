"""The words of a text as the seam model and the sentence rules see them: pieces, case, punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amity.knowledge.split_rules import SentenceWords

WORD = re.compile(r"\S+")
_PART = re.compile(r"[^\W\d_]+|\d+")
_LEAD = re.compile(r"^[^\w$€£#@&%+]+")
_TRAIL = re.compile(r"[^\w$€£#@&%+]+$")
_NOTES = re.compile(r"(?<=[.!?”\"’,;])(?:\[\d{1,3}\])+$|(?<=[a-z][.!?])\d{1,3}$|(?<=[a-z][.!?][”\"’])\d{1,3}$")
_INITIAL = re.compile(r"^(?:[A-Z]\.){1,3}$|^(?:[A-Z]\.-[A-Z]\.)$")

OPENING_QUOTES = "\"“‘«'„"
CLOSING_QUOTES = "\"”’»'“"
OPENING_BRACKETS = "([{"
CLOSING_BRACKETS = ")]}"
LONGEST_READ = 120  # characters
LONGEST_PIECED = 40  # letters; longer runs are no words, and reading them piece by piece would take for ever


class Shape:
    """What can be seen of a word without knowing it: bits, as plain integers since they are set for every word."""

    LEAD_QUOTE = 1 << 0
    LEAD_BRACKET = 1 << 1
    LEAD_OTHER = 1 << 2
    LOWER = 1 << 3
    CAPITAL = 1 << 4
    ALL_CAPITALS = 1 << 5
    MIXED = 1 << 6
    DIGITS = 1 << 7
    NO_LETTER = 1 << 8
    COMMA = 1 << 9
    COLON = 1 << 10
    STOP = 1 << 11
    BANG = 1 << 12
    CLOSING_QUOTE = 1 << 13
    CLOSING_BRACKET = 1 << 14
    DASH = 1 << 15
    ELLIPSIS = 1 << 16
    BEFORE_NAME = 1 << 17
    ABBREVIATION = 1 << 18
    INITIAL = 1 << 19
    BEFORE_NUMBER = 1 << 20
    ONE_PIECE = 1 << 21
    TWO_PIECES = 1 << 22
    MANY_PIECES = 1 << 23
    HYPHEN = 1 << 24
    POSSESSIVE = 1 << 25
    OTHER_SCRIPT = 1 << 26
    ONE_LETTER = 1 << 27
    SHORT = 1 << 28
    STARTER = 1 << 29


SHAPES = 30
ANY_ABBREVIATION = Shape.BEFORE_NAME | Shape.ABBREVIATION | Shape.INITIAL | Shape.BEFORE_NUMBER

Reading = tuple[int, int, int]  # first piece, last piece, shape


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: `starts` and `ends` are offsets; the rest is by word, in the text's order.

    `first` and `last` are rows of the model's pieces, -1 where no piece fits.
    """

    texts: list[str]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    first: NDArray[np.int32]
    last: NDArray[np.int32]
    shapes: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.texts)


def find_words(text: str, *, pieces: Mapping[str, int], language: SentenceWords) -> Words:
    """Find all words, which is all that is not blank, and read each distinct one once."""
    spans = [match.span() for match in WORD.finditer(text)]
    texts = [text[start:end] for start, end in spans]
    readings = {word: read_word(word, pieces, language) for word in set(texts)}
    table = np.array([readings[word] for word in texts], dtype=np.int32).reshape(-1, 3)
    places = np.array(spans, dtype=np.int64).reshape(-1, 2)
    return Words(texts, places[:, 0], places[:, 1], table[:, 0], table[:, 1], table[:, 2])


def read_word(word: str, pieces: Mapping[str, int], language: SentenceWords) -> Reading:
    """A word's first and last piece and its shape."""
    if len(word) > LONGEST_READ:  # patterns that look for a word's end take too long on what is no word
        word = word[: LONGEST_READ // 2] + word[-LONGEST_READ // 2 :]
    if word.isalpha():
        return _reading([word.lower()], word, pieces, _case(word), language)
    stripped = _NOTES.sub("", word)
    lead = _LEAD.match(stripped)
    body = stripped[lead.end() :] if lead else stripped
    tail = _TRAIL.search(body)
    core = body[: tail.start()] if tail else body
    marks = (lead.group() if lead else "", tail.group() if tail else "")
    if not body and marks[0][0] in ".!?…,;:":
        marks = ("", marks[0])
    shape = _ends(*marks)
    shape |= _case(core) | _abbreviation(body, core, language)
    parts = _PART.findall(core.lower())
    return _reading(parts or [stripped[:1]], core, pieces, shape, language)


def _reading(parts: list[str], core: str, pieces: Mapping[str, int], shape: int, language: SentenceWords) -> Reading:
    rows = pieces_of(parts, pieces)
    shape |= _size(core, len(rows))
    if core in language.starters:
        shape |= Shape.STARTER
    return rows[0], rows[-1], shape


def pieces_of(parts: list[str], pieces: Mapping[str, int]) -> list[int]:
    """Cut each part greedily into the longest known pieces; -1 where none fits."""
    rows: list[int] = []
    for part in parts:
        row = pieces.get(part)
        if row is not None:
            rows.append(row)
        else:
            rows.extend(_cut(part, pieces))
    return rows or [-1]


def _cut(part: str, pieces: Mapping[str, int]) -> list[int]:
    plain = "".join(letter for letter in unicodedata.normalize("NFD", part) if not unicodedata.combining(letter))
    if len(plain) > LONGEST_PIECED or not plain:
        return [-1]
    rows: list[int] = []
    start = 0
    while start < len(plain):
        for end in range(len(plain), start, -1):
            row = pieces.get(("##" if start else "") + plain[start:end])
            if row is not None:
                rows.append(row)
                start = end
                break
        else:
            return [*rows, -1]
    return rows


def _ends(lead: str, tail: str) -> int:
    shape = 0
    for mark in lead:
        if mark in OPENING_QUOTES:
            shape |= Shape.LEAD_QUOTE
        else:
            shape |= Shape.LEAD_BRACKET if mark in OPENING_BRACKETS else Shape.LEAD_OTHER
    if "..." in tail or "…" in tail:
        shape |= Shape.ELLIPSIS
    elif "." in tail:
        shape |= Shape.STOP
    for mark in tail:
        shape |= _TAIL_MARKS.get(mark, 0)
    return shape


_TAIL_MARKS = {
    ",": Shape.COMMA,
    ";": Shape.COLON,
    ":": Shape.COLON,
    "!": Shape.BANG,
    "?": Shape.BANG,
    **dict.fromkeys(CLOSING_QUOTES, Shape.CLOSING_QUOTE),
    **dict.fromkeys(CLOSING_BRACKETS, Shape.CLOSING_BRACKET),
    **dict.fromkeys("-–—―", Shape.DASH),
}


# "I" begins a sentence as well as a capital does, and stands within one as well as a small letter
_ALWAYS_CAPITAL = frozenset(f"I{rest}" for rest in ("", "'m", "’m", "'ve", "’ve", "'d", "’d", "'ll", "’ll"))


def _case(core: str) -> int:
    if not core:
        return Shape.NO_LETTER
    if core[0].isdigit():
        return Shape.DIGITS
    if core.islower():
        shape = Shape.LOWER
    elif core in _ALWAYS_CAPITAL:
        shape = Shape.LOWER | Shape.CAPITAL
    elif core.isupper() and len(core) > 1:
        shape = Shape.ALL_CAPITALS
    elif core[0].isupper():
        shape = Shape.CAPITAL
    else:
        shape = Shape.MIXED
    return shape if core.isascii() or unicodedata.name(core[0], "").startswith("LATIN") else shape | Shape.OTHER_SCRIPT


def _abbreviation(body: str, core: str, language: SentenceWords) -> int:
    if "." not in body:
        return 0
    dotted = body.rstrip(CLOSING_QUOTES + CLOSING_BRACKETS + ",;:!?")
    dotted = dotted[:-2] if dotted.endswith((".'s", ".’s")) else dotted
    if dotted in language.before_names:
        return Shape.BEFORE_NAME
    if dotted in language.before_numbers:
        return Shape.BEFORE_NUMBER
    if dotted in language.anywhere:
        return Shape.ABBREVIATION
    return Shape.INITIAL if _INITIAL.match(dotted) else 0


def _size(core: str, pieces: int) -> int:
    shape = (Shape.ONE_PIECE, Shape.TWO_PIECES, Shape.MANY_PIECES)[min(max(pieces, 1), 3) - 1]
    if "-" in core or "–" in core:
        shape |= Shape.HYPHEN
    if core.endswith(("'s", "’s")):
        shape |= Shape.POSSESSIVE
    if len(core) == 1:
        shape |= Shape.ONE_LETTER
    return shape | Shape.SHORT if 1 < len(core) <= 3 else shape
