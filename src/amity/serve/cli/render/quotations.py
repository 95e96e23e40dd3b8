"""The best quotations for and against: when, what, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from amity.core.answers import Answer, Reason
from amity.core.claims import Claim
from amity.core.documents import is_built_in
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.layout import MARGIN, Lines, heading, padded, paragraph
from amity.serve.cli.render.shortening import shortened, shortened_name
from amity.serve.cli.render.words import short_day, stretch

BEST = 3
WIDE = 100  # from here on, quotation and place fit side by side
SHORT_NAME, LONG_NAME = 20, 60


@dataclass(frozen=True, slots=True)
class Columns:
    """How many cells the times and the places take, on a page where all stand side by side."""

    when: int
    where: int

    @classmethod
    def of(cls, reasons: Sequence[Reason]) -> Columns:
        return cls(
            when=max((cell_len(when(reason.claim)) for reason in reasons), default=0),
            where=max((cell_len(where(reason, SHORT_NAME)) for reason in reasons), default=0),
        )


def quotation_lines(answer: Answer, *, width: int) -> Lines:
    """Up to three for and three against, numbered through."""
    best_for, best_against = answer.reasons_for[:BEST], answer.reasons_against[:BEST]
    columns = Columns.of((*best_for, *best_against))
    lines: Lines = []
    number = 1
    for title, reasons in (("For", best_for), ("Against", best_against)):
        lines.extend([heading(title)] if reasons else [])
        for reason in reasons:
            head = Text(f"{MARGIN}{number:>2}  ")
            lines.extend(
                _side_by_side(reason, head, columns, width)
                if width >= WIDE
                else _one_below_the_other(reason, head, width)
            )
            number += 1
    return lines


def _side_by_side(reason: Reason, head: Text, columns: Columns, width: int) -> Lines:
    room = width - head.cell_len - columns.when - columns.where - 2 * len(MARGIN)
    line = head + Text(padded(when(reason.claim), columns.when) + MARGIN, style="dim")
    line.append(padded(quotation(reason, room), room) + MARGIN)
    return [line.append(where(reason, SHORT_NAME), style="dim")]


def _one_below_the_other(reason: Reason, head: Text, width: int) -> Lines:
    room = width - head.cell_len
    below = Text(f"{when(reason.claim)}, {where(reason)}", style="dim")
    return [
        *paragraph(quotation(reason, 2 * room - 12), width, head=head),
        *paragraph(below, width, head=" " * head.cell_len),
    ]


def quotation(reason: Reason, cells: int | None = None) -> str:
    """The words in quotation marks, cut to so many cells around the two actors' names."""
    words = quote_on_one_line(reason.claim)
    return f'"{words.text if cells is None else shortened(words.text, cells - 2, around=words.names)}"'


def where(reason: Reason, name_cells: int = LONG_NAME) -> str:
    """The document and the offset in it, and how often it stands in all documents."""
    if is_built_in(reason.claim.citation.document):
        return f"built-in fact: {on_one_line(reason.title or reason.document_name)}"
    place = f"{shortened_name(on_one_line(reason.document_name), name_cells)}:{reason.claim.citation.start}"
    return f"{place} ({reason.copies} copies)" if reason.copies > 1 else place


def when(claim: Claim) -> str:
    """When it was said; else, where the text itself dates it, the time it speaks of. The two clocks are told apart."""
    if claim.published is not None:
        return f"said {short_day(claim.published)}"
    if not claim.dated or (claim.holds.start is None and claim.holds.end is None):
        return "undated"
    time = stretch(claim.holds)
    return time if time.startswith(("since", "until")) else f"of {time}"


@dataclass(frozen=True, slots=True)
class QuoteOnOneLine:
    text: str
    names: tuple[int, int]  # from the first letter of the first actor's name to the last of the other's


def quote_on_one_line(claim: Claim) -> QuoteOnOneLine:
    """The quote with its line ends made blanks, and where in it the two actors are named."""
    quote, start = claim.citation.quote, claim.citation.start
    ends = [min(max(offset - start, 0), len(quote)) for offset in (*claim.actor_mention, *claim.recipient_mention)]
    before, upto = on_one_line(quote[: min(ends)]), on_one_line(quote[: max(ends)])
    return QuoteOnOneLine(on_one_line(quote), (len(before), len(upto)))
