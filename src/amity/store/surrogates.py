"""Text that UTF-8 cannot hold, written so that it can, and back.

A Python string may hold half of a surrogate pair: JSON files with a cut emoji
give one, and so do file names that are not UTF-8. Parquet holds UTF-8 only. A
lone surrogate is stored as a mark (a code point that Unicode keeps free for
such use) and a private-use character; the mark itself is stored twice. All
other text is stored as it is.
"""

from __future__ import annotations

import re

_MARK = "\U0010ffff"
_UNWRITABLE = re.compile("[\ud800-\udfff\U0010ffff]")
_WRITTEN = re.compile("\U0010ffff(.)", re.DOTALL)
_SHIFT = 0xE000 - 0xD800


def writable(text: str) -> str:
    """The text in a form that UTF-8 can hold; different texts stay different."""
    if text.isascii():
        return text
    return _UNWRITABLE.sub(_write, text)


def as_it_was(written: str) -> str:
    """The text from which `writable` made this form."""
    return _WRITTEN.sub(_read, written) if _MARK in written else written


def _write(match: re.Match[str]) -> str:
    character = match.group()
    return _MARK + (_MARK if character == _MARK else chr(ord(character) + _SHIFT))


def _read(match: re.Match[str]) -> str:
    character = match.group(1)
    return _MARK if character == _MARK else chr(ord(character) - _SHIFT)
