"""From word lists to pieces of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable

DASH = r"[-‐‑‒–—−]"
LONG_DASH = r"[–—]"
APOSTROPHE = r"['’ʼ‘`]"
YEAR = r"(?:1[0-9]|20)[0-9]{2}"
DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
CLOCK = r"[0-2]?[0-9][:.][0-5][0-9](?::[0-5][0-9])?(?:\s?[APap]\.?[Mm]\.?)?"


def spelled(phrase: str) -> str:
    """A phrase, whatever its white space, dashes and apostrophes."""
    pieces = []
    for char in phrase:
        if char == " ":
            pieces.append(r"\s+")
        elif char == "'":
            pieces.append(APOSTROPHE)
        elif char == "-":
            pieces.append(DASH)
        else:
            pieces.append(re.escape(char))
    return "".join(pieces)


def one_of(phrases: Iterable[str]) -> str:
    """Any of the phrases, in any case, the longest first."""
    return f"(?i:{_alternatives(phrases)})"


def capital(names: Iterable[str], capitalised: bool) -> str:
    """Any of the names; with a capital, or all in capitals, where the language writes them so."""
    known = list(names)
    if not capitalised:
        return one_of(known)
    return f"(?:{_alternatives([name.capitalize() for name in known] + [name.upper() for name in known])})"


def _alternatives(phrases: Iterable[str]) -> str:
    return "|".join(spelled(phrase) for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)))


def before(phrases: Iterable[str], *, also: str = "") -> re.Pattern[str]:
    """Finds a phrase at the end of what stands left of something, with the gap after it."""
    return re.compile(rf"(?:^|(?<=\W))(?P<words>{one_of(phrases)})(?:\s+|{DASH}|{APOSTROPHE}s?\s+){also}$")


def after(phrases: Iterable[str], *, gap: str = r"\s*") -> re.Pattern[str]:
    """Finds a phrase at the beginning of what stands right of something."""
    return re.compile(rf"{gap}(?P<words>{one_of(phrases)})(?!\w)")
