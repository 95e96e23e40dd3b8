"""The languages in which names are listed, and the letters that each is written in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

ENGLISH = "en"


class Letters(StrEnum):
    LATIN = "latin"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    HAN = "han"


# By ISO 639 code. A language that is not here is read with English names, and with those in letters of its own.
LETTERS: Mapping[str, Letters] = {
    ENGLISH: Letters.LATIN,
    "fr": Letters.LATIN,
    "es": Letters.LATIN,
    "de": Letters.LATIN,
    "tr": Letters.LATIN,
    "ru": Letters.CYRILLIC,
    "uk": Letters.CYRILLIC,
    "ar": Letters.ARABIC,
    "fa": Letters.ARABIC,
    "zh": Letters.HAN,
}
ABROAD = tuple(language for language in LETTERS if language != ENGLISH)
