"""The tables of a store: what their columns are called and hold. Nothing here knows Delta or DuckDB."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What a column holds; any column may be null."""

    TEXT = "text"
    DAY = "day"
    WHOLE = "whole"
    FRACTION = "fraction"
    TRUTH = "truth"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Table:
    """A table: its columns in order, what its rows are sorted by, and how finely they are cut.

    A file is read in groups of rows, and a file or group that cannot hold what is
    asked for is skipped. `added_in`, the version of the store that brought the
    row, is the last column of every table.
    """

    name: str
    columns: Mapping[str, Holds]
    sorted_by: tuple[str, ...]
    rows_in_group: int
    rows_in_file: int
    counted_as: str = "1"  # in SQL: for how many rows a row counts, where some are far bigger than others

    @property
    def key(self) -> str:
        """The column by which rows are found."""
        return self.sorted_by[0]

    @property
    def value_columns(self) -> tuple[str, ...]:
        return tuple(name for name in self.columns if name != ADDED_IN)


ADDED_IN = "added_in"

DOCUMENTS = Table(
    name="documents",
    columns={
        "id": Holds.TEXT,
        "name": Holds.TEXT,
        "text": Holds.TEXT,
        "title": Holds.TEXT,
        "url": Holds.TEXT,
        "publisher": Holds.TEXT,
        "published": Holds.DAY,
        "language": Holds.TEXT,
        "given_id": Holds.TEXT,
        ADDED_IN: Holds.WHOLE,
    },
    sorted_by=("id",),
    rows_in_group=2_048,
    rows_in_file=16_384,
    counted_as="1 + strlen(text) // 4096",
)

STATEMENTS = Table(
    name="statements",
    columns={
        "document": Holds.TEXT,
        "start": Holds.WHOLE,
        "end": Holds.WHOLE,
        "text": Holds.TEXT,
        "kind": Holds.TEXT,
        "copy_of": Holds.TEXT,
        ADDED_IN: Holds.WHOLE,
    },
    sorted_by=("document", "start", "end"),
    rows_in_group=8_192,
    rows_in_file=131_072,
)

CLAIMS = Table(
    name="claims",
    columns={
        "dyad": Holds.TEXT,
        "id": Holds.TEXT,
        "actor": Holds.TEXT,
        "recipient": Holds.TEXT,
        "type": Holds.TEXT,
        "layer": Holds.TEXT,
        "polarity": Holds.TEXT,
        "reality": Holds.TEXT,
        "attributed_to": Holds.TEXT,
        "holds_from": Holds.DAY,
        "holds_until": Holds.DAY,
        "dated": Holds.TRUTH,
        "written_from": Holds.DAY,
        "written_until": Holds.DAY,
        "published": Holds.DAY,
        "document": Holds.TEXT,
        "start": Holds.WHOLE,
        "end": Holds.WHOLE,
        "quote": Holds.TEXT,
        "statement": Holds.TEXT,
        "statement_kind": Holds.TEXT,
        "publisher": Holds.TEXT,
        "copy_of": Holds.TEXT,
        "actor_start": Holds.WHOLE,
        "actor_end": Holds.WHOLE,
        "recipient_start": Holds.WHOLE,
        "recipient_end": Holds.WHOLE,
        "reading_confidence": Holds.FRACTION,
        "extractor": Holds.TEXT,
        "actor_person": Holds.TEXT,
        "recipient_person": Holds.TEXT,
        ADDED_IN: Holds.WHOLE,
    },
    sorted_by=("dyad", "id"),
    rows_in_group=8_192,
    rows_in_file=131_072,
)

DROPPED = Table(
    name="dropped",
    columns={
        "step": Holds.TEXT,
        "where": Holds.TEXT,
        "reason": Holds.TEXT,
        "detail": Holds.TEXT,
        ADDED_IN: Holds.WHOLE,
    },
    sorted_by=("where", "step", "reason", "detail"),
    rows_in_group=8_192,
    rows_in_file=131_072,
)

TABLES = (DOCUMENTS, STATEMENTS, CLAIMS, DROPPED)
