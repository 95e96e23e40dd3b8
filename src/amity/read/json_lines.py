"""Reading JSON Lines: one document a line, one line at a time."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass

from amity.core.documents import Document
from amity.core.dropped import Dropped, DropReason
from amity.read.binary import binary_kind
from amity.read.encodings import find_encoding
from amity.read.fields import FIELD_NAMES, known_fields, make_document
from amity.read.whole_texts import HEAD_BYTES, LONGEST_DOCUMENT_BYTES

EXPECTED = 'expected an object such as {"text": "...", "date": "2024-11-28", "source": "..."}'


def read_json_lines(stream: io.BufferedReader, name: str) -> Iterator[Document | Dropped]:
    """A document for each line that holds one; a line that does not is dropped, the others are kept."""
    kind = binary_kind(stream.peek(HEAD_BYTES))
    if kind is not None:
        yield Dropped(step="read", where=name, reason=DropReason.BINARY, detail=kind)
        return
    blank = True
    for number, line in enumerate(lines_of(stream), start=1):
        if len(line) > LONGEST_DOCUMENT_BYTES:
            detail = f"longer than {LONGEST_DOCUMENT_BYTES >> 20} MB in one line: give each document a line of its own"
            yield Dropped(step="read", where=f"{name}:{number}", reason=DropReason.TOO_LONG, detail=detail)
        elif line.strip():
            yield from _read_line(line, name, number)
        else:
            continue
        blank = False
    if blank:
        yield Dropped(step="read", where=name, reason=DropReason.EMPTY, detail="there is no line in it")


def is_json_line(line: str) -> bool:
    """Whether a line is an object of JSON, as the first line of JSON Lines is."""
    return isinstance(parse_line(line), dict)


def _read_line(line: str, name: str, number: int) -> Iterator[Document | Dropped]:
    where = f"{name}:{number}"
    given = parse_line(line)
    if not isinstance(given, dict):
        found = given.what if isinstance(given, Fault) else f"{kind_of(given)} alone"
        yield _broken(where, f"{found}; {EXPECTED}")
        return
    fields = known_fields(given)
    text = fields.pop("text", None)
    if not isinstance(text, str):
        names = ", ".join(FIELD_NAMES["text"][:3])
        found = "no text" if text is None else f"{kind_of(text)} for a text"
        yield _broken(where, f"{found}; expected a string under one of: {names}")
        return
    yield from make_document(text, fields, name=f"{name}#{number}", where=where)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line is no JSON."""

    what: str


def parse_line(line: str) -> object:
    try:
        return json.loads(line, strict=False)
    except json.JSONDecodeError as error:
        return Fault(f"not JSON ({error.msg[:1].lower()}{error.msg[1:]} at character {error.pos + 1})")
    except RecursionError:
        return Fault("JSON nested too deeply")
    except ValueError:
        return Fault("JSON with a number too long to read")


def kind_of(value: object) -> str:
    """What JSON calls a value: the user knows the file, not Python."""
    names = {dict: "an object", list: "an array", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _broken(where: str, detail: str) -> Dropped:
    return Dropped(step="read", where=where, reason=DropReason.BROKEN, detail=detail)


def lines_of(stream: io.BufferedReader) -> Iterator[str]:
    """The lines as text, each no longer than a document may be, or a little longer to show it.

    Only the newline ends a line: JSON may hold U+2028 and its kin unescaped.
    """
    encoding = find_encoding(stream.peek(HEAD_BYTES))
    if encoding.startswith(("utf-16", "utf-32")):
        wide = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n")
        try:
            while line := wide.readline(LONGEST_DOCUMENT_BYTES + 1):
                yield line
        finally:
            wide.detach()  # the stream is its opener's to close
        return
    mark = codecs.BOM_UTF8
    while raw := stream.readline(LONGEST_DOCUMENT_BYTES + 1):
        yield _decode_line(raw.removeprefix(mark), encoding)
        mark = b""
        _skip_rest_of_line(stream, raw)


def _skip_rest_of_line(stream: io.BufferedReader, raw: bytes) -> None:
    while len(raw) > LONGEST_DOCUMENT_BYTES and not raw.endswith(b"\n"):
        raw = stream.readline(LONGEST_DOCUMENT_BYTES + 1)


def _decode_line(raw: bytes, encoding: str) -> str:
    """UTF-8, as JSON must be; else as the head of the file was written, else as the line itself looks."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        known = encoding if not encoding.startswith("utf-8") else find_encoding(raw)
        return raw.decode(known, "replace")
