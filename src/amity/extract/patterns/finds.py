"""What the pattern rules find: who, whom, by which words, how plainly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from amity.core.claims import RelationType
from amity.extract.patterns.parties import Party
from amity.extract.patterns.scene import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that say a relation: tokens `first` to `last`, and how plainly they say it (0 to 1).

    `ended` where the rule's own words end it ("lost a key ally"), `past_form` where
    the cue is a verb in the past; `manner_at` is the token before which negations
    and hedges are looked for, where that is not `first`.
    """

    type: RelationType
    first: int
    last: int
    plainness: float
    past_form: bool = False
    ended: bool = False
    manner_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One relation that a rule sees, before its manner is known."""

    actor: Party
    recipient: Party
    cue: Cue


def between(actors: Group, recipients: Group, cue: Cue) -> Iterator[Find]:
    """One find for every actor and recipient of two groups."""
    for actor in actors.parties:
        for recipient in recipients.parties:
            yield Find(actor=actor, recipient=recipient, cue=cue)


def among(group: Group, cue: Cue) -> Iterator[Find]:
    """One find for every two of a group: "A, B and C are allies"."""
    members = [party for party in group.parties if not party.place]
    for index, one in enumerate(members):
        for other in members[index + 1 :]:
            yield Find(actor=one, recipient=other, cue=cue)
