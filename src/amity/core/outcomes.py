"""What the public functions give back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from amity.core.actors import ActorId, Mention, Unresolved
from amity.core.answers import Answer
from amity.core.claims import Claim
from amity.core.documents import Statement
from amity.core.dropped import Dropped, Tally
from amity.core.pairs import LabelledPair
from amity.core.relations import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """An answer, and what was read for it."""

    answer: Answer
    tally: Tally
    dropped: tuple[Dropped, ...]
    receipt_kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """What came into a store, and the store's version since."""

    tally: Tally
    dropped: tuple[Dropped, ...]
    version: int
    store: Path


@dataclass(slots=True, kw_only=True)
class Reading:
    """Statements or claims, one after the other; `dropped` is complete when they have all been taken."""

    statements: Iterator[Statement] = field(default_factory=lambda: iter(()))
    claims: Iterator[Claim] = field(default_factory=lambda: iter(()))
    dropped: list[Dropped] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Which actors a text names, and which names could not be tied to one.

    `offices` says as what the leaders who are mentioned led: "prime minister, president".
    """

    mentions: tuple[Mention, ...]
    unresolved: tuple[Unresolved, ...]
    names: Mapping[ActorId, str]
    offices: Mapping[Mention, str] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()


@dataclass(slots=True, kw_only=True)
class Labelling:
    """Marked pairs with what is said of them, one after the other; `dropped` is complete when all have been taken."""

    pairs: Iterator[LabelledPair] = field(default_factory=lambda: iter(()))
    dropped: list[Dropped] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relating:
    """A relation over time, and what was read for it."""

    relation: Relation
    names: Mapping[ActorId, str]
    tally: Tally
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """An old answer given again: whether it is the same byte for byte, and if not, why."""

    same: bool
    answer: Answer
    detail: str
