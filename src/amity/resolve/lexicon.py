"""Finds in a text everything that looks like a name: one automaton over all forms of all names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from amity.core.actors import NameKind
from amity.knowledge.gazetteer import Context, Gazetteer, Name
from amity.resolve.folding import is_inside_word
from amity.resolve.surfaces import nominal_surfaces, surfaces, surfaces_abroad

# Typed in small letters these would be other words: "us", "who", "may".
ACRONYM = re.compile(r"[A-Z]{2,3}")
SMALL_ACRONYM = re.compile(r"\bthe ([a-z]{2,3})(?![\w'])", re.IGNORECASE)
SHORT_LEADER = 4
COMMON_WORDS = frozenset(
    {
        "allies",
        "allied",
        "ally",
        "axis",
        "brown",
        "center",
        "central",
        "confederate",
        "confederates",
        "congress",
        "front",
    }
    | {"house", "league", "major", "march", "nationalists", "opposition", "republicans", "store", "union", "west"}
)


@dataclass(slots=True)
class Entry:
    """All that one form may mean.

    `word` where it is a common noun; `blocked` where it means nobody; `sport`
    how strongly it speaks of sport; `half` where it is the north or the south of
    some land; `shared` where it is a bare surname that others bear as well.
    """

    names: list[Name] = field(default_factory=list)
    contexts: tuple[Context, ...] = ()
    word: str | None = None
    blocked: bool = False
    sport: int = 0
    half: bool = False
    shared: bool = False

    @property
    def means_anything(self) -> bool:
        return bool(self.names or self.word or self.blocked or self.sport or self.half)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What a text is searched for beside the gazetteer's names and nouns."""

    nouns: tuple[str, ...] = ()
    surnames: tuple[Name, ...] = ()
    sport: Mapping[str, int] = field(default_factory=dict)
    halves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A form of a name in a folded text."""

    start: int
    end: int
    entry: Entry


# Whether a form with these names stands in a folded text from here to there, and is not only part of a word.
Stands = Callable[[str, int, int, Sequence[Name]], bool]


class Lexicon:
    """The forms of all names, ready to be looked for; as whole words, unless `stands` says what else counts."""

    def __init__(self, entries: Mapping[str, Entry], stands: Stands | None = None) -> None:
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        self.entries = entries
        self.stands = stands
        self._entries = list(entries.values())
        self._automaton = AhoCorasick(
            list(entries), MatchKind.Standard, store_patterns=False, implementation=Implementation.ContiguousNFA
        )

    def scan(self, folded: str) -> list[tuple[int, int, int]]:
        """Every form anywhere, also inside of words: its number, start and end."""
        matches: list[tuple[int, int, int]] = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        return matches

    def find(self, folded: str) -> list[Found]:
        """What stands in the text, in order, not overlapping: of two that overlap the longer."""
        if self.stands is not None:
            standing = [
                (start, end, index)
                for index, start, end in self.scan(folded)
                if self.stands(folded, start, end, self._entries[index].names)
            ]
            return [Found(start, end, self._entries[index]) for start, end, index in _longest_first(standing)]
        size = len(folded)
        spans = [
            (start, end, index)
            for index, start, end in self.scan(folded)
            if (start == 0 or (before := folded[start - 1]) == " " or not is_inside_word(before))
            and (end == size or (after := folded[end]) == " " or not is_inside_word(after))
        ]
        return [Found(start, end, self._entries[index]) for start, end, index in _longest_first(spans)]


def as_printed(gazetteer: Gazetteer, marks: Marks | None = None) -> dict[str, Entry]:
    """Every form in which a name or a common noun of the gazetteer, or a mark, stands in print."""
    entries: dict[str, Entry] = {}
    for name in gazetteer.names:
        for surface in dict.fromkeys(surfaces(name.text)):
            _entry(entries, surface).names.append(name)
    for context in gazetteer.contexts:
        for surface in dict.fromkeys(surfaces(context.name)):
            _entry(entries, surface).contexts += (context,)
    for word in {nominal.word.removeprefix("the ") for nominal in gazetteer.nominals}:
        for surface in nominal_surfaces(word):
            _entry(entries, surface).word = word
    for phrase in gazetteer.blocked:
        for surface in surfaces(phrase):
            _entry(entries, surface).blocked = True
    _mark(entries, marks or Marks())
    return {surface: entry for surface, entry in entries.items() if entry.means_anything}


def _mark(entries: dict[str, Entry], marks: Marks) -> None:
    unnamed = {name.text for name in marks.surnames if not _is_named(entries, name.text)}
    for name in marks.surnames:
        if name.text in unnamed:
            entry = _entry(entries, name.text)
            entry.shared = True
            entry.names.append(name)
    for word in marks.nouns:
        for surface in nominal_surfaces(word):
            entry = _entry(entries, surface)
            entry.word = entry.word or word
    for sign, weight in marks.sport.items():
        for surface in nominal_surfaces(sign):
            _entry(entries, surface).sport = weight
    for half in marks.halves:
        for article in ("the", "The", "THE"):
            _entry(entries, f"{article} {half.upper() if article.isupper() else half.title()}").half = True


def _is_named(entries: Mapping[str, Entry], surface: str) -> bool:
    entry = entries.get(surface)
    return entry is not None and bool(entry.names)


def as_printed_abroad(gazetteer: Gazetteer, languages: Iterable[str]) -> dict[str, Entry]:
    """Every form in which a name stands in print in some languages other than English."""
    entries: dict[str, Entry] = {}
    for language in languages:
        for name in gazetteer.names_abroad.get(language, ()):
            for surface in dict.fromkeys(surfaces_abroad(name.text, language)):
                _entry(entries, surface).names.append(name)
        for phrase in gazetteer.blocked_abroad.get(language, ()):
            for surface in surfaces_abroad(phrase, language):
                _entry(entries, surface).blocked = True
    return entries


def as_typed(printed: Mapping[str, Entry]) -> dict[str, Entry]:
    """The same forms in small letters, for questions that are typed without capitals."""
    entries: dict[str, Entry] = {}
    for surface, entry in printed.items():
        small = surface.lower()
        if small == surface or _names_safely(surface, entry):
            _absorb(_entry(entries, small), entry)
    return entries


def typed_acronyms(folded: str, printed: Mapping[str, Entry]) -> list[Found]:
    """Short acronyms in small letters, which count only after "the": "the us", "the un"."""
    return [
        Found(match.start(1), match.end(1), entry)
        for match in SMALL_ACRONYM.finditer(folded)
        if (entry := printed.get(match.group(1).upper())) is not None and not entry.blocked
    ]


def without_overlaps(found: Sequence[Found]) -> list[Found]:
    """Of each two that overlap the longer stays; of two equal ones that which is given first."""
    return [found[at] for _, _, at in _longest_first([(one.start, one.end, at) for at, one in enumerate(found)])]


def _names_safely(surface: str, entry: Entry) -> bool:
    if ACRONYM.fullmatch(surface) or surface.lower() in COMMON_WORDS:
        return False
    short = len(surface) <= SHORT_LEADER
    return not (short and entry.names and all(name.kind is NameKind.LEADER for name in entry.names))


def _absorb(into: Entry, entry: Entry) -> None:
    into.names += [name for name in entry.names if name not in into.names]
    into.contexts += tuple(context for context in entry.contexts if context not in into.contexts)
    into.word = into.word or entry.word
    into.blocked = into.blocked or entry.blocked
    into.sport = max(into.sport, entry.sport)
    into.half = into.half or entry.half
    into.shared = into.shared or entry.shared


def _entry(entries: dict[str, Entry], surface: str) -> Entry:
    entry = entries.get(surface)
    if entry is None:
        entry = entries[surface] = Entry()
    return entry


Span = tuple[int, int, int]


def _longest_first(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans that stay when of each two that overlap the longer wins, the earlier if both are as long."""
    cluster: list[Span] = []
    reach = 0
    for span in sorted(spans):
        if cluster and span[0] >= reach:
            yield from _winners(cluster)
            cluster = []
        cluster.append(span)
        reach = max(reach, span[1])
    yield from _winners(cluster)


def _winners(cluster: Sequence[Span]) -> Iterable[Span]:
    if len(cluster) < 2:
        return cluster
    kept: list[Span] = []
    for span in sorted(cluster, key=lambda span: (span[0] - span[1], span[0], span[2])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return sorted(kept)
