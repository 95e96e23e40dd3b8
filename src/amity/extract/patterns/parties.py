"""Which words of a statement stand for an actor: "Syrian government forces", "Assad's army", "the rebels".

A mention is a party when it can act or be acted upon. It is only a place after a
word such as "in", and only a modifier before a noun that is no body of the actor
("Russian oil"). A place is not a party.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from amity.core.actors import Mention, NameKind, Part
from amity.extract.patterns.tokens import Token
from amity.knowledge.grammar import Grammar

DASHES = frozenset("-‐‑–—")
APOSTROPHES = frozenset("'’")
GENITIVES = frozenset({"'s", "’s"})
DESCRIPTIVE = frozenset({NameKind.ADJECTIVE, NameKind.PEOPLE})
BEFORE_NOUNS = (NameKind.NAME, NameKind.NOMINAL, NameKind.FORCE)  # "Hamas fighters", "government planes"
REACH_TO_HEAD = 3  # how many words may stand between an adjective and the noun it belongs to


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A noun phrase that stands for one actor: tokens `first` to `last` (not included).

    `genitive` where "'s" follows; `modifier` where the mention only describes
    another noun; `place` where it only says where; `hyphened` where a dash joins
    it to the next word.
    """

    mention: int
    first: int
    last: int
    genitive: bool = False
    modifier: bool = False
    place: bool = False
    hyphened: bool = False
    headed: bool = False

    @property
    def can_act(self) -> bool:
        return not (self.modifier or self.place or self.hyphened)


def find_parties(tokens: Sequence[Token], mentions: Sequence[Mention], grammar: Grammar) -> tuple[Party, ...]:
    """The parties of a statement in order; adjacent mentions of one actor become one party."""
    parties: list[Party] = []
    for at, token in enumerate(tokens):
        if token.mention is None or (parties and at < parties[-1].last):
            continue
        party = _party(tokens, mentions, at, grammar)
        parties.append(replace(party, place=True) if _names_the_land(tokens, parties, party) else party)
    return tuple(parties)


def _names_the_land(tokens: Sequence[Token], before: Sequence[Party], party: Party) -> bool:
    """Whether a name only says in which land the place before it lies: "in Kabul, Afghanistan"."""
    beside = bool(before) and before[-1].last == party.first - 1 and tokens[party.first - 1].low == ","
    return beside and before[-1].place and not party.headed and not party.genitive


def _party(tokens: Sequence[Token], mentions: Sequence[Mention], at: int, grammar: Grammar) -> Party:
    index = tokens[at].mention
    assert index is not None
    mention = mentions[index]
    first, last = at, at + 1
    hyphened = _joined_by_dash(tokens, at)
    headed = mention.name_kind in (NameKind.FORCE, NameKind.LEADER, NameKind.NOMINAL)
    genitive = _is_genitive(tokens, last)
    if not hyphened:
        reach = last + genitive if genitive else last
        if genitive or mention.name_kind in (*DESCRIPTIVE, *BEFORE_NOUNS):
            head = _head_after(tokens, reach, grammar, adjacent=not genitive and mention.name_kind in BEFORE_NOUNS)
            if head is not None:
                last, headed = head + 1, True
                genitive = _is_genitive(tokens, last)
        merged = _same_actor_next(tokens, mentions, last, mention, grammar)
        if merged is not None:
            index, last, headed = merged[0], merged[1], True
            genitive = _is_genitive(tokens, last)
    if not headed:
        headed = _head_before(tokens, first, grammar)
    bare_adjective = mention.name_kind is NameKind.ADJECTIVE and not headed and not genitive
    return Party(
        mention=index,
        first=first,
        last=last,
        genitive=genitive,
        modifier=bare_adjective,
        place=mention.part is Part.PLACE
        or (not headed and not genitive and _is_place(tokens, first, mention, grammar)),
        hyphened=hyphened,
        headed=headed,
    )


def _joined_by_dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether "-backed" or the like follows without a blank."""
    return (
        at + 2 < len(tokens)
        and tokens[at + 1].low in DASHES
        and tokens[at + 1].start == tokens[at].end
        and tokens[at + 2].start <= tokens[at + 1].end + 1
        and (tokens[at + 2].start == tokens[at + 1].end or tokens[at + 2].low == "and")
    )


def _is_genitive(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return False
    if tokens[at].low in GENITIVES:
        return True
    plural_owner = at > 0 and tokens[at - 1].low.endswith("s")
    return tokens[at].low in APOSTROPHES and plural_owner and tokens[at].start == tokens[at - 1].end


def _head_after(tokens: Sequence[Token], at: int, grammar: Grammar, *, adjacent: bool) -> int | None:
    """The last of the nouns after `at` that make the phrase stand for the actor."""
    found = None
    closed = grammar.prepositions | grammar.auxiliaries | grammar.conjunctions
    for step in range(at, min(at + 1 + (0 if adjacent else REACH_TO_HEAD), len(tokens))):
        token = tokens[step]
        if token.low in grammar.party_heads and token.mention is None:
            found = step
        elif found is not None or not token.is_word or token.low in closed:
            break
    if found is not None:
        while found + 1 < len(tokens) and tokens[found + 1].low in grammar.party_heads:
            found += 1
    return found


def _head_before(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether "the government of", "leaders of both" stands before."""
    step = at - 1
    while step >= 0 and tokens[step].low in grammar.determiners:
        step -= 1
    return step >= 1 and tokens[step].low == "of" and tokens[step - 1].low in grammar.party_heads


def _same_actor_next(
    tokens: Sequence[Token], mentions: Sequence[Mention], at: int, mention: Mention, grammar: Grammar
) -> tuple[int, int] | None:
    """The leader's name in "Syrian President Bashar al-Assad": its mention, and where it ends."""
    step = at
    while step < len(tokens) and (tokens[step].low in grammar.titles or tokens[step].low == ","):
        if tokens[step].low == "," and step != at:
            return None
        step += 1
    if step >= len(tokens) or (index := tokens[step].mention) is None:
        return None
    other = mentions[index]
    if other.actor != mention.actor or other.name_kind is not NameKind.LEADER or tokens[at].low == ",":
        return None
    return index, step + 1


def _is_place(tokens: Sequence[Token], first: int, mention: Mention, grammar: Grammar) -> bool:
    """Whether "in", "across northern" or the like makes a name a mere place."""
    if mention.name_kind not in (NameKind.NAME, NameKind.SEAT):
        return False
    step = first - 1
    while step >= 0 and tokens[step].low in grammar.determiners:
        step -= 1
    if step < 0:
        return False
    if tokens[step].low == "of":  # "the Syrian province of Idlib", "the city of Moscow"
        return step >= 1 and tokens[step - 1].low in {
            "city",
            "capital",
            "province",
            "part",
            "parts",
            "most",
            "rest",
            "north",
            "south",
            "east",
            "west",
        }
    return tokens[step].low in grammar.locatives
