"""Labelled sentences as the reader is taught them: passages, and what is right of each ordered pair."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from amity.core.claims import Polarity, Reality, RelationType
from amity.extract.encoder.passages import Passage, Span
from filling import Wardrobe, fill
from marked_sentences import TYPES, LabelledSentence, Marked

NONE = "none"
TYPE_NAMES = (NONE, *TYPES)
TYPE_NUMBERS = {name: number for number, name in enumerate(TYPE_NAMES)}
REALITIES = ("plain", Reality.PLANNED, Reality.HYPOTHETICAL, Reality.CALLED_FOR, Reality.ENDED)
REALITY_NUMBERS = {Reality.HAPPENED: 0, Reality.HOLDS: 0, **{name: at for at, name in enumerate(REALITIES) if at}}
UNMARKED = 2  # speakers that are no marked actor: the text itself, somebody else
UNPLAIN_SHARE = 0.5  # of a label that is no plain fact, beside one of the same pair that is
FILLED, STRETCHED, FORGOTTEN, ALONE, UNSAID = 0.6, 0.15, 0.3, 0.25, 0.3  # how often a sentence is changed so


@dataclass(frozen=True)
class Lesson:
    """A passage, and for each of its ordered pairs the share of each type, its reality and its denial.

    `types` (actor, recipient, type) sums to 1 off the diagonal; `realities` and
    `denials` hold for the types that have a share; `speakers` (actor, recipient)
    says who says it, for pairs with a relation.
    """

    passage: Passage
    types: NDArray[np.float32]
    realities: NDArray[np.int64]
    denials: NDArray[np.float32]
    speakers: NDArray[np.int64]


@dataclass(frozen=True)
class Taught:
    """A teacher's logits for one lesson: (actor, recipient, type) and (actor, recipient, type, manner)."""

    types: NDArray[np.float32]
    manners: NDArray[np.float32]


def plain_lesson(sentence: LabelledSentence) -> Lesson:
    """The sentence as it stands."""
    return _lesson(sentence, sentence.text, sentence.mentions, _keys(sentence.mentions), None)


def varied_lesson(sentence: LabelledSentence, wardrobe: Wardrobe, chance: random.Random) -> Lesson:
    """The sentence with other names, and marked as somebody else might have marked it.

    Some mentions of an actor are left unmarked (but never all), some spans take
    in a word beside them, some sentences keep only one related pair, and now and
    then the form of the names is not told: so it is where a user marks a pair.
    """
    text, mentions = sentence.text, sentence.mentions
    if chance.random() < FILLED:
        text, mentions = fill(sentence, wardrobe, chance)
    keys = _keys(mentions)
    if len(keys) > 2 and sentence.labels and chance.random() < ALONE:
        label = chance.choice(sentence.labels)
        keys = [label.actor, label.recipient]
        chance.shuffle(keys)
    if chance.random() < FORGOTTEN:
        kept = {key: chance.choice([m for m in mentions if m.key == key]) for key in keys}
        mentions = tuple(m for m in mentions if kept.get(m.key) is m)
    return _lesson(sentence, text, tuple(m for m in mentions if m.key in keys), keys, chance)


def _keys(mentions: Sequence[Marked]) -> list[str]:
    return list(dict.fromkeys(mention.key for mention in mentions))


def _lesson(
    sentence: LabelledSentence,
    text: str,
    mentions: Sequence[Marked],
    keys: Sequence[str],
    chance: random.Random | None,
) -> Lesson:
    told = chance is None or chance.random() >= UNSAID
    spans: dict[str, list[Span]] = {key: [] for key in keys}
    for at, mention in enumerate(mentions):
        start, end = mention.start, mention.end
        if chance is not None and chance.random() < STRETCHED:
            before = mentions[at - 1].end if at else 0
            after = mentions[at + 1].start if at + 1 < len(mentions) else len(text)
            start, end = _stretched(text, start, end, before, after, chance)
        spans[mention.key].append(Span(start, end, mention.form if told else None))
    number = {key: at for at, key in enumerate(keys)}
    many = len(keys)
    types = np.zeros((many, many, len(TYPE_NAMES)), dtype=np.float32)
    realities = np.zeros((many, many, len(TYPE_NAMES)), dtype=np.int64)
    denials = np.zeros((many, many, len(TYPE_NAMES)), dtype=np.float32)
    speakers = np.zeros((many, many), dtype=np.int64)
    for label in sentence.labels:
        if label.actor not in number or label.recipient not in number:
            continue
        reality = REALITY_NUMBERS[label.reality]
        denied = label.polarity is Polarity.DENIED
        ways = [(number[label.actor], number[label.recipient])]
        if label.both_ways or not TYPES[RelationType(label.type)].directed:
            ways.append(ways[0][::-1])
        for one, other in ways:
            place = one, other, TYPE_NUMBERS[label.type]
            share = UNPLAIN_SHARE if reality or denied else 1.0
            if share > types[place]:  # of two labels of one type the plain one counts
                types[place], realities[place], denials[place] = share, reality, denied
                speakers[one, other] = _speaker(label.said_by, number)
    nothing = types.sum(-1) == 0
    types[nothing, TYPE_NUMBERS[NONE]] = 1.0
    types /= types.sum(-1, keepdims=True)
    return Lesson(Passage(text, tuple(tuple(spans[key]) for key in keys)), types, realities, denials, speakers)


def _speaker(said_by: str | None, number: Mapping[str, int]) -> int:
    """The number of who says it: 0 the text itself, 1 somebody who is not marked, from 2 on the actors."""
    if said_by is None:
        return 0
    return number[said_by] + UNMARKED if said_by in number else 1


def _stretched(text: str, start: int, end: int, before: int, after: int, chance: random.Random) -> tuple[int, int]:
    """The span with one to three words more on one side, as far as the next actors are away."""
    words = chance.randint(1, 3)
    if chance.random() < 0.5:
        for _ in range(words):
            gap = text.rfind(" ", before, max(start - 1, before))
            if gap < 0:
                break
            start = gap + 1
    else:
        for _ in range(words):
            gap = text.find(" ", end + 1, after)
            if gap < 0:
                break
            end = gap
    return start, end
