"""Rows that can be used are kept; of those that cannot, each is an error or a remark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from amity.core.dropped import Dropped, DropReason
from amity.core.errors import KnowledgeError
from amity.knowledge.tables import Flawed, Row

STEP = "actors"

Made = TypeVar("Made")


@dataclass
class Sieve:
    """What becomes of flawed rows.

    One of a user's is an error, or, with `leave_out_bad`, left out with a
    remark. One of ours is our mistake and always an error, save where it is about
    an actor that a user's row has `replaced`: then it may no longer fit.
    """

    leave_out_bad: bool = False
    replaced: set[str] = field(default_factory=set)
    left_out: list[Dropped] = field(default_factory=list)

    def made(self, rows: Iterable[Row], make: Callable[[Row], Made]) -> Iterator[Made]:
        """What `make` makes of each row that it can use."""
        for row in rows:
            try:
                made = make(row)
            except KnowledgeError as flaw:
                self.refuse(row, flaw)
            else:
                yield made

    def refuse(self, row: Row | Flawed, flaw: KnowledgeError) -> None:
        """Raise the flaw, or remember it where the row may be left out."""
        if not self._may_be_left_out(row):
            raise flaw
        detail = str(flaw).removeprefix(row.where).lstrip(",: ")
        self.left_out.append(Dropped(step=STEP, where=row.where, reason=DropReason.BROKEN, detail=detail))

    def _may_be_left_out(self, row: Row | Flawed) -> bool:
        if isinstance(row, Flawed) or row.of_user:
            return self.leave_out_bad
        return row.cells.get("actor", "").strip() in self.replaced
