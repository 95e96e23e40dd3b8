"""Named periods in a text: the Cold War, Syria's nine-year civil war, the fall of Kabul."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from amity.ground.moments import Kind, Moment
from amity.ground.patterns import one_of
from amity.knowledge.named_periods import DateWords, NamedPeriod, NamedPeriods

HYPHEN = r"[-‐‑‒–]"
MARKS = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "`": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-"})
MOST_FILLERS = 2


class Token(NamedTuple):
    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """One name of a period, token by token."""

    tokens: tuple[str, ...]
    named: NamedPeriod

    @property
    def country(self) -> tuple[str, ...]:
        """Of "Syria's civil war": Syria."""
        return self.tokens[: self.tokens.index("'s")] if "'s" in self.tokens else ()

    @property
    def head(self) -> tuple[str, ...]:
        """Of "Syria's civil war": civil war."""
        return self.tokens[self.tokens.index("'s") + 1 :] if "'s" in self.tokens else ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NameIndex:
    by_first: Mapping[str, Sequence[Spelling]]
    by_head: Mapping[tuple[str, ...], Sequence[Spelling]]
    token: re.Pattern[str]
    filler: re.Pattern[str]
    another: frozenset[str]
    elliptic: Mapping[str, Sequence[tuple[str, ...]]]


@lru_cache(maxsize=8)
def index_of(periods: NamedPeriods, words: DateWords) -> NameIndex:
    """The names by their first token, made once for each pair of values."""
    writing = words.writing
    prefixes = one_of(word for word in (*words.roles.before, *words.roles.after) if " " not in word)
    token = re.compile(rf"{prefixes}(?={HYPHEN}\w)|['’ʼ‘`]s(?!\w)|\w+(?:{HYPHEN}\w+)*|[^\w\s]")
    units = one_of(name for names in words.units.values() for name in names)
    by_first: dict[str, list[Spelling]] = defaultdict(list)
    by_head: dict[tuple[str, ...], list[Spelling]] = defaultdict(list)
    elliptic: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in writing.elliptic:
        phrase_tokens = tuple(item.text for item in _tokens(phrase, token))
        elliptic[phrase_tokens[0]].append(phrase_tokens)
    for named in periods.periods:
        for name in named.names:
            spelling = Spelling(tuple(item.text for item in _tokens(name, token)), named)
            by_first[spelling.tokens[0].lower()].append(spelling)
            if spelling.head:
                by_head[spelling.head].append(spelling)
    return NameIndex(
        by_first=dict(by_first),
        by_head=dict(by_head),
        token=token,
        filler=re.compile(rf"{one_of(writing.fillers)}|[\w-]+-{units}(?:-{one_of(writing.age_after)})?|[0-9]+-{units}"),
        another=frozenset(writing.another),
        elliptic=dict(elliptic),
    )


def _tokens(text: str, pattern: re.Pattern[str]) -> list[Token]:
    found = []
    for match in pattern.finditer(text):
        plain = match[0].translate(MARKS)
        found.append(Token(match.start(), match.end(), plain, plain.lower()))
    return found


def find_named(text: str, periods: NamedPeriods, words: DateWords) -> Iterator[Moment]:
    """Every named period, also with an adjective or an age inside its name."""
    index = index_of(periods, words)
    tokens = _tokens(text, index.token)
    for place, token in enumerate(tokens):
        for spelling in index.by_first.get(token.lower, ()):
            last = _match(tokens, place, spelling.tokens, index.filler)
            if last is not None and not _another(tokens, place, index):
                yield _moment(token.start, tokens[last].end, spelling.named)
    yield from _find_elliptic(tokens, index)


def _find_elliptic(tokens: Sequence[Token], index: NameIndex) -> Iterator[Moment]:
    """The civil war, the country's conflict: only where the text's countries leave no choice."""
    meant: dict[tuple[str, ...], NamedPeriod | None] = {}
    for place, token in enumerate(tokens):
        for phrase in index.elliptic.get(token.lower, ()):
            last = _match(tokens, place, phrase, index.filler)
            if last is None:
                continue
            if phrase not in meant:
                meant[phrase] = _only_one(phrase, tokens, index)
            named = meant[phrase]
            if named is not None:
                yield _moment(token.start, tokens[last].end, named)


def _match(tokens: Sequence[Token], place: int, name: Sequence[str], filler: re.Pattern[str]) -> int | None:
    """Where the name ends that begins at this place, or None where it is not this name."""
    fillers = 0
    for count, wanted in enumerate(name):
        while not _same(tokens, place, wanted):
            if (
                count == 0
                or fillers == MOST_FILLERS
                or place >= len(tokens)
                or not filler.fullmatch(tokens[place].lower)
            ):
                return None
            fillers += 1
            place += 1
        place += 1
    return place - 1


def _same(tokens: Sequence[Token], place: int, wanted: str) -> bool:
    if place >= len(tokens):
        return False
    token = tokens[place]
    return token.text == wanted or (token.lower == wanted)


def _another(tokens: Sequence[Token], place: int, index: NameIndex) -> bool:
    return place > 0 and tokens[place - 1].lower in index.another


def _only_one(phrase: Sequence[str], tokens: Sequence[Token], index: NameIndex) -> NamedPeriod | None:
    """The one civil war that "the country's civil war" can be, going by the countries that the text names."""
    head = tuple(phrase[phrase.index("'s") + 1 :] if "'s" in phrase else phrase[1:])
    texts = [token.text for token in tokens]
    candidates = {spelling.named for spelling in index.by_head.get(head, ()) if _contains(texts, spelling.country)}
    return candidates.pop() if len(candidates) == 1 else None


def _contains(texts: Sequence[str], wanted: Sequence[str]) -> bool:
    count = len(wanted)
    return any(tuple(texts[place : place + count]) == tuple(wanted) for place in range(len(texts) - count + 1))


def _moment(start: int, end: int, named: NamedPeriod) -> Moment:
    return Moment(start=start, end=end, kind=Kind.NAMED, period=named.period, name=named.name)
