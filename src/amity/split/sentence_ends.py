"""Where sentences end within a line, by punctuation, abbreviations and the case of what follows."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from amity.knowledge.split_rules import SentenceWords
from amity.split.words import ANY_ABBREVIATION, Shape, Words

_NOTE = re.compile(r"^\[(?:\d{1,3}|[a-z])\][.,]?$")
_FINAL = Shape.STOP | Shape.BANG | Shape.ELLIPSIS
_BIG = Shape.CAPITAL | Shape.ALL_CAPITALS | Shape.DIGITS | Shape.OTHER_SCRIPT
_OPENING = Shape.LEAD_QUOTE | Shape.LEAD_BRACKET
SAYING_WITHIN = 4  # words after a quoted question in which "he asked" is looked for


def sentence_ends(words: Words, language: SentenceWords) -> NDArray[np.bool_]:
    """For each gap (after word 0, 1, ...) whether a sentence surely ends there.

    A gap that only may be an end, such as the one after "U.S." before a name,
    is left to the seam model. Reference notes "[4]" belong to what they follow.
    """
    ends = np.zeros(max(len(words) - 1, 0), dtype=np.bool_)
    for position in np.flatnonzero(words.shapes[:-1] & _FINAL):
        place = int(position)
        after = place + 1
        while after < len(words) - 1 and _NOTE.match(words.texts[after]):
            after += 1
        if _ends_here(words, place, after, language):
            ends[after - 1] = True
    return ends


def before_notes(words: Words) -> NDArray[np.bool_]:
    """The gaps before reference notes, which belong to what they follow."""
    return np.array([text[0] == "[" and _NOTE.match(text) is not None for text in words.texts[1:]], dtype=np.bool_)


def _ends_here(words: Words, place: int, after: int, language: SentenceWords) -> bool:
    shape, following = int(words.shapes[place]), int(words.shapes[after])
    if shape & (Shape.COMMA | Shape.COLON) or not following & (_BIG | _OPENING | Shape.NO_LETTER):
        return False
    if shape & Shape.NO_LETTER and not shape & Shape.CLOSING_QUOTE and not shape & Shape.ELLIPSIS:
        return bool(following & Shape.STARTER)
    if following & Shape.NO_LETTER:
        return not following & (_FINAL | Shape.COMMA)
    if shape & Shape.BEFORE_NAME:
        return False
    if shape & Shape.BEFORE_NUMBER:
        return bool(following & Shape.STARTER) and not following & Shape.DIGITS
    if shape & (Shape.ABBREVIATION | Shape.INITIAL):
        return bool(following & Shape.STARTER) and not following & Shape.ONE_LETTER
    if shape & (Shape.BANG | Shape.ELLIPSIS) and shape & Shape.CLOSING_QUOTE:
        return not _goes_on_saying(words, after, language)
    return True


def _goes_on_saying(words: Words, after: int, language: SentenceWords) -> bool:
    for text, shape in zip(
        words.texts[after : after + SAYING_WITHIN], words.shapes[after : after + SAYING_WITHIN], strict=True
    ):
        if text.strip(",.:;") in language.saying:
            return True
        if shape & (_FINAL | Shape.LEAD_QUOTE) and not shape & ANY_ABBREVIATION:
            return False
    return False
