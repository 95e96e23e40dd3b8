"""The readers, by the ending of a file's name, and the choice between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BufferedReader, BytesIO
from pathlib import PurePath

from amity.core.documents import Document
from amity.core.dropped import Dropped, DropReason
from amity.read.binary import binary_kind
from amity.read.encodings import decode
from amity.read.gunzipping import GZIP_SIGN, Gunzipped
from amity.read.json_lines import is_json_line, read_json_lines
from amity.read.plain_text import read_markdown, read_plain_text
from amity.read.web_page import read_web_page
from amity.read.whole_texts import HEAD_BYTES

Reader = Callable[[BufferedReader, str], Iterator[Document | Dropped]]
"""From a stream of bytes, and the name to show for it, to what is in it.

A reader takes a stream, not bytes, so that a file of any size passes through
line by line; it may `peek` at the first `HEAD_BYTES`.
"""

GZIP_ENDING = ".gz"
WEB_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
OTHER_MARKUP = re.compile(r"\s*<(?:\?xml|rss|feed|rdf:RDF|!DOCTYPE)\b", re.IGNORECASE)
LOOKED_AT = 2048  # characters: a web page says so early, or is none


def gunzipped(read: Reader) -> Reader:
    """The same reader for gzipped files. What a damaged file still gives is kept, and the damage reported."""

    def read_gunzipped(stream: BufferedReader, name: str) -> Iterator[Document | Dropped]:
        if not stream.peek(HEAD_BYTES).startswith(GZIP_SIGN):
            yield from read(stream, name)  # browsers unpack what they save, and keep the name
            return
        inner = Gunzipped(stream)
        yield from read(BufferedReader(inner, HEAD_BYTES), name)
        if inner.trouble:
            detail = f"{inner.trouble}; what came before that was used: fetch the file again"
            yield Dropped(step="read", where=name, reason=DropReason.BROKEN, detail=detail)

    return read_gunzipped


def read_anything(stream: BufferedReader, name: str) -> Iterator[Document | Dropped]:
    """For a name without an ending: by what the bytes look like."""
    head = stream.peek(HEAD_BYTES)
    if head.startswith(GZIP_SIGN):
        yield from gunzipped(read_unpacked)(stream, name)
    else:
        yield from read_unpacked(stream, name)


def read_unpacked(stream: BufferedReader, name: str) -> Iterator[Document | Dropped]:
    """Web page, JSON Lines or plain text; other markup is refused, since its tags would be read as text."""
    head = stream.peek(HEAD_BYTES)
    kind = binary_kind(head)
    if kind is not None:
        yield Dropped(step="read", where=name, reason=DropReason.BINARY, detail=kind)
        return
    start = decode(head).lstrip("\ufeff \t\r\n")
    if WEB_PAGE.search(start[:LOOKED_AT]) and start.startswith("<"):
        yield from read_web_page(stream, name)
    elif OTHER_MARKUP.match(start):
        detail = f"this seems to be XML, but no web page; {known_endings()}"
        yield Dropped(step="read", where=name, reason=DropReason.UNKNOWN_FORMAT, detail=detail)
    elif start.startswith("{") and is_json_line(start.split("\n", 1)[0]):
        yield from read_json_lines(stream, name)
    else:
        yield from read_plain_text(stream, name)


PLAIN_READERS: dict[str, Reader] = {
    ".txt": read_plain_text,
    ".text": read_plain_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_web_page,
    ".htm": read_web_page,
    ".xhtml": read_web_page,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
}
READERS: dict[str, Reader] = PLAIN_READERS | {
    ending + GZIP_ENDING: gunzipped(read) for ending, read in PLAIN_READERS.items()
}


def read_bytes(raw: bytes, name: str) -> Iterator[Document | Dropped]:
    """What is in these bytes, read as the ending of `name` says, or as they look where it has none."""
    yield from read_stream(BufferedReader(BytesIO(raw), HEAD_BYTES), name)


def read_stream(stream: BufferedReader, name: str) -> Iterator[Document | Dropped]:
    """As `read_bytes`, for a stream buffered by `HEAD_BYTES`; holds no more in memory than one document."""
    ending = ending_of(name)
    reader = READERS.get(ending) if ending else read_anything
    if reader is None:
        detail = f"no reader for '{ending}' files. {known_endings()}"
        yield Dropped(step="read", where=name, reason=DropReason.UNKNOWN_FORMAT, detail=detail)
        return
    yield from reader(stream, name)


def ending_of(name: str) -> str:
    """The ending that says a file's format, in small letters: ".jsonl.gz" of "News.JSONL.gz".

    Empty where there is none; the "28" of "notes.2024-11-28" is none.
    """
    path = PurePath(name)
    packed = path.suffix.lower() == GZIP_ENDING
    inner = PurePath(path.stem if packed else path.name).suffix.lower()
    if not re.fullmatch(r"\.(?=.*[a-z])[a-z0-9_+~-]{1,12}", inner):
        return ""
    return inner + (GZIP_ENDING if packed else "")


def known_endings() -> str:
    """The list that a message ends with."""
    return f"Known endings: {', '.join(sorted(PLAIN_READERS))}, each also with {GZIP_ENDING}"
