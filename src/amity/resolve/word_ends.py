"""Where a name may begin and end in writing that joins words, or has no blanks."""

from __future__ import annotations

import re

from amity.knowledge.gazetteer import Name
from amity.resolve.folding import is_inside_word

# "and", "so"; "in", "like", "for"; the article: written as one with the word that follows.
ARABIC_PREFIX = re.compile("[وف]?[بكل]?(?:ال)?|[وف]?لل")
LONGEST_ARABIC_PREFIX = 4


def anywhere(folded: str, start: int, end: int, names: list[Name]) -> bool:
    """Chinese: the longest name that stands is meant."""
    return True


def arabic_word(folded: str, start: int, end: int, names: list[Name]) -> bool:
    """A whole word, or in Arabic one after prefixes: "وروسيا", "and Russia"."""
    if end < len(folded) and is_inside_word(folded[end]):
        return False
    if start == 0 or not is_inside_word(folded[start - 1]):
        return True
    first = start
    while first > 0 and start - first <= LONGEST_ARABIC_PREFIX and is_inside_word(folded[first - 1]):
        first -= 1
    return bool(ARABIC_PREFIX.fullmatch(folded, first, start)) and any(name.language == "ar" for name in names)
