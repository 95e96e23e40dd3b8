"""What every reader of claims can do, and the ones there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from amity.core.claims import DraftClaim, RelationType
from amity.core.pairs import LabelledPair, MarkedPair
from amity.core.readings import ResolvedStatement
from amity.knowledge.grammar import Grammar
from amity.knowledge.relation_types import RelationKind

Kinds = Mapping[RelationType, RelationKind]


class Extractor(Protocol):
    """Reads statements and says what they claim of the actors that they name."""

    @property
    def name(self) -> str:
        """Name and version, as it stands in every claim: "patterns-1"."""

    def extract(self, batch: Sequence[ResolvedStatement]) -> list[tuple[DraftClaim, ...]]:
        """The claims of each statement, in the order of the batch."""


def _patterns(kinds: Kinds, grammar: Grammar) -> Extractor:
    from amity.extract.patterns.reader import PatternReader

    return PatternReader(kinds, grammar)


def _encoder(kinds: Kinds, grammar: Grammar, model: str) -> Extractor:
    from amity.extract.encoder.network import load_network
    from amity.extract.encoder.reader import EncoderReader

    return EncoderReader(load_network(model), kinds, grammar)


EXTRACTORS: dict[str, Callable[[Kinds, Grammar], Extractor]] = {
    "encoder": partial(_encoder, model="six"),
    "fast": partial(_encoder, model="three"),
    "patterns": _patterns,
}
USUAL_EXTRACTOR = "encoder"

Labeller = Callable[[MarkedPair], LabelledPair]


def _labeller(kinds: Kinds, model: str) -> Labeller:
    from amity.extract.encoder.labelling import label
    from amity.extract.encoder.network import load_network

    return partial(label, network=load_network(model), kinds=kinds)


LABELLERS: dict[str, Callable[[Kinds], Labeller]] = {
    "encoder": partial(_labeller, model="six"),
    "fast": partial(_labeller, model="three"),
}
