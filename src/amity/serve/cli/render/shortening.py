"""Quotations cut to a width around the words that matter, marked where they are cut."""

from __future__ import annotations

from itertools import accumulate

from rich.cells import cell_len

CUT = "…"


def shortened(quote: str, cells: int, *, around: tuple[int, int] = (0, 0)) -> str:
    """At most so many cells of the quote, exactly as they stand, whole words, with … where something is left out.

    `around` is the span to keep in sight. What is longer than the width itself is cut at its end.
    """
    if cell_len(quote) <= cells:
        return quote
    mark = len(CUT) + 1
    start, end = _window(quote, cells - mark, around)
    if start and end < len(quote):
        start, end = _window(quote, cells - 2 * mark, around)
    before = f"{CUT} " if start else ""
    after = f" {CUT}" if end < len(quote) else ""
    return before + quote[start:end].strip() + after


def shortened_name(name: str, cells: int) -> str:
    """The end of a document's name, since that tells it from its neighbours."""
    while cell_len(name) > max(cells, len(CUT) + 1):
        name = CUT + name[2 if name.startswith(CUT) else 1 :]
    return name


def _window(quote: str, room: int, around: tuple[int, int]) -> tuple[int, int]:
    upto = [0, *accumulate(cell_len(letter) for letter in quote)]
    start = min(max(around[0], 0), len(quote))
    end = min(max(around[1], start), len(quote))
    while end > start and upto[end] - upto[start] > room:
        end -= 1
    start, end = _grown(start, end, upto, room)
    return _to_whole_words(quote, start, end, around)


def _grown(start: int, end: int, upto: list[int], room: int) -> tuple[int, int]:
    """A letter more at either side in turn, for as long as there is room and there are letters."""
    grew = True
    while grew:
        grew = False
        if end + 1 < len(upto) and upto[end + 1] - upto[start] <= room:
            end, grew = end + 1, True
        if start > 0 and upto[end] - upto[start - 1] <= room:
            start, grew = start - 1, True
    return start, end


def _to_whole_words(quote: str, start: int, end: int, around: tuple[int, int]) -> tuple[int, int]:
    """Give up the half words at the ends, but nothing of the span to keep in sight, where that could be kept whole."""
    if start and not quote[start - 1].isspace():
        blank = quote.find(" ", start, max(around[0], start))
        start = blank + 1 if blank >= 0 else start
    if end < len(quote) and not quote[end].isspace():
        blank = quote.rfind(" ", around[1] if start <= around[1] <= end else start, end)
        end = blank if blank >= 0 else end
    return start, end
