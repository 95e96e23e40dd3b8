"""What every reader of claims can do, and the ones there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from amity.core.claims import DraftClaim, RelationType
from amity.core.readings import ResolvedStatement
from amity.knowledge.grammar import Grammar
from amity.knowledge.relation_types import RelationKind


class Extractor(Protocol):
    """Reads statements and says what they claim of the actors that they name."""

    @property
    def name(self) -> str:
        """Name and version, as it stands in every claim: "patterns-1"."""

    def extract(self, batch: Sequence[ResolvedStatement]) -> list[tuple[DraftClaim, ...]]:
        """The claims of each statement, in the order of the batch."""


def _patterns(kinds: Mapping[RelationType, RelationKind], grammar: Grammar) -> Extractor:
    from amity.extract.patterns.reader import PatternReader

    return PatternReader(kinds, grammar)


EXTRACTORS: dict[str, Callable[[Mapping[RelationType, RelationKind], Grammar], Extractor]] = {"patterns": _patterns}
