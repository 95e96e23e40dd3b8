"""Who is named in a text: listed actors, and organisations that are in no list."""

from __future__ import annotations

from collections.abc import Iterable

from amity.core.actors import ActorId, Mention
from amity.core.dates import ALWAYS, Period
from amity.flow.tools import Tools
from amity.resolve.resolver import Resolved
from amity.resolve.unlisted import find_unlisted, unlisted_name, with_unlisted


def named_in(
    text: str, tools: Tools, *, on: Period = ALWAYS, about: ActorId | None = None, language: str | None = None
) -> Resolved:
    """What the resolver finds, and the unlisted organisations among the mentions."""
    found = tools.resolver.mentions(text, on=on, about=about, language=language)
    unlisted = find_unlisted(text, found.mentions, tools.knowledge.unlisted_shapes)
    if not unlisted:
        return found
    return Resolved(with_unlisted(found.mentions, unlisted), found.unresolved, found.collective)


def names_of(mentions: Iterable[Mention], tools: Tools) -> dict[ActorId, str]:
    """What the actors are called: all that are listed, and the unlisted ones mentioned."""
    names = {id_: actor.name for id_, actor in tools.knowledge.gazetteer.actors.items()}
    for mention in mentions:
        name = unlisted_name(mention.actor)
        if name is not None:
            names[mention.actor] = mention.text
    return names
