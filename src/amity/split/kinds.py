"""Whether a statement can be taken at its word: whole, cut off at an end, or no sentence at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from amity.core.documents import StatementKind
from amity.knowledge.split_rules import SplitRules
from amity.split.furniture import is_dateline, is_furniture, is_gibberish
from amity.split.words import Shape, Words

_DANGLING = re.compile(r"""^(?:[,;:.!?)\]}”»%…]|['’][a-z]|-\w|[–—])""")
_ITEM = re.compile(r"^(?:[-*•·‣▪◦–—►➤]+|\(?\w{1,3}[.)])$")
_UNFINISHED = Shape.BEFORE_NAME | Shape.BEFORE_NUMBER | Shape.ELLIPSIS | Shape.COMMA | Shape.COLON


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words from `first` to `last`, both included, and whether a line begins and ends with them."""

    first: int
    last: int
    begins_line: bool
    ends_line: bool


def kind_of(stretch: Stretch, text: str, words: Words, rules: SplitRules) -> StatementKind:
    """The kind of one statement, whose text is `text`.

    A line that dates the page is kept as a statement: it tells when the words
    after it were written.
    """
    if is_dateline(text, rules.words):
        return StatementKind.STATEMENT
    if is_furniture(text, rules.words) or is_gibberish(words, stretch.first, stretch.last + 1, rules.seams):
        return StatementKind.BOILERPLATE
    if stretch.begins_line and stretch.ends_line and not _breaks_off(stretch, words):
        return StatementKind.STATEMENT  # a headline or a list's item
    if _begins_whole(stretch, words) and _ends_whole(stretch, words):
        return StatementKind.STATEMENT
    return StatementKind.CUT_OFF


def _breaks_off(stretch: Stretch, words: Words) -> bool:
    """Whether what stands alone on a line still shows a cut: ". and its allies", "the Russian-backed..."."""
    begins = _DANGLING.match(words.texts[stretch.first]) is not None and not _ITEM.match(words.texts[stretch.first])
    lower = _is_small(int(words.shapes[stretch.first]))
    ends = words.texts[stretch.last].endswith(("...", "…", ","))
    return begins or ends or (lower and _ends_whole(stretch, words))


def _is_small(shape: int) -> bool:
    return shape & (Shape.LOWER | Shape.CAPITAL) == Shape.LOWER


def _begins_whole(stretch: Stretch, words: Words) -> bool:
    first = stretch.first
    if first < stretch.last and _ITEM.match(words.texts[first]):
        return True
    while first < stretch.last and words.shapes[first] & Shape.NO_LETTER:
        first += 1  # a stray mark before a whole sentence takes nothing from it
    return not _is_small(int(words.shapes[first])) and _DANGLING.match(words.texts[first]) is None


def _ends_whole(stretch: Stretch, words: Words) -> bool:
    shape = int(words.shapes[stretch.last])
    if words.texts[stretch.last].endswith(("...", "…")):
        return False
    if shape & _UNFINISHED:
        return bool(shape & Shape.COLON) and stretch.ends_line
    if shape & Shape.INITIAL and words.texts[stretch.last].count(".") == 1:
        return False
    if shape & (Shape.STOP | Shape.BANG):
        return True
    closes = shape & Shape.NO_LETTER or words.texts[stretch.last].startswith("[")
    return bool(closes) and stretch.last > stretch.first and bool(words.shapes[stretch.last - 1] & Shape.STOP)
