"""What a step could not use, and why. Nothing is lost in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class DropReason(StrEnum):
    """The short list of reasons."""

    EMPTY = "empty"  # no text in it
    BINARY = "binary"  # not text of any kind we read
    UNREADABLE = "unreadable"  # the system would not give it
    UNKNOWN_FORMAT = "unknown_format"  # no reader for its ending
    BROKEN = "broken"  # the format's own rules are not kept: a bad JSON line
    TOO_LONG = "too_long"
    SELF = "self"  # actor and recipient are one
    NO_SUCH_TIME = "no_such_time"  # a claim whose time cannot be


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """One thing that was not used: at which step, where it stood, why."""

    step: str
    where: str
    reason: DropReason
    detail: str


@dataclass(slots=True)
class Tally:
    """So many in, so many out, so many dropped why: how every run ends."""

    documents: int = 0
    documents_known: int = 0  # already in the store
    statements: int = 0
    copies: int = 0
    cut_off: int = 0
    boilerplate: int = 0
    claims: int = 0
    dropped: Counter[str] = field(default_factory=Counter)

    def count_dropped(self, dropped: Iterable[Dropped]) -> None:
        self.dropped.update(item.reason.value for item in dropped)
