"""What is read, and the statements that it is split into."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

DocumentId = NewType("DocumentId", str)
StatementId = NewType("StatementId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as it was read. Offsets everywhere count the code points of `text`.

    `name` is what the reader of an answer knows it by (a file's path, or `path#3`
    for the third line of a table); it is no part of the document's identity.
    """

    id: DocumentId
    name: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    given_id: str | None = None  # the id that the file itself gave


def document_id(
    text: str,
    *,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    published: date | None = None,
) -> DocumentId:
    """An id made from content, so that reading a file twice adds nothing."""
    parts = (text, title or "", url or "", publisher or "", published.isoformat() if published else "")
    digest = hashlib.blake2b(digest_size=10)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "little"))
        digest.update(encoded)
    return DocumentId(digest.hexdigest())


BUILT_IN = "facts:"  # how the ids of built-in facts begin, each of which is a document of one sentence


def is_built_in(document: DocumentId) -> bool:
    """Whether a citation leads to a built-in fact rather than to something that was read."""
    return document.startswith(BUILT_IN)


class StatementKind(StrEnum):
    """Whether a statement can be taken at its word."""

    STATEMENT = "statement"
    CUT_OFF = "cut_off"  # an end is missing
    BOILERPLATE = "boilerplate"  # furniture of a web page, or no language at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A stretch of a document that one author wrote in one go: about a sentence.

    `text` is exactly `document.text[start:end]`. `copy_of` names the statement
    that this one repeats, wholly or nearly.
    """

    document: DocumentId
    start: int
    end: int
    text: str
    kind: StatementKind = StatementKind.STATEMENT
    copy_of: StatementId | None = None

    @property
    def id(self) -> StatementId:
        return StatementId(f"{self.document}:{self.start}-{self.end}")
