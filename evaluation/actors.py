"""How well the actors that a text names are told: which, as of the day, and as party or as place.

    python evaluation/actors.py [FAMILY ...] [--set actors-blind] [--errors N]

Reads `actors/<family>.jsonl` beside this file, or those of another set; the
`card.md` beside them says what a label means. Each sentence is resolved together
with its context, as of its day. A gold mention is found where a mention with the
same actor overlaps it. A leader's name counts only on days of the office, the
last one included. Optional gold is not demanded, and whoever finds it is not punished. "the two countries" is two gold
mentions in one place.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from amity.core.actors import Collective, Mention, NameKind, Part, Unresolved
from amity.core.dates import on_day
from amity.knowledge.load_actors import load_gazetteer
from amity.resolve import Resolver

HERE = Path(__file__).parent
SETS = ("actors", "actors-blind", "actors-more", "actors-third")  # rules may be made from all but the third
FAMILIES = ("named", "nominal", "ambiguous", "stale", "foreign", "none", "places")
ERRORS = ("wrong", "open", "missed", "false")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A mention that somebody labelled."""

    start: int
    end: int
    id: str
    part: str
    kind: str
    optional: bool = False


Span = TypeVar("Span", Gold, Mention, Unresolved)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A labelled sentence: its day, and what stood before it."""

    id: str
    text: str
    on: date
    context: str | None
    actors: tuple[Gold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a resolver told of one sentence, offsets in the sentence's text."""

    mentions: tuple[Mention, ...]
    unresolved: tuple[Unresolved, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing counted: found, wrong, open or missed for a gold mention; false for one that nobody labelled."""

    name: str
    kind: str
    part: str
    detail: str


def read_sentences(path: Path) -> list[Sentence]:
    with path.open(encoding="utf-8") as lines:
        return [_sentence(json.loads(line)) for line in lines]


def _sentence(line: dict[str, Any]) -> Sentence:
    return Sentence(
        id=line["id"],
        text=line["text"],
        on=date.fromisoformat(line["on"]),
        context=line["context"],
        actors=tuple(Gold(**actor) for actor in line["actors"]),
    )


def tell(resolver: Resolver, sentence: Sentence) -> Told:
    """Resolve a sentence after its context, as part of a document that consists of both."""
    before = f"{sentence.context} " if sentence.context else ""
    on, shift = on_day(sentence.on), len(before)
    about = resolver.main_state([text for text in (sentence.context, sentence.text) if text], on=on)
    resolved = resolver.mentions(before + sentence.text, on=on, about=about)
    named = (one for one in resolved.mentions if one.start >= shift and _in_office(one, sentence.on))
    mentions = (*named, *(one for phrase in resolved.collective if phrase.start >= shift for one in _each(phrase)))
    unresolved = (one for one in resolved.unresolved if one.start >= shift)
    return Told(
        mentions=tuple(replace(one, start=one.start - shift, end=one.end - shift) for one in mentions),
        unresolved=tuple(replace(one, start=one.start - shift, end=one.end - shift) for one in unresolved),
    )


def _each(phrase: Collective) -> Iterator[Mention]:
    """One mention for each actor of "the two countries", all in one place."""
    for actor in phrase.actors:
        yield Mention(start=phrase.start, end=phrase.end, text=phrase.text, actor=actor, name_kind=NameKind.NOMINAL)


def _in_office(mention: Mention, on: date) -> bool:
    return mention.borne.covers(on) or mention.borne.end == on  # who fell that day led that day


def _overlapping(span: Gold | Mention, others: Iterable[Span]) -> list[Span]:
    return [other for other in others if other.start < span.end and span.start < other.end]


def judge(sentence: Sentence, told: Told) -> list[Outcome]:
    """One outcome for each gold mention that is demanded, and one for each mention that nobody labelled."""
    demanded = [_judge_gold(gold, sentence, told) for gold in _demanded(sentence)]
    false = [
        Outcome("false", "", "", f"{mention.text!r} as {mention.actor}")
        for mention in told.mentions
        if not _is_labelled(mention, sentence) and not _overlapping(mention, _demanded(sentence))
    ]
    return demanded + false


def _demanded(sentence: Sentence) -> list[Gold]:
    return [gold for gold in sentence.actors if not gold.optional]


def _judge_gold(gold: Gold, sentence: Sentence, told: Told) -> Outcome:
    here = _overlapping(gold, told.mentions)
    right = [mention for mention in here if mention.actor == gold.id]
    detail = f"{sentence.text[gold.start : gold.end]!r} is {gold.id}"
    if right:
        part = "part told" if any(_part(mention) == gold.part for mention in right) else "part mistaken"
        return Outcome("found", gold.kind, f"{gold.part}, {part}", detail)
    wrong = [mention for mention in here if not _is_labelled(mention, sentence)]
    if wrong:
        return Outcome("wrong", gold.kind, gold.part, f"{detail}, told {wrong[0].text!r} as {wrong[0].actor}")
    if left_open := _overlapping(gold, told.unresolved):
        rivals = ", ".join(left_open[0].rivals)
        return Outcome("open", gold.kind, gold.part, f"{detail}, left open: {rivals or left_open[0].why}")
    return Outcome("missed", gold.kind, gold.part, detail)


def _part(mention: Mention) -> str:
    """As the labels have it: all that is no place is a party."""
    return "place" if mention.part is Part.PLACE else "party"


def _is_labelled(mention: Mention, sentence: Sentence) -> bool:
    """Whether the mention is right for some gold that it overlaps: "the two countries" is two."""
    return any(gold.id == mention.actor for gold in _overlapping(mention, sentence.actors))


def show(rows: Sequence[tuple[str, int, Sequence[Outcome]]]) -> None:
    """Print one row a family, and below it the parts of those found."""
    print(f"{'':17}{'sentences':>10}{'gold':>6}{'found':>8}{'wrong':>7}{'open':>6}{'missed':>8}{'false':>7}{'/100':>6}")
    for name, sentences, outcomes in rows:
        count = Counter(outcome.name for outcome in outcomes)
        gold = len(outcomes) - count["false"]
        share = f"{count['found'] / gold:.1%}" if gold else "-"
        tail = f"{count['false']:>7}{100 * count['false'] / sentences:>6.1f}" if sentences else ""
        print(
            f"{name:17}{sentences or '':>10}{gold:>6}{share:>8}{count['wrong']:>7}{count['open']:>6}"
            f"{count['missed']:>8}{tail}"
        )
    parts = Counter(outcome.part for outcome in rows[-1][2] if outcome.name == "found")
    for part, number in sorted(parts.items()):
        print(f"{part:28}{number:>6}")


def show_errors(judged: Sequence[tuple[Sentence, Sequence[Outcome]]], most: int) -> None:
    for name in ERRORS:
        errors = [(sentence, one) for sentence, outcomes in judged for one in outcomes if one.name == name]
        print(f"\n{name}: {len(errors)}")
        for sentence, error in errors[:most]:
            print(f"  {sentence.id} on {sentence.on}: {error.detail}\n      {sentence.text}")


def main() -> None:
    parser = argparse.ArgumentParser(description="How well the actors that a text names are told.")
    parser.add_argument("families", nargs="*", help=f"which of {', '.join(FAMILIES)}; default all that the set has")
    parser.add_argument("--set", default=SETS[0], choices=SETS, help="which labelled set")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N errors of each kind")
    given = parser.parse_args()
    resolver = Resolver(load_gazetteer())
    rows: list[tuple[str, int, Sequence[Outcome]]] = []
    judged: list[tuple[Sentence, Sequence[Outcome]]] = []
    folder = HERE / given.set
    for family in given.families or [name for name in FAMILIES if (folder / f"{name}.jsonl").exists()]:
        of_family = [
            (sentence, judge(sentence, tell(resolver, sentence)))
            for sentence in read_sentences(folder / f"{family}.jsonl")
        ]
        rows.append((family, len(of_family), [one for _, outcomes in of_family for one in outcomes]))
        judged += of_family
    everything = [one for _, outcomes in judged for one in outcomes]
    rows += [(f"  {kind}", 0, [one for one in everything if one.kind == kind]) for kind in ("named", "nominal")]
    rows.append(("all", len(judged), everything))
    show(rows)
    if given.errors:
        show_errors(judged, given.errors)


if __name__ == "__main__":
    main()
