"""Telling what is no text, and what to do about it."""

from __future__ import annotations

from amity.read.encodings import marked_encoding, unmarked_wide_encoding

SAVE_AS_TEXT = "save it as .txt or .html first"
UNPACK = "unpack it first"
NOTHING_TO_READ = "there is no text in it to read"

# (offset, bytes that stand there, what it seems to be, what to do)
SIGNS = (
    (0, b"%PDF-", "a PDF file", SAVE_AS_TEXT),
    (
        0,
        b"PK\x03\x04",
        "a zip archive or an office document",
        "unpack it, or save the document as .txt or .html, first",
    ),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", SAVE_AS_TEXT),
    (0, b"{\\rtf", "a rich text document", SAVE_AS_TEXT),
    (0, b"%!PS", "a PostScript file", SAVE_AS_TEXT),
    (0, b"\x1f\x8b", "a gzip archive inside another", UNPACK),
    (0, b"BZh", "a bzip2 archive", UNPACK),
    (0, b"\xfd7zXZ\0", "an xz archive", UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive", UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
    (0, b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (257, b"ustar", "a tar archive", UNPACK),
    (0, b"\x89PNG\r\n\x1a\n", "a picture (PNG)", NOTHING_TO_READ),
    (0, b"\xff\xd8\xff", "a picture (JPEG)", NOTHING_TO_READ),
    (0, b"GIF87a", "a picture (GIF)", NOTHING_TO_READ),
    (0, b"GIF89a", "a picture (GIF)", NOTHING_TO_READ),
    (0, b"II*\0", "a picture (TIFF)", NOTHING_TO_READ),
    (0, b"MM\0*", "a picture (TIFF)", NOTHING_TO_READ),
    (8, b"WEBPVP8", "a picture (WebP)", NOTHING_TO_READ),
    (4, b"ftyp", "a film or sound recording", NOTHING_TO_READ),
    (0, b"ID3", "a sound recording (MP3)", NOTHING_TO_READ),
    (0, b"OggS", "a sound recording (Ogg)", NOTHING_TO_READ),
    (0, b"\x7fELF", "a program", NOTHING_TO_READ),
    (0, b"SQLite format 3\0", "a SQLite database", "write its texts out as JSON Lines (.jsonl) first"),
    (0, b"PAR1", "a Parquet table", "write its texts out as JSON Lines (.jsonl) first"),
)
# Three letters that an ordinary text may begin with need more than the letters.
WEAK_SIGNS = {b"BZh", b"ID3", b"OggS", b"PAR1", b"ftyp", b"ustar", b"%!PS"}
TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b")
SAMPLE_BYTES = 8192


def binary_kind(head: bytes) -> str | None:
    """What the file that starts so seems to be, and what to do; None where it is text."""
    odd = _is_odd(head[:SAMPLE_BYTES])
    for offset, sign, kind, advice in SIGNS:
        if head.startswith(sign, offset) and (odd or sign not in WEAK_SIGNS):
            return f"this seems to be {kind}: {advice}"
    return f"this is no text of any kind that is known here: {SAVE_AS_TEXT}" if odd else None


def _is_odd(sample: bytes) -> bool:
    """Whether there are more NULs and other control bytes in it than a text ever has.

    A few stray ones do not make a text binary; UTF-16 and UTF-32 are full of them.
    """
    controls = sum(byte < 32 and byte not in TEXT_CONTROLS for byte in sample)
    if sample.count(0) * 250 <= len(sample) and controls * 20 <= len(sample):
        return False
    marked = marked_encoding(sample)
    if marked is not None and marked != "utf-8-sig":
        return False
    return unmarked_wide_encoding(sample) is None
