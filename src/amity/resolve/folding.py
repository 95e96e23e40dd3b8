"""Makes the many ways of typing one name alike, without moving a single letter.

A folded text is as long as the text: offsets in one are offsets in the other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
APOSTROPHES = "‘’‛ʹʻʼʽʾʿˈ`´′＇"
DASHES = "‐‑‒–—―−﹣－"
PLAIN_LETTERS = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ħ": "h", "ə": "e"}
# Letters that Arabic and Persian keyboards give for one another, and the joint in Persian words.
PLAIN_LETTERS |= {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "\u200c": " "}


def fold(text: str) -> str:
    """The text with plain apostrophes, hyphens, blanks and letters without accents; just as long."""
    for sign in "`\n\t\r":
        if sign in text:
            text = text.replace(sign, _plain(sign))
    if text.isascii():
        return text
    for sign in set(BEYOND_ASCII.findall(text)):
        text = text.replace(sign, _plain(sign))
    return text


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """The one plain sign that stands for this one."""
    if sign in APOSTROPHES:
        return "'"
    if sign in DASHES:
        return "-"
    if sign.isspace():
        return " "
    if "\ud800" <= sign <= "\udfff":
        return "\ufffd"  # half a character, as broken files have it: no text that can be searched
    if sign in PLAIN_LETTERS:
        return PLAIN_LETTERS[sign]
    decomposed = unicodedata.normalize("NFKD", sign)
    marks_only = all(unicodedata.combining(part) for part in decomposed[1:])
    return decomposed[0] if marks_only and decomposed[0].isalpha() else sign


def is_inside_word(sign: str) -> bool:
    """Whether a name cannot end right before, or begin right after, this sign."""
    return sign.isalnum() or sign in "_@$" or unicodedata.combining(sign) != 0
