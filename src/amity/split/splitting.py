"""Documents into statements: line breaks, sentence ends, furniture and seams are the borders."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from amity.core.documents import Document, Statement
from amity.knowledge.split_rules import SplitRules
from amity.split.furniture import furniture_borders
from amity.split.kinds import Stretch, kind_of
from amity.split.lines import line_borders
from amity.split.seams import Chances, seam_chances
from amity.split.sentence_ends import before_notes, sentence_ends
from amity.split.words import Shape, Words, find_words

# The chance of a seam from which on it is taken for one. Low, since a seam that is missed makes one false sentence of
# two true ones, and a cut too many only leaves pieces. An article has hardly any gaps with even this chance.
SURE_ENOUGH = 0.15
LONGEST = 1500  # characters of a statement; what is longer has no borders that we know, and is cut where it hurts least


def split(document: Document, *, rules: SplitRules) -> tuple[Statement, ...]:
    """Split a document into statements, in its order.

    Every character that is not blank lies in exactly one statement, and no
    statement begins or ends with a blank. Copies are not looked for: that is
    `fold_copies`, which needs all documents.
    """
    text = document.text
    words = find_words(text, pieces=rules.seams.pieces, language=rules.words)
    if not len(words):
        return ()
    lines = line_borders(text, words)
    furniture, whole = furniture_borders(text, words, rules.words)
    known = lines | furniture | (sentence_ends(words, rules.words) & ~whole)
    chances = seam_chances(words, rules.seams, possible=~(known | whole | before_notes(words)))
    borders = known | (chances > SURE_ENOUGH)
    _keep_marks_with_words(borders, lines, words)
    _cut_the_endless(borders, chances, words)
    return tuple(
        Statement(document=document.id, start=start, end=end, text=text[start:end], kind=kind)
        for stretch in _stretches(borders, lines)
        for start, end in [(int(words.starts[stretch.first]), int(words.ends[stretch.last]))]
        for kind in [kind_of(stretch, text[start:end], words, rules)]
    )


def _stretches(borders: NDArray[np.bool_], lines: NDArray[np.bool_]) -> list[Stretch]:
    lasts = [*np.flatnonzero(borders).tolist(), len(borders)]
    firsts = [0, *(last + 1 for last in lasts[:-1])]
    return [
        Stretch(first, last, first == 0 or bool(lines[first - 1]), last == len(borders) or bool(lines[last]))
        for first, last in zip(firsts, lasts, strict=True)
    ]


def _keep_marks_with_words(borders: NDArray[np.bool_], lines: NDArray[np.bool_], words: Words) -> None:
    """Take back borders that would leave marks without a word as a statement of their own, but for whole lines."""
    said = np.concatenate([[0], np.cumsum(words.shapes & Shape.NO_LETTER == 0)])
    first = 0
    for gap in np.flatnonzero(borders).tolist():
        if said[gap + 1] == said[first] and not lines[gap]:
            borders[gap] = False
        else:
            first = gap + 1


def _cut_the_endless(borders: NDArray[np.bool_], chances: Chances, words: Words) -> None:
    """Add borders within statements of more than LONGEST characters, where a seam is likeliest."""
    first = 0
    for last in [*np.flatnonzero(borders).tolist(), len(borders)]:
        while words.ends[last] - words.starts[first] > LONGEST and first < last:
            limit = int(words.starts[first]) + LONGEST
            furthest = int(np.searchsorted(words.ends, limit, side="right")) - 1
            furthest = min(max(furthest, first), last - 1)
            middle = first + (furthest - first) // 2
            cut = middle + int(np.argmax(chances[middle : furthest + 1]))
            borders[cut] = True
            first = cut + 1
        first = last + 1
