"""Marked pairs, labelled one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from amity.core.claims import RelationType
from amity.core.dropped import Dropped
from amity.core.errors import QuestionError
from amity.core.outcomes import Labelling
from amity.core.pairs import LabelledPair, MarkedPair
from amity.extract.extractor import LABELLERS, Labeller
from amity.knowledge.relation_types import RelationKind


def label_pairs(
    items: Iterable[MarkedPair | Dropped], reader: str, kinds: Mapping[RelationType, RelationKind]
) -> Labelling:
    """What each pair's text says of it; what could not be read is dropped."""
    if reader not in LABELLERS:
        raise QuestionError(f"The reader '{reader}' cannot label marked pairs: expected one of {', '.join(LABELLERS)}.")
    dropped: list[Dropped] = []
    return Labelling(pairs=_labelled(items, LABELLERS[reader](kinds), dropped), dropped=dropped)


def _labelled(
    items: Iterable[MarkedPair | Dropped], labeller: Labeller, dropped: list[Dropped]
) -> Iterator[LabelledPair]:
    for item in items:
        if isinstance(item, Dropped):
            dropped.append(item)
        else:
            yield labeller(item)
