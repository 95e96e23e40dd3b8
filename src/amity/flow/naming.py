"""Who is named in a text: listed actors, and organisations that are in no list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from amity.core.actors import ActorId, Mention
from amity.core.dates import ALWAYS, Period
from amity.flow.tools import Tools
from amity.resolve.resolver import Resolved
from amity.resolve.unlisted import find_unlisted, unlisted_name, with_unlisted


def named_in(
    text: str,
    tools: Tools,
    *,
    before: str = "",
    on: Period = ALWAYS,
    about: ActorId | None = None,
    language: str | None = None,
) -> Resolved:
    """What the resolver finds, and the unlisted organisations among the mentions.

    `before` is what the same author wrote just before: "the alliance" may be one that was named there.
    """
    found = tools.resolver.mentions(f"{before} {text}" if before else text, on=on, about=about, language=language)
    found = _from(found, len(before) + 1) if before else found
    unlisted = find_unlisted(text, found.mentions, tools.knowledge.unlisted_shapes)
    if not unlisted:
        return found
    return Resolved(with_unlisted(found.mentions, unlisted), found.unresolved, found.collective)


def _from(found: Resolved, start: int) -> Resolved:
    """What is named from an offset on, with offsets that count from there."""
    return Resolved(
        tuple(replace(m, start=m.start - start, end=m.end - start) for m in found.mentions if m.start >= start),
        tuple(replace(u, start=u.start - start, end=u.end - start) for u in found.unresolved if u.start >= start),
        tuple(replace(c, start=c.start - start, end=c.end - start) for c in found.collective if c.start >= start),
    )


def names_of(mentions: Iterable[Mention], tools: Tools) -> dict[ActorId, str]:
    """What the actors are called: all that are listed, and the unlisted ones mentioned."""
    names = {id_: actor.name for id_, actor in tools.knowledge.gazetteer.actors.items()}
    for mention in mentions:
        name = unlisted_name(mention.actor)
        if name is not None:
            names[mention.actor] = mention.text
    return names
