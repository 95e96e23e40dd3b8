"""A statement as it stands between two steps: with the actors that it names."""

from __future__ import annotations

from dataclasses import dataclass

from amity.core.actors import Mention
from amity.core.documents import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedStatement:
    """A statement and its mentions: sorted, not overlapping, offsets in the statement's text."""

    statement: Statement
    mentions: tuple[Mention, ...]
