"""Which bearer of a name is meant, by the words around it and by whom else the text names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from amity.core.actors import ActorId, Mention
from amity.knowledge.gazetteer import Context
from amity.resolve.bearers import Bearer, Contest
from amity.resolve.folding import is_inside_word

WINDOW = 240  # characters on each side in which words speak for a bearer: one point each
NEAR = 40  # two points
BESIDE = 2  # four points: "Atlanta, Georgia"
OVERWHELMING = 6  # a text on the Cold War may still call Russia of today by its name
MUCH = 3  # a word or two not beside the name do not turn it to nobody, or to a former bearer


@dataclass(frozen=True, slots=True)
class Rivals:
    """The actors that may all be meant, the text does not say which."""

    actors: tuple[ActorId, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands in a folded text."""

    folded: str
    start: int
    end: int


def choose(contest: Contest, place: Place, settled: Sequence[Mention]) -> Bearer | Rivals | None:
    """The bearer that is meant; rivals where the text does not say; None where no political actor is meant.

    Words around the name decide first (`contexts`), then which of the bearers
    the text names otherwise, then who bears the name usually or to this day.
    """
    if contest.contexts and (spoken_for := _by_words(contest, place)) is not None:
        return _person(contest, spoken_for.actor, settled) if spoken_for.actor else None
    named = _nearest_named(contest.actors, place, settled) if settled else None
    if named is None and contest.usually_nobody:
        return None
    if named is None and contest.usual is None and any(context.actor is None for context in contest.contexts):
        return Rivals(contest.actors)
    actor = _by_others_named(contest, named, settled)
    return Rivals(tuple(sorted(contest.actors))) if actor is None else _person(contest, actor, settled)


def _by_words(contest: Contest, place: Place) -> Context | None:
    """The one context that the words around a name speak for, if they speak clearly."""
    first = max(0, place.start - WINDOW)
    window = place.folded[first : place.end + WINDOW].lower()
    span = (place.start - first, place.end - first)
    weights = [sum(_weight(word, window, span) for word in context.words) for context in contest.contexts]
    best = max(weights)
    if best == 0 or weights.count(best) > 1:
        return None
    context = contest.contexts[weights.index(best)]
    return context if best >= _needed(contest, context.actor) else None


def _needed(contest: Contest, actor: ActorId | None) -> int:
    """How loudly words must speak against the usual bearer; little is enough for one that bears the name as well."""
    if contest.usual in (None, actor):
        return 1
    if actor is not None and _bore_it_together(contest, contest.usual, actor):
        return 1
    return OVERWHELMING if actor is not None and contest.of_names else MUCH


def _weight(word: str, window: str, span: tuple[int, int]) -> int:
    """How loudly a word speaks where it stands nearest to the name; 0 where it does not stand."""
    if word not in window:
        return 0
    gap = min((max(span[0] - end, start - span[1]) for start, end in _places(word, window, span)), default=None)
    if gap is None:
        return 0
    return 4 if gap <= BESIDE else 2 if gap <= NEAR else 1


def _places(word: str, window: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Where a whole word stands outside of the name."""
    start = window.find(word)
    while start >= 0:
        end = start + len(word)
        whole = (start == 0 or not is_inside_word(window[start - 1])) and (
            end == len(window) or not is_inside_word(window[end])
        )
        if whole and (end <= span[0] or start >= span[1]):
            yield start, end
        start = window.find(word, start + 1)


def _nearest_named(actors: Sequence[ActorId], place: Place, settled: Sequence[Mention]) -> ActorId | None:
    """The one of the actors that the text names otherwise, nearest to the name."""
    others = [mention for mention in settled if mention.actor in actors]
    nearest = min(others, key=lambda mention: abs(mention.start - place.start), default=None)
    return nearest.actor if nearest else None


def _by_others_named(contest: Contest, named: ActorId | None, settled: Sequence[Mention]) -> ActorId | None:
    usual = contest.usual
    if len(contest.actors) == 1:
        return contest.actors[0]
    if usual is None or named is None:
        return usual or named
    if contest.of_leaders:
        return named  # "South Korean President Kim": whoever holds an office elsewhere today
    if any(mention.actor == usual for mention in settled):
        return usual
    if _bore_it_together(contest, usual, named):
        return named
    # Of Moscow it cannot be told where the text names the Soviet Union; Russia is Russia even so.
    return usual if contest.of_names else None


def _bore_it_together(contest: Contest, one: ActorId | None, other: ActorId) -> bool:
    mine = [bearer for bearer in contest.able if bearer.actor == one]
    theirs = [bearer for bearer in contest.able if bearer.actor == other]
    return any(first.bore_it_with(second) for first in mine for second in theirs)


def _person(contest: Contest, actor: ActorId, settled: Sequence[Mention]) -> Bearer:
    """Of an actor's several leaders of one name, the one that the text names in full, else the latest."""
    here = [bearer for bearer in contest.able if bearer.actor == actor]
    if len(here) == 1:
        return here[0]
    in_full = {mention.person for mention in settled if mention.person is not None}
    told = [bearer for bearer in here if bearer.person in in_full]
    return max(told or here, key=lambda bearer: (bearer.person is None, str(bearer.borne.start or "")))
