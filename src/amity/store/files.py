"""The Parquet files of the tables: written whole and sorted, and never changed.

What is written at one time is a run: files of some thousand rows each, sorted
one after another, so that the rows of one key lie in one or two of them.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from amity.store.columns import arrow_table
from amity.store.layout import Table
from amity.store.ledger import DataFile
from amity.store.queries import Queries, files_of, order_of, quoted, stretches_in
from amity.store.rows import Row

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def write_rows(
    queries: Queries, folder: Path, table: Table, rows: Sequence[Row], *, added_in: int
) -> tuple[DataFile, ...]:
    """A run of these rows."""
    with closing(queries.cursor()) as cursor:
        cursor.register("given", arrow_table(table, rows, added_in))
        return _write_run(cursor, folder, table, "given", rows=len(rows))


def write_merged(queries: Queries, folder: Path, table: Table, files: Sequence[DataFile]) -> tuple[DataFile, ...]:
    """A run of all rows of these files."""
    source = files_of(folder / table.name, files)
    with closing(queries.cursor()) as cursor:
        return _write_run(cursor, folder, table, source, rows=sum(file.rows for file in files))


def _write_run(
    cursor: DuckDBPyConnection, folder: Path, table: Table, source: str, *, rows: int
) -> tuple[DataFile, ...]:
    name = uuid.uuid4().hex
    if rows <= table.rows_in_file:
        return (_write(cursor, folder, table, source, f"{name}-0.parquet"),)
    cuts = cursor.execute(stretches_in(source, table.key), {"rows": table.rows_in_file}).fetchall()
    return tuple(
        _write(cursor, folder, table, _between(source, table, first, last), f"{name}-{number}.parquet")
        for number, (first, last) in enumerate(cuts)
    )


def _between(source: str, table: Table, first: str, last: str) -> str:
    return f'(SELECT * FROM {source} WHERE "{table.key}" BETWEEN {quoted(first)} AND {quoted(last)})'


def _write(cursor: DuckDBPyConnection, folder: Path, table: Table, source: str, name: str) -> DataFile:
    path = folder.resolve() / table.name / name
    columns = ", ".join(f'"{column}"' for column in table.columns)
    cursor.execute(
        f"COPY (SELECT {columns} FROM {source} ORDER BY {order_of(table)}) TO {quoted(path)} "
        f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {table.rows_in_group})"
    )
    ((rows, first, last),) = cursor.execute(
        f'SELECT count(*), min("{table.key}"), max("{table.key}") FROM read_parquet({quoted(path)})'
    ).fetchall()
    return DataFile(name=name, rows=rows, size=path.stat().st_size, first=first, last=last)
