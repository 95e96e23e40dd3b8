"""As what the leaders whom a text mentions led."""

from __future__ import annotations

from collections.abc import Iterable

from amity.core.actors import ActorId, Mention
from amity.knowledge.gazetteer import Gazetteer, Term


def offices_of(mentions: Iterable[Mention], gazetteer: Gazetteer) -> dict[Mention, str]:
    """The offices that each leader mentioned held at the time of the name, in order: "prime minister, president"."""
    terms: dict[tuple[ActorId, str], list[Term]] = {}
    for term in gazetteer.terms:
        terms.setdefault((term.actor, term.person), []).append(term)
    return {
        mention: ", ".join(dict.fromkeys(term.office for term in sorted(held, key=_start)))
        for mention in mentions
        if mention.person is not None
        if (held := [t for t in terms.get((mention.actor, mention.person), []) if t.in_office.overlaps(mention.borne)])
    }


def _start(term: Term) -> str:
    return str(term.in_office.start or "")
