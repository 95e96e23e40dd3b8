"""Lines of text, fitted to a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.text import Text

MARGIN = "  "
TIED = "\N{NO-BREAK SPACE}"  # keeps a figure and its unit on one line; printed as a plain blank
MINIMUM = 10
WORD = re.compile(r"[^ ]* *")

Lines = list[Text]


def paragraph(words: Text | str, width: int, *, head: Text | str = MARGIN, hang: int | None = None) -> Lines:
    """The words behind `head`, broken into lines; further lines begin `hang` cells in, else below the first word.

    Lines break at blanks, never at TIED; only a word longer than a line is broken itself.
    """
    head = head if isinstance(head, Text) else Text(head)
    inset = Text(" " * (head.cell_len if hang is None else hang))
    words = words.copy() if isinstance(words, Text) else Text(words)
    pieces = list(words.divide(_breaks(words.plain, max(MINIMUM, width - max(head.cell_len, inset.cell_len)))))
    for piece in pieces:
        piece.rstrip()
        piece.plain = piece.plain.replace(TIED, " ")
    return [(inset if place else head) + piece for place, piece in enumerate(pieces)]


def _breaks(words: str, room: int) -> list[int]:
    """The offsets at which new lines begin."""
    breaks: list[int] = []
    filled = 0
    for word in WORD.finditer(words):
        cells = cell_len(word[0].rstrip(" "))
        if filled and filled + cells > room:
            breaks.append(word.start())
            filled = 0
        if cells > room:
            within = list(_broken(word[0], room))
            breaks.extend(word.start() + place for place in within)
            filled = cell_len(word[0][within[-1] :])
        else:
            filled += cell_len(word[0])
    return breaks


def _broken(word: str, room: int) -> Iterator[int]:
    """Where a word longer than a line is broken."""
    filled = 0
    for place, letter in enumerate(word.rstrip(" ")):
        cells = cell_len(letter)
        if filled + cells > room:
            yield place
            filled = 0
        filled += cells


def heading(words: str) -> Text:
    return Text(MARGIN + words, style="bold")


def padded(words: str, cells: int) -> str:
    """With blanks up to so many cells, counted as a terminal counts them."""
    return words + " " * (cells - cell_len(words))


def stacked(sections: Iterable[Lines]) -> Lines:
    """One below the other, a blank line between; sections without lines leave no gap."""
    lines: Lines = []
    for section in sections:
        if section and lines:
            lines.append(Text())
        lines.extend(section)
    return lines
