"""Proper names that only hold the name of an actor: "Peru, Indiana", "the Italian Open", "Hunter Biden", "an ETA"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from amity.core.actors import ActorId, Mention, NameKind
from amity.knowledge.mention_words import NobodyWords, ShapeWords

PLACES = (NameKind.NAME, NameKind.SEAT)
WORD_BEFORE = re.compile(r"(?P<sentence>\A|[.!?:]['\")]* |[\"'(])?\b(?P<word>[A-Z][\w.'-]*) $")
ONE_SIGN = re.compile(r"(?:[A-Z]\.?){1,3}")
ACRONYM = re.compile(r"[A-Z]{2,5}")
INDEFINITE = re.compile(r"\b(?:[Aa]n?|[Mm]y|[Yy]our|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur) $")
LED = re.compile(r"\b(?:in|at|near|to|from|inside|outside|around|into|towards?|over|through|across) $")
ENDS_PHRASE = re.compile(r"[.,;:!?)]|$| (?:of|at|in|on|for|is|was|with|before|after|and|or|to|by|from|that|which)\b")
NEXT_WORD = re.compile(r" ([a-z]+)")
NEXT_CAPITAL = re.compile(r" ([A-Z][\w'&-]*)(?: ([A-Z][\w-]*))?")
LONGEST_BEFORE = 32
THING_REACH = 90
DETERMINERS = frozenset({"a", "an", "the", "her", "his", "their", "my", "our", "your", "its", "this", "that"})
CALLING = frozenset({"called", "named", "titled", "entitled", "christened", "'", '"'})
ALIKE = 0.5  # difflib's ratio: "Volodymyr" and "Vladimir" are one name, "Jill" and "Joe" are two


class Shapes:
    """Tells such names from an actor's own; made once."""

    def __init__(self, words: ShapeWords, nobody: NobodyWords, states: frozenset[ActorId]) -> None:
        self._words = words
        self._first_names = nobody.first_names
        self._states = states
        self._never_given = words.titles
        self._signs = {"of", *CALLING, *(sign.lower().split()[-1] for sign in words.leading | words.called)}
        called = _any(words.called)
        self._in_state = re.compile(rf"(?: and [A-Z]\w+| County)?, (?:{_any(words.us_states)})\b")
        self._is_told = re.compile(rf",? (?:an?|the|her|his|their|our|my) (?:[\w'-]+ ){{0,6}}?(?:{called})\b")
        self._leading_one = frozenset(word for word in words.leading if not word.endswith(" of"))
        self._leading_of = frozenset(word.removesuffix(" of") for word in words.leading if word.endswith(" of"))

    def is_held(self, folded: str, mention: Mention, *, after_name: bool) -> bool:
        """Whether the mention is only part of another name; `after_name` where a mention ends right before it."""
        kind = mention.name_kind
        if kind is NameKind.NOMINAL:
            return False
        if self._is_compound(folded, mention):
            return True
        if kind is NameKind.SEAT and mention.actor not in self._states:
            return LED.search(folded, max(0, mention.start - LONGEST_BEFORE), mention.start) is not None
        if kind is NameKind.LEADER:
            return not after_name and self._is_namesake(folded, mention)
        if ACRONYM.fullmatch(mention.text):
            return _is_anybodys(folded, mention)
        if kind not in PLACES or mention.actor not in self._states:
            return False
        return self._is_place_or_thing(folded, mention)

    def _is_compound(self, folded: str, mention: Mention) -> bool:
        """ "Kenya Airways", "the Madrid Masters", "Kennedy Airport"."""
        if mention.name_kind is NameKind.LEADER:
            follows = NEXT_WORD.match(folded, mention.end)
            if follows and follows.group(1) in self._words.named_after:
                return True
        if not folded[mention.end + 1 : mention.end + 2].isupper():
            return False
        follows = NEXT_CAPITAL.match(folded, mention.end)
        return follows is not None and not self._words.compounds.isdisjoint((follows.group(1), follows.group(0)[1:]))

    def _is_led(self, before: list[str]) -> bool:
        """Whether "Lake" or "University of" stands before a name."""
        if before[-1] == "the":
            before = before[:-1]
        if before and before[-1] == "of":
            return len(before) > 1 and before[-2] in self._leading_of
        return bool(before) and before[-1] in self._leading_one

    def _is_place_or_thing(self, folded: str, mention: Mention) -> bool:
        end = mention.end
        if folded.startswith((",", " and "), end) and self._in_state.match(folded, end):
            return True
        if folded.startswith(",", end) and self._is_told.match(folded[end : end + THING_REACH]):
            return True
        at = folded.rfind(" ", max(0, mention.start - LONGEST_BEFORE), mention.start - 1) + 1
        if folded[at : mention.start].strip(" ,'\"").lower() not in self._signs:
            return False
        words = _words_before(folded, mention.start)
        return bool(words) and (self._is_led(words) or self._is_thing_called(words))

    def _is_thing_called(self, before: list[str]) -> bool:
        """Whether "the film" or "a horse called" stands before a name."""
        if before[-1] in CALLING:
            before = before[:-1]
        if DETERMINERS.isdisjoint(word.lower() for word in before):
            return False
        return before[-1] in self._words.called or " ".join(before[-2:]) in self._words.called

    def _is_namesake(self, folded: str, mention: Mention) -> bool:
        """Whether a bare surname follows a first name that is not the leader's: "Cherie Blair"."""
        if " " in mention.text or mention.person is None:
            return False
        before = WORD_BEFORE.search(folded, max(0, mention.start - LONGEST_BEFORE), mention.start)
        if before is None:
            return False
        word = before.group("word").strip("'")
        if word.endswith(".") and not ONE_SIGN.fullmatch(word):
            return False  # the sentence before ends there
        begins = before.group("sentence") is not None or before.start("word") == 0
        if word in self._never_given or word.endswith("'s") or (begins and word not in self._first_names):
            return False
        if ACRONYM.fullmatch(word):
            return False
        return not any(_alike(word, own) for own in mention.person.split())


def _words_before(folded: str, start: int) -> list[str]:
    """The last words before a name, if only blanks, commas and quotation marks stand between."""
    first = folded.rfind(" ", 0, max(0, start - LONGEST_BEFORE)) + 1
    before = folded[first:start]
    return before.replace(",", "").split() if before.endswith((" ", " '", ' "')) else []


def _is_anybodys(folded: str, mention: Mention) -> bool:
    """ "An ETA of noon", "your IRA": nobody has a movement for his own."""
    if INDEFINITE.search(folded[max(0, mention.start - 8) : mention.start]) is None:
        return False
    return ENDS_PHRASE.match(folded, mention.end) is not None


def _alike(word: str, own: str) -> bool:
    if ONE_SIGN.fullmatch(word) or ONE_SIGN.fullmatch(own):
        return word[0] == own[0]
    if len(word) > len("Ali") and word.lower() in own.lower():
        return True
    return SequenceMatcher(None, word.lower(), own.lower()).ratio() >= ALIKE


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
