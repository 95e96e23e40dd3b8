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
    cuts = [(None, None)]
    if rows > table.rows_in_file or table.counted_as != "1":
        cuts = cursor.execute(stretches_in(source, table), {"size": table.rows_in_file}).fetchall()
    run = uuid.uuid4().hex
    return tuple(
        _write(cursor, folder / table.name / f"{run}-{number}.parquet", table, source, cut)
        for number, cut in enumerate(cuts)
    )


def _write(
    cursor: DuckDBPyConnection, path: Path, table: Table, source: str, cut: tuple[str | None, str | None]
) -> DataFile:
    """A file of the rows from the first key of the cut to its last, which are None for all."""
    columns = ", ".join(f'"{column}"' for column in table.columns)
    where = "true" if cut == (None, None) else f'"{table.key}" BETWEEN $first AND $last'
    place = quoted(path.parent.resolve() / path.name)
    cursor.execute(
        f"COPY (SELECT {columns} FROM {source} WHERE {where} ORDER BY {order_of(table)}) TO {place} "
        f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {table.rows_in_group})",
        {} if cut == (None, None) else dict(zip(("first", "last"), cut, strict=True)),
    )
    ((rows, first, last),) = cursor.execute(
        f'SELECT count(*), min("{table.key}"), max("{table.key}") FROM read_parquet({place})'
    ).fetchall()
    return DataFile(name=path.name, rows=rows, size=path.stat().st_size, first=first, last=last)
