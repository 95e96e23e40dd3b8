"""Documents and statements for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence

from amity.core.documents import Document, Statement, document_id


def a_document(text: str) -> Document:
    return Document(id=document_id(text), name="a.txt", text=text)


def some_statements(texts: Sequence[str], *, document: str = "d") -> list[Statement]:
    """Statements that stand one after the other in one document."""
    found, start = [], 0
    for text in texts:
        found.append(Statement(document=document_id(document), start=start, end=start + len(text), text=text))
        start += len(text) + 1
    return found
