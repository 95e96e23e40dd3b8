"""The ways in which a name may stand in print."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from amity.resolve.folding import fold

ARABIC_ARTICLE = re.compile(r"\b([aAeE][ln]|[aA][dnrstz]|[aA]sh)-(?=\w)")
INNER_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
AL, LI_AL = "ال", "لل"  # the Arabic article, and what it becomes after "for"
DOTTED = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z]\.)")  # inside "U.S."


def surfaces(name: str) -> Iterator[str]:
    """The folded forms of a name: as written, at the head of a sentence, in a headline's capitals."""
    for spelled in _spellings(name):
        yield spelled
        if spelled[0].islower():
            yield spelled[0].upper() + spelled[1:]
        yield spelled.upper()


def surfaces_abroad(name: str, language: str) -> Iterator[str]:
    """The folded forms of a name in another language than English, where no letter may be left out."""
    plain = fold(name)
    yield from (plain, plain[0].upper() + plain[1:], plain.upper())
    if not name.isascii() and (decomposed := fold(unicodedata.normalize("NFD", name))) != plain:
        yield from (decomposed, decomposed.upper())
    if language == "ar" and name.startswith(AL):
        yield fold(LI_AL + name.removeprefix(AL))


def nominal_surfaces(word: str) -> Iterator[str]:
    """The forms of a common noun: in a text, at the head of a sentence, in a title, in capitals."""
    plain = fold(word)
    yield from {plain, plain[0].upper() + plain[1:], plain.title(), plain.upper()}


def _spellings(name: str) -> Iterator[str]:
    plain = fold(name)
    yield plain
    if "-" in plain and ARABIC_ARTICLE.search(plain):
        yield ARABIC_ARTICLE.sub(r"\1 ", plain)  # "Bashar al Assad"
    if "'" in plain and INNER_APOSTROPHE.search(plain):
        yield INNER_APOSTROPHE.sub("", plain)  # "Sanaa"
    if "." in plain and DOTTED.search(plain):
        yield DOTTED.sub(" ", plain)  # "U. S."
        yield plain.removesuffix(".")  # "the U.S and Russia"
    if not name.isascii() and (decomposed := fold(unicodedata.normalize("NFD", name))) != plain:
        yield decomposed
