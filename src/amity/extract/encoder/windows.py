"""Texts that are longer than the encoder reads at once, in parts that overlap."""

from __future__ import annotations

from collections.abc import Sequence

Offsets = Sequence[tuple[int, int]]


def windows(offsets: Offsets, longest: int, overlap: int) -> list[tuple[int, int]]:
    """Parts of a text (start, end) of at most `longest` pieces each; the next part begins `overlap` before the end.

    `offsets` are those of the text's pieces. A text that fits is one part. Two
    names that stand within `overlap` of each other are together in some part.
    """
    parts = []
    first = 0
    while True:
        last = min(first + longest, len(offsets))
        parts.append((offsets[first][0], offsets[last - 1][1]))
        if last == len(offsets):
            return parts
        first = last - overlap


def surroundings(offsets: Offsets, spans: Sequence[tuple[int, int]], longest: int) -> list[tuple[int, int]]:
    """The parts of a text around some spans, in order, of at most `longest` pieces together.

    Each span has as much around it as the others; a span that is longer than its
    share keeps its beginning.
    """
    share = longest // len(spans)
    kept: set[int] = set()
    for start, end in spans:
        inside = [at for at, (left, right) in enumerate(offsets) if left < end and right > start]
        inside = inside[:share]
        if not inside:
            continue
        room = share - len(inside)
        first = max(0, inside[0] - room // 2)
        last = min(len(offsets), inside[-1] + 1 + room - (inside[0] - first))
        kept.update(range(first, last))
    parts: list[tuple[int, int]] = []
    for at in sorted(kept):
        if parts and at - 1 in kept:
            parts[-1] = (parts[-1][0], offsets[at][1])
        else:
            parts.append(offsets[at])
    return parts
