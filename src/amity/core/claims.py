"""What sources say of how one actor stood toward another."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import NewType

from amity.core.actors import ActorId, Mention
from amity.core.dates import Period
from amity.core.documents import DocumentId, StatementId, StatementKind

RelationType = NewType("RelationType", str)  # an id of relation_types.toml: "ALLIED", "ASSAULT"
ClaimId = NewType("ClaimId", str)


class Quad(IntEnum):
    """PLOVER's quad classes."""

    VERBAL_COOPERATION = 1
    MATERIAL_COOPERATION = 2
    VERBAL_CONFLICT = 3
    MATERIAL_CONFLICT = 4


class Polarity(StrEnum):
    AFFIRMED = "affirmed"
    DENIED = "denied"


class Reality(StrEnum):
    HAPPENED = "happened"  # an event that took place
    HOLDS = "holds"  # a standing that is so
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    CALLED_FOR = "called_for"
    ENDED = "ended"  # was so, and is no more


class Layer(StrEnum):
    """What they signed, what they did, what they and others said."""

    TREATY = "treaty"
    CONDUCT = "conduct"
    WORDS = "words"


class Tense(StrEnum):
    """When a clause places itself, seen from its writing."""

    PAST = "past"
    PERFECT = "perfect"  # "has been allies": up to now
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where it is said: `document.text[start:end] == quote`, always."""

    document: DocumentId
    start: int
    end: int
    quote: str
    statement: StatementId
    statement_kind: StatementKind = StatementKind.STATEMENT
    publisher: str | None = None
    copy_of: StatementId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftClaim:
    """A claim as a statement words it, before its time is known.

    `actor_mention`, `recipient_mention` and `cue` are offsets in the statement's
    text; `cue` is the span of words that say the relation, near which its time
    is looked for.
    """

    actor: ActorId
    recipient: ActorId
    type: RelationType
    polarity: Polarity
    reality: Reality
    tense: Tense
    attributed_to: str | None
    actor_mention: Mention
    recipient_mention: Mention
    cue: tuple[int, int]
    reading_confidence: float
    extractor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A source saying how one actor stood toward another.

    The claim may be false; that somebody made it is not. `actor` and `recipient`
    are PLOVER's words. `holds` is when it was so in the world; `dated` says
    whether the text itself gives that time (else `holds` is only what is
    possible: what the actors' own dates and the publication date imply).
    `written` bounds when the words were written, where that can be told.
    """

    id: ClaimId
    actor: ActorId
    recipient: ActorId
    type: RelationType
    layer: Layer
    polarity: Polarity
    reality: Reality
    attributed_to: str | None
    holds: Period
    dated: bool
    written: Period
    published: date | None  # when the source said so: nobody could use it earlier
    citation: Citation
    actor_mention: tuple[int, int]  # offsets in the document's text
    recipient_mention: tuple[int, int]
    reading_confidence: float  # 0 to 1: that the words say this, not that it is true
    extractor: str
    actor_person: str | None = None  # who stands for the actor, where a leader is named: "Lavrov said"
    recipient_person: str | None = None


def claim_id(
    citation: Citation,
    actor: ActorId,
    recipient: ActorId,
    type_: RelationType,
    mentions: tuple[int, ...],
    extractor: str,
) -> ClaimId:
    """An id made from content: the same words read the same way make the same claim."""
    parts = (
        citation.document,
        str(citation.start),
        str(citation.end),
        actor,
        recipient,
        type_,
        str(mentions),
        extractor,
    )
    return ClaimId(hashlib.blake2b("\x1f".join(parts).encode(), digest_size=10).hexdigest())
