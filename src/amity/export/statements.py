"""Statements as JSON."""

from __future__ import annotations

from amity.core.documents import Statement
from amity.export.json_text import JsonObject


def statement_json(statement: Statement) -> JsonObject:
    """One of the `statements` lines; `copy_of` names the statement that this one repeats."""
    return {
        "id": statement.id,
        "document": statement.document,
        "start": statement.start,
        "end": statement.end,
        "text": statement.text,
        "kind": statement.kind.value,
        "copy_of": statement.copy_of,
    }
