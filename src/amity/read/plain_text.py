"""Reading plain text and Markdown: the document's text is the file's, so that offsets hold in both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader

from amity.core.documents import Document
from amity.core.dropped import Dropped
from amity.read.fields import known_fields, make_document
from amity.read.whole_texts import whole_text

FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(?P<lines>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
FRONT_MATTER_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]*?)[ \t]*:[ \t]+(?P<value>\S.*)")
HEADING = re.compile(r"[ ]{0,3}#[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*")
UNDERLINE = re.compile(r"[ ]{0,3}=+[ \t]*")
FENCE = re.compile(r"[ ]{0,3}(?P<fence>`{3,}|~{3,})")


def read_plain_text(stream: BufferedReader, name: str) -> Iterator[Document | Dropped]:
    """One document, without a title: the first line of a text may be anything."""
    text = whole_text(stream, name)
    if isinstance(text, Dropped):
        yield text
        return
    yield from make_document(text, {}, name=name, where=name)


def read_markdown(stream: BufferedReader, name: str) -> Iterator[Document | Dropped]:
    """One document, its title from the front matter or the first heading of the first order.

    Marks of Markdown stay in the text.
    """
    text = whole_text(stream, name)
    if isinstance(text, Dropped):
        yield text
        return
    front = FRONT_MATTER.match(text)
    fields = known_fields(_front_matter_fields(front["lines"]) if front else {})
    fields.pop("text", None)
    if "title" not in fields and (title := _first_heading(text[front.end() if front else 0 :])):
        fields["title"] = title
    yield from make_document(text, fields, name=name, where=name)


def _front_matter_fields(lines: str) -> dict[str, object]:
    """The plain `name: value` lines; lists and nested values say nothing that a document has."""
    fields: dict[str, object] = {}
    for line in lines.splitlines():
        if field := FRONT_MATTER_FIELD.fullmatch(line.rstrip()):
            fields.setdefault(field["name"], _unquoted(field["value"]))
    return fields


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value.split(" #", 1)[0].rstrip()


def _first_heading(text: str) -> str | None:
    """The first heading of the first order, `# so` or underlined, outside fenced code."""
    fence, before = None, ""
    for line in text.splitlines():
        mark = FENCE.match(line)
        if fence is None and mark:
            fence = mark["fence"]
        elif fence is not None:
            fence = None if mark and mark["fence"].startswith(fence) else fence
        elif (heading := HEADING.fullmatch(line)) and heading["title"]:
            return heading["title"]
        elif UNDERLINE.fullmatch(line) and before.strip():
            return before.strip()
        before = line if fence is None else ""
    return None
