"""Which line breaks end a statement: blank lines, headings, list items; not the wrapping of a paragraph."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from amity.split.words import Words

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_ITEM = re.compile(r"^(?:[-*•·‣▪◦–—►➤]|\(?\d{1,3}[.)]|\(?[a-z][.)]|[#>|])$|^[•‣▪◦►➤]|^#+$")
NARROWEST = 45  # characters: narrower blocks of lines are lists or verse, not wrapped paragraphs
WIDEST = 180  # characters: lines wider than this were not wrapped, so each break in them is meant
ROOM_LEFT = 0.8  # a line whose next word would have fitted in this share of the block's width was ended on purpose


def line_borders(text: str, words: Words) -> NDArray[np.bool_]:
    """For each gap whether a line break there ends a statement.

    Writers and programs that wrap a paragraph break a line only where the next
    word would not fit; so a line with room left for it was ended on purpose.
    """
    borders = np.zeros(max(len(words) - 1, 0), dtype=np.bool_)
    if _BREAK.search(text) is None:
        return borders
    breaks = _breaks(text, words)
    block: list[int] = []  # gaps whose single line breaks stand between two blank lines
    first = 0
    for gap, count in breaks:
        if count > 1:
            _end_on_purpose(words, block, first, gap, borders)
            borders[gap] = True
            block, first = [], gap + 1
        else:
            block.append(gap)
    _end_on_purpose(words, block, first, len(words) - 1, borders)
    return borders


def _breaks(text: str, words: Words) -> list[tuple[int, int]]:
    """The gaps that hold line breaks, each with how many."""
    found: list[tuple[int, int]] = []
    gap, starts = 0, words.starts.tolist()
    for match in _BREAK.finditer(text):
        while gap < len(starts) and starts[gap] < match.start():
            gap += 1
        if 0 < gap < len(starts):
            if found and found[-1][0] == gap - 1:
                found[-1] = (gap - 1, found[-1][1] + 1)
            else:
                found.append((gap - 1, 1))
    return found


def _end_on_purpose(words: Words, block: list[int], first: int, last: int, borders: NDArray[np.bool_]) -> None:
    """Mark, in one block of lines, the breaks that were meant."""
    if not block:
        return
    line_starts = [first, *(gap + 1 for gap in block)]
    line_ends = [*block, last]
    widths = [int(words.ends[end] - words.starts[start]) for start, end in zip(line_starts, line_ends, strict=True)]
    width = max(widths)
    for number, gap in enumerate(block):
        needed = widths[number] + 1 + int(words.ends[gap + 1] - words.starts[gap + 1])
        unwrapped = width < NARROWEST or width > WIDEST or needed < ROOM_LEFT * width
        borders[gap] = unwrapped or _ITEM.match(words.texts[gap + 1]) is not None
