"""A stand-in for `amity.api`: it gives what the test lays down, and remembers how it was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amity import export
from amity.core.actors import Mention, NameKind, Unresolved
from amity.core.answers import Answer
from amity.core.documents import DocumentId, Statement
from amity.core.dropped import Dropped, Tally
from amity.core.outcomes import Adding, Asking, Naming, Reading, Relating, Verification
from tests.serve.made_up import NAMES, NORTHLAND, a_claim, a_relation, an_answer

MENTION = Mention(start=0, end=9, text="Northland", actor=NORTHLAND, name_kind=NameKind.NAME)
UNTIED = Unresolved(start=14, end=19, text="Congo", why="'Congo' may be any of: COD, COG", rivals=())
STATEMENT = Statement(document=DocumentId("d1"), start=3, end=13, text="It rained.")


def a_tally() -> Tally:
    return Tally(documents=1, statements=268, copies=61, cut_off=43, claims=90)


@dataclass
class StandIn:
    """Every function of the API that the command line calls. `fails` is raised by each of them."""

    answer: Answer = field(default_factory=an_answer)
    relation_found: Any = field(default_factory=a_relation)
    tally: Tally = field(default_factory=a_tally)
    dropped: tuple[Dropped, ...] = ()
    same: bool = True
    receipt_kept: bool = False
    mentions: tuple[Mention, ...] = (MENTION,)
    fails: BaseException | None = None
    asked: list[tuple[tuple[Any, ...], dict[str, Any]]] = field(default_factory=list)

    answer_json = staticmethod(export.answer_json)
    change_json = staticmethod(export.change_json)
    claim_json = staticmethod(export.claim_json)
    dropped_json = staticmethod(export.dropped_json)
    dumps = staticmethod(export.dumps)
    mention_json = staticmethod(export.mention_json)
    relation_json = staticmethod(export.relation_json)
    statement_json = staticmethod(export.statement_json)
    tally_json = staticmethod(export.tally_json)
    unresolved_json = staticmethod(export.unresolved_json)

    def _note(self, *given: Any, **named: Any) -> None:
        self.asked.append((given, named))
        if self.fails is not None:
            raise self.fails

    @property
    def _run(self) -> dict[str, Any]:
        return {"tally": self.tally, "dropped": self.dropped}

    def ask(self, *given: Any, **named: Any) -> Asking:
        self._note(*given, **named)
        return Asking(answer=self.answer, receipt_kept=self.receipt_kept, **self._run)

    def add(self, *given: Any, **named: Any) -> Adding:
        self._note(*given, **named)
        return Adding(version=3, store=Path("mystore"), **self._run)

    def statements(self, *given: Any, **named: Any) -> Reading:
        return Reading(statements=self._read(STATEMENT, *given, **named), dropped=list(self.dropped))

    def claims(self, *given: Any, **named: Any) -> Reading:
        return Reading(claims=self._read(a_claim(), *given, **named), dropped=list(self.dropped))

    def _read(self, value: Any, *given: Any, **named: Any) -> Iterator[Any]:
        """As the API reads: not before the values are asked for."""
        self._note(*given, **named)
        yield value

    def actors(self, *given: Any, **named: Any) -> Naming:
        self._note(*given, **named)
        return Naming(
            mentions=self.mentions, unresolved=(UNTIED,) if self.mentions else (), names=NAMES, dropped=self.dropped
        )

    def relation(self, *given: Any, **named: Any) -> Relating:
        self._note(*given, **named)
        return Relating(relation=self.relation_found, names=NAMES, **self._run)

    changes = relation

    def verify(self, *given: Any, **named: Any) -> Verification:
        self._note(*given, **named)
        return Verification(same=self.same, answer=self.answer, detail="From version 3 of the store.")
