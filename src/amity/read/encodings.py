"""In which encoding bytes were written."""

from __future__ import annotations

import codecs
import re
import unicodedata

# The four bytes of UTF-32 come first: they begin with the two of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WIDE_ENCODINGS = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
# Encodings that switch character sets by escapes: all of their bytes are ASCII, so UTF-8 would take them as they are.
ESCAPES = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b(J", "iso2022_jp"))
SAMPLE_BYTES = 1 << 16
LAST_RESORT = "windows-1252"
# Under the older name people write the newer encoding, which has all its characters and more.
GROWN = {"gbk": "gb18030", "gb2312": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs"}
# Encodings of mainframes and of machines long gone: guessed wrongly far more often than met.
NOT_GUESSED = (
    "cp037 cp273 cp424 cp500 cp720 cp737 cp775 cp1006 cp1026 cp1140 hp_roman8 hz iso8859_10 iso8859_14 johab "
    "kz1048 mac_iceland mac_latin2 ptcp154 tis_620"
)

LATIN = frozenset({"cp1250", "cp1252", "cp1254", "cp1257", "cp1258"}) | {
    f"iso8859_{part}" for part in (1, 2, 3, 4, 9, 15, 16)
}
STRANGE = re.compile(rb"[\x80-\xff]")
FEW = 4  # strange bytes in ASCII: too few to tell one encoding from another, and the likeliest is the commonest


def decode(raw: bytes, *, declared: str | None = None) -> str:
    """The text of `raw`. Bytes that are none in its encoding become U+FFFD.

    `declared` is the encoding that the format itself names, as a web page does;
    it is believed where the bytes are not UTF-8 and agree with it.
    """
    return raw.decode(find_encoding(raw, declared=declared), "replace")


def find_encoding(raw: bytes, *, declared: str | None = None) -> str:
    """The name of the encoding, as Python knows it; `raw` may be the mere start of a file."""
    return (
        marked_encoding(raw)
        or unmarked_wide_encoding(raw[:SAMPLE_BYTES])
        or _escaped_encoding(raw)
        or ("utf-8" if _is_utf8(raw) else None)
        or _usable(declared, raw)
        or _guess(raw)
    )


def marked_encoding(raw: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((encoding for mark, encoding in MARKS if raw.startswith(mark)), None)


def unmarked_wide_encoding(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark: full of NULs, yet text.

    The wrong byte order often makes letters too, but never the spaces and line
    ends that every text has; most of those win.
    """
    if b"\0" not in raw:
        return None
    found = [(count, encoding) for encoding in WIDE_ENCODINGS if (count := _ordinary_breaks(raw, encoding))]
    return max(found)[1] if found else None


def _ordinary_breaks(raw: bytes, encoding: str) -> int:
    width = 4 if "32" in encoding else 2
    try:
        text = raw[: len(raw) - len(raw) % width].decode(encoding)
    except UnicodeDecodeError:
        return 0
    if not text or any(unicodedata.category(char) in {"Cn", "Co", "Cc"} and char not in "\t\r\n" for char in text):
        return 0
    # Random NULs and letters pair up to rare characters of many scripts; a text keeps to few.
    blocks = {ord(char) >> 8 for char in text}
    if len(blocks) > max(4, len(text) // 10):
        return 0
    return sum(text.count(char) for char in " \n,.\"'-")


def _escaped_encoding(raw: bytes) -> str | None:
    sample = raw[:SAMPLE_BYTES]
    for escape, encoding in ESCAPES:
        if escape in sample and sample.isascii() and _decodes(raw, encoding):
            return encoding
    return None


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _is_utf8(raw: bytes) -> bool:
    """UTF-8 throughout, but for an end cut short, or a few bytes pasted in from elsewhere."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.end == len(raw) and error.start > 0:
            return True
    else:
        return True
    text = raw.decode("utf-8", "replace")
    genuine = raw.count("\ufffd".encode())
    bad = text.count("\ufffd") - genuine
    good = sum(not char.isascii() for char in text) - bad
    return bad * 10 <= good


def _usable(declared: str | None, raw: bytes) -> str | None:
    """The declared encoding, if there is such a one and hardly a byte speaks against it."""
    if declared is None:
        return None
    grown = GROWN.get(declared, declared)
    try:
        text = raw.decode(grown, "replace")
    except (LookupError, UnicodeError):
        return None
    return grown if text.count("\ufffd") * 100 <= len(text) else None


def _guess(raw: bytes) -> str:
    # Guessed from where the first strange byte stands: what comes before says nothing, and may be long.
    strange = STRANGE.search(raw)
    start = max(0, strange.start() - 1024) if strange else 0
    sample = raw[start : start + SAMPLE_BYTES]
    if len(STRANGE.findall(sample)) <= min(FEW, len(sample) // 4):
        return LAST_RESORT
    guessed = _guess_script(sample)
    return _guess_latin(sample) or guessed or LAST_RESORT if guessed in LATIN or guessed is None else guessed


def _guess_script(sample: bytes) -> str | None:
    """Good at telling scripts and multi-byte encodings apart, not at telling é from ŕ."""
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample, cp_exclusion=NOT_GUESSED.split()).best()
    return None if best is None else GROWN.get(best.encoding, best.encoding)


def _guess_latin(sample: bytes) -> str | None:
    """Good at telling the encodings of Latin letters apart, and only at that."""
    from resiliparse.parse.encoding import detect_encoding

    guessed = (detect_encoding(sample) or "").replace("-", "_")
    return guessed if guessed in LATIN else None
