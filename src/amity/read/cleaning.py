"""Making text fit to be stored and quoted, without moving a character that need not move."""

from __future__ import annotations

import re
import unicodedata

# Tab, newline and carriage return stay; all else of Unicode's control characters goes, and halves of surrogate pairs.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def _misread_tails(encoding: str) -> str:
    """What the later bytes of UTF-8 letters look like in another encoding, as a class of characters."""
    misread = (bytes([byte]).decode(encoding, "ignore") + chr(byte) for byte in range(0x80, 0xC0))
    return "".join(sorted(set("".join(misread))))


# UTF-8 taken for Western European or for Cyrillic has one of these in each letter. Looking for them first is ten times
# as fast as judging every text.
MISREAD = re.compile(f"[\xc2-\xf4][{_misread_tails('cp1252')}]|[РС][{_misread_tails('cp1251')}]")
STRANGE_WORD = re.compile(r"[!-~]*[^\x00-\x7f][^\x00-\x20]*")


def clean(text: str) -> str:
    """Text in Unicode's composed form (NFC), without control characters or lone surrogates.

    Each control character becomes one space (or the sign that Windows writes
    with it: "it\\x92s" is "it’s"), each lone surrogate one U+FFFD, so that offsets
    hold. White space and quotation marks stay as they are: a clean text comes
    back as it was, and `text[start:end]` can be checked against the file. Only
    words that were decoded wrongly before they reached us ("cafÃ©") are mended.
    """
    if text.isascii() and not UNFIT.search(text):
        return text
    return unicodedata.normalize("NFC", without_controls(_without_mojibake(text)))


def without_controls(text: str) -> str:
    """The text with its control characters and lone surrogates replaced, one for one."""
    return UNFIT.sub(_stand_in, text)


def clean_line(text: str) -> str:
    """A title or a name: cleaned, and on one line."""
    return " ".join(clean(text).split())


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing at all."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def _stand_in(unfit: re.Match[str]) -> str:
    char = unfit[0]
    if char >= "\ud800":
        return "\ufffd"
    if "\x80" <= char <= "\x9f":
        return bytes([ord(char)]).decode("windows-1252", "ignore") or " "
    return " "


def _without_mojibake(text: str) -> str:
    if text.isascii() or not MISREAD.search(text):
        return text
    from ftfy import TextFixerConfig, fix_encoding
    from ftfy.badness import is_bad

    # Word by word, and only where the whole word is the wrong reading of a right one: a heap mixes good text with bad,
    # and ftfy's freer repairs also change words that were right.
    config = TextFixerConfig(decode_inconsistent_utf8=False, fix_c1_controls=False)

    def mend(word: re.Match[str]) -> str:
        return fix_encoding(word[0], config) if is_bad(word[0]) else word[0]

    return STRANGE_WORD.sub(mend, text)
