"""Organisations that are in no list, found by the shape of their names and kept apart under ids of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from amity.core.actors import ActorId, Mention, NameKind
from amity.knowledge.unlisted_shapes import UnlistedShapes

UNLISTED = "unlisted:"
CAPITAL = r"[A-Z][\w-]*[a-z][\w-]*"
LONGEST = 5  # capitalised words before the noun


def find_unlisted(text: str, listed: Sequence[Mention], shapes: UnlistedShapes) -> tuple[Mention, ...]:
    """Names with the shape of an organisation's that no listed actor bears.

    A name may begin with a listed adjective or name ("Chechen Falcon Brigade");
    that listed mention then belongs to it, and callers put it aside. What is a
    listed name itself, or lies within one, is left alone.
    """
    if _any_head(shapes).search(text) is None:  # spares most texts the slow pattern
        return ()
    found = []
    for match in _pattern(shapes).finditer(text):
        start, end = _without_article(text, match.start()), match.end()
        words = text[start:end]
        inside = [mention for mention in listed if mention.start < end and start < mention.end]
        if (
            words in shapes.never
            or words in shapes.heads
            or _is_listed(inside, start, end)
            or _is_state_body(words, inside, start, shapes)
        ):
            continue
        actor = ActorId(UNLISTED + _slug(words))
        found.append(Mention(start=start, end=end, text=words, actor=actor, name_kind=NameKind.NAME))
    return tuple(found)


def with_unlisted(listed: Sequence[Mention], unlisted: Sequence[Mention]) -> tuple[Mention, ...]:
    """Both together in order, without the listed mentions that only begin an unlisted name."""
    kept = [m for m in listed if not any(u.start <= m.start and m.end <= u.end for u in unlisted)]
    return tuple(sorted((*kept, *unlisted), key=lambda mention: mention.start))


@lru_cache(maxsize=4)
def _any_head(shapes: UnlistedShapes) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(head) for head in shapes.heads))


@lru_cache(maxsize=4)
def _pattern(shapes: UnlistedShapes) -> re.Pattern[str]:
    heads = "|".join(re.escape(head) for head in shapes.heads)
    before = rf"(?:{CAPITAL}[ -]){{1,{LONGEST}}}(?:{heads})"
    leading = "|".join(re.escape(head) for head in shapes.leading)
    behind = rf"(?:{CAPITAL} ){{0,2}}(?:{leading}) (?:of|for) (?:the )?{CAPITAL}(?: (?:of (?:the )?)?{CAPITAL}){{0,4}}"
    return re.compile(rf"\b(?:{behind}|{before})(?!\w)")


def _without_article(text: str, start: int) -> int:
    """A sentence may begin with "The": it is no part of the name."""
    return start + 4 if text.startswith("The ", start) else start


def _is_listed(inside: Sequence[Mention], start: int, end: int) -> bool:
    """Whether a listed actor bears the name, or the end of it, or more than it."""
    return any(mention.end >= end or mention.start < start for mention in inside)


def _is_state_body(words: str, inside: Sequence[Mention], start: int, shapes: UnlistedShapes) -> bool:
    """Whether it is a state's own: the state's name, then at once such a body."""
    for mention in inside:
        rest = words[mention.end - start :].strip(" -")
        if mention.start == start and (rest in shapes.of_states or not rest):
            return True
    return False


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def unlisted_name(actor: ActorId) -> str | None:
    """How to call an unlisted actor by its id; None for others."""
    if not actor.startswith(UNLISTED):
        return None
    return actor.removeprefix(UNLISTED).replace("-", " ").title()
