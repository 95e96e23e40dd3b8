"""Whom a bare surname means that many bear: the leader of the day, where the text hints at one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amity.core.actors import Mention, NameKind
from amity.core.dates import Period
from amity.knowledge.gazetteer import Gazetteer, Name
from amity.knowledge.mention_words import SurnameWords
from amity.resolve.lexicon import Found

NEXT_WORD = re.compile(r" ([a-z]+)")
LONGEST_WORD = 24
REACH = 600
FIRST_NAMED = re.compile(r"\b([A-Z][\w'-]+) $")


def shared_surnames(gazetteer: Gazetteer, words: SurnameWords) -> Iterator[Name]:
    """A name for every leader who has such a surname, first as in Korea or last."""
    for term in gazetteer.terms:
        if term.office not in words.offices:
            continue
        parts = term.person.split()
        for surname in {parts[0], parts[-1]} & words.shared:
            if len(parts) > 1 and (surname == "Kim") == (surname == parts[0]):
                yield Name(
                    text=surname, actor=term.actor, kind=NameKind.LEADER, borne=term.in_office, person=term.person
                )


def leader_meant(found: Found, settled: Sequence[Mention], folded: str, on: Period, words: SurnameWords) -> Name | None:
    """The leader that a bare surname means; None for anybody else."""
    surname = folded[found.start : found.end]
    if _has_another_name(found, folded, words) or _has_namesake(surname, settled, folded, found.start):
        return None
    in_full = {mention.person for mention in settled if mention.person is not None}
    told = [name for name in found.entry.names if name.person in in_full]
    ruling = [name for name in found.entry.names if on.last_day is not None and name.borne.overlaps(on)]
    if told:
        return next((name for name in told if name in ruling), told[-1])
    named = [name for name in ruling if any(mention.actor == name.actor for mention in settled)]
    if len({name.actor for name in named or ruling}) != 1:
        return None
    one = (named or ruling)[0]
    return one if named or _is_among_leaders(found, settled, folded, words) else None


def _is_among_leaders(found: Found, settled: Sequence[Mention], folded: str, words: SurnameWords) -> bool:
    if any(mention.name_kind is NameKind.LEADER for mention in settled):
        return True
    verb = NEXT_WORD.match(folded, found.end)
    return bool(settled) and verb is not None and verb.group(1) in words.political


def _has_another_name(found: Found, folded: str, words: SurnameWords) -> bool:
    """Whether a first name stands before it, or more of a name after it: "Kate Bush", "Kim Kardashian"."""
    if re.match(r"[ -][A-Z]|-", folded[found.end : found.end + 2]):
        return True
    before = FIRST_NAMED.search(folded, max(0, found.start - LONGEST_WORD), found.start)
    return before is not None and before.group(1).lower() not in words.before


def _has_namesake(surname: str, settled: Sequence[Mention], folded: str, until: int) -> bool:
    """Whether the text has named somebody else by that surname: "Jeb Bush"."""
    at = folded.find(surname, max(0, until - REACH), until)
    while at >= 0:
        inside = any(mention.start <= at < mention.end for mention in settled)
        if not inside and FIRST_NAMED.search(folded, max(0, at - LONGEST_WORD), at):
            return True
        at = folded.find(surname, at + 1, until)
    return False
