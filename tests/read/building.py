"""Short ways to say in a test what is read and what comes of it."""

from __future__ import annotations

import json
from datetime import date

from amity.core.documents import Document
from amity.core.dropped import Dropped
from amity.read import read_bytes


def reading(raw: bytes | str, name: str) -> list[Document | Dropped]:
    return list(read_bytes(raw.encode() if isinstance(raw, str) else raw, name))


def the_document(raw: bytes | str, name: str) -> Document:
    (document,) = reading(raw, name)
    assert isinstance(document, Document), document
    return document


def the_drop(raw: bytes | str, name: str) -> Dropped:
    (dropped,) = reading(raw, name)
    assert isinstance(dropped, Dropped), dropped
    return dropped


def documents_of(items: list[Document | Dropped]) -> list[Document]:
    return [item for item in items if isinstance(item, Document)]


def drops_of(items: list[Document | Dropped]) -> list[Dropped]:
    return [item for item in items if isinstance(item, Dropped)]


def json_lines(*lines: object) -> str:
    return "".join(json.dumps(line) + "\n" for line in lines)


def published_of_page(head: str, body: str = "<p>The ministers met in Damascus.</p>") -> date | None:
    return the_document(f"<html><head>{head}</head><body>{body}</body></html>", "page.html").published
