"""Reading marked pairs: JSON Lines of texts with the places of an actor and a recipient."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from amity.core.dropped import Dropped, DropReason
from amity.core.errors import InputError
from amity.core.pairs import MarkedPair
from amity.read.json_lines import Fault, kind_of, lines_of, parse_line

EXPECTED = 'expected such as {"id": "7", "text": "Iran arms Syria.", "actor": [0, 4], "recipient": [10, 15]}'


def read_marked_pairs(path: str, stdin: BinaryIO | None = None) -> Iterator[MarkedPair | Dropped]:
    """A marked pair for each line that holds one; a line that does not is dropped with what was wrong in it.

    `path` may be "-" for `stdin`. Raises InputError where the file cannot be opened.
    """
    if path == "-" and stdin is not None:
        yield from _pairs(_buffered(stdin), "standard input")
        return
    try:
        stream = Path(path).open("rb")  # noqa: SIM115 (closed below; the opening alone may fail)
    except OSError as flaw:
        raise InputError(
            f"{path}: {flaw.strerror or flaw}. Expected a file of marked pairs, one JSON a line."
        ) from flaw
    with stream:
        yield from _pairs(stream, path)


def _pairs(stream: io.BufferedReader, name: str) -> Iterator[MarkedPair | Dropped]:
    for number, line in enumerate(lines_of(stream), start=1):
        if not line.strip():
            continue
        where = f"{name}:{number}"
        given = parse_line(line)
        flaw = _flaw(given)
        if flaw or not isinstance(given, dict):
            yield Dropped(step="read", where=where, reason=DropReason.BROKEN, detail=f"{flaw}; {EXPECTED}")
            continue
        (a, b), (c, d) = given["actor"], given["recipient"]
        yield MarkedPair(id=str(given.get("id", number)), text=given["text"], actor=(a, b), recipient=(c, d))


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    """The stream as one that can be looked into before it is read."""
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(io.BytesIO(stream.read()))


def _flaw(given: object) -> str:
    """What is wrong in a line; nothing where all is well."""
    if not isinstance(given, dict):
        return given.what if isinstance(given, Fault) else f"{kind_of(given)} alone"
    text = given.get("text")
    if not isinstance(text, str):
        return "no text" if text is None else f"{kind_of(text)} for a text"
    if not text.strip():
        return "an empty text"
    for side in ("actor", "recipient"):
        span = given.get(side)
        if span is None:
            return f"no {side}"
        if not _is_span(span):
            return f"{side} {span!r:.60} is no pair of numbers"
        start, end = span
        if not 0 <= start < end <= len(text):
            return f"{side} [{start}, {end}] is outside the text, which has {len(text)} characters, or holds nothing"
        if not any(sign.isalnum() for sign in text[start:end]):
            return f"{side} [{start}, {end}] marks no word"
    if given["actor"] == given["recipient"]:
        return "actor and recipient are the same words"
    if isinstance(given.get("id"), (dict, list)):
        return f"{kind_of(given['id'])} for an id"
    return ""


def _is_span(span: object) -> bool:
    return (
        isinstance(span, list)
        and len(span) == 2
        and all(isinstance(at, int) and not isinstance(at, bool) for at in span)
    )
