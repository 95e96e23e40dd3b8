"""Sentences with marked actors -> the arrays that the encoder takes. Training and reading use the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding

from amity.core.actors import NameKind

KINDS = (*NameKind, None)  # None: marked by somebody who does not say how the actor is named
KIND_NUMBERS = {kind: number for number, kind in enumerate(KINDS, start=1)}  # 0: no mention
TITLE, CAPITALS = 1, 2  # 0: small letters, numbers, marks
PADDING = 0  # the number of the piece that fills a row up


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a passage that name an actor, by offsets in its text, end excluded."""

    start: int
    end: int
    kind: NameKind | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and, for each of its actors, the places that name it."""

    text: str
    actors: tuple[tuple[Span, ...], ...]


def lay_out(passages: Sequence[Passage], pieces: Sequence[Encoding]) -> dict[str, NDArray[np.generic]]:
    """The arrays of a batch: rows of pieces, filled up to the longest.

    `tokens`, `case` and `kind` have a row for each passage and a column for each
    piece; `member` (passage, actor, piece) spreads a weight of 1 over the pieces
    that name an actor, and none where a passage has fewer actors.
    """
    rows, width = len(passages), max(len(one.ids) for one in pieces)
    actors = max(len(passage.actors) for passage in passages)
    tokens = np.full((rows, width), PADDING, dtype=np.int64)
    case = np.zeros((rows, width), dtype=np.int64)
    kind = np.zeros((rows, width), dtype=np.int64)
    member = np.zeros((rows, actors, width), dtype=np.float32)
    for row, (passage, found) in enumerate(zip(passages, pieces, strict=True)):
        ids, offsets = found.ids, found.offsets
        tokens[row, : len(ids)] = ids
        case[row, : len(ids)] = [_case(passage.text[start:end]) for start, end in offsets]
        for number, spans in enumerate(passage.actors):
            inside = {span: _inside(offsets, span) for span in spans}
            for span, places in inside.items():
                kind[row, places] = KIND_NUMBERS[span.kind]
            named = sorted({place for places in inside.values() for place in places})
            member[row, number, named] = 1.0 / len(named)
    return {"tokens": tokens, "case": case, "kind": kind, "member": member}


def _inside(offsets: Sequence[tuple[int, int]], span: Span) -> list[int]:
    """The pieces that a span covers; the first of all where it covers none (marks that no piece stands for)."""
    found = [at for at, (start, end) in enumerate(offsets) if start < span.end and end > span.start]
    return found or [0]


def _case(word: str) -> int:
    if len(word) > 1 and word.isupper():
        return CAPITALS
    return TITLE if word[:1].isupper() else 0
