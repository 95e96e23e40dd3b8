"""Where a name may begin and end in writing that joins words, or has no blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amity.core.actors import NameKind
from amity.knowledge.gazetteer import Name
from amity.resolve.folding import is_inside_word

# "and", "so"; "in", "like", "for": written as one with the word that follows.
PREFIX = re.compile("[وف]?[بكل]?")
# The article after them, which adjectives and names of peoples take: "the Russian", "for the Russian".
PREFIX_WITH_ARTICLE = re.compile("[وف]?(?:[بك]?ال|لل)")
LONGEST_PREFIX = 4
TAKE_ARTICLE = (NameKind.ADJECTIVE, NameKind.PEOPLE)


def anywhere(folded: str, start: int, end: int, names: Sequence[Name]) -> bool:
    """Chinese: whatever stands there; of several names the longest is meant."""
    return True


def arabic_word(folded: str, start: int, end: int, names: Sequence[Name]) -> bool:
    """A whole word, or in Arabic one after its prefixes: "وروسيا", "and Russia"; no names are a blocked phrase."""
    if end < len(folded) and is_inside_word(folded[end]):
        return False
    first = start
    while first > 0 and start - first <= LONGEST_PREFIX and is_inside_word(folded[first - 1]):
        first -= 1
    if first == start:
        return True
    arabic = [name for name in names if name.language == "ar"]
    if PREFIX.fullmatch(folded, first, start):
        return bool(arabic) or not names
    takes_article = any(name.kind in TAKE_ARTICLE for name in arabic)
    return takes_article and PREFIX_WITH_ARTICLE.fullmatch(folded, first, start) is not None
