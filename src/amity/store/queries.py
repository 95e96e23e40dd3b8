"""DuckDB over the Parquet files that a ledger names. It reaches no other file and no network."""

from __future__ import annotations

import tempfile
import threading
import uuid
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from amity.core.errors import StoreError
from amity.store.layout import ADDED_IN, TABLES, Holds, Table
from amity.store.ledger import DataFile, Ledger
from amity.store.rows import Row
from amity.store.surrogates import as_it_was, writable

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_THREADS = 2
_MEMORY = "256MB"
_ROWS_AT_ONCE = 1_024
_KEYS_LOOKED_UP = 1_000  # up to so many keys asked for at once, pieces of files without any of them are skipped
_SQL_TYPES = {
    Holds.TEXT: "VARCHAR",
    Holds.DAY: "DATE",
    Holds.WHOLE: "BIGINT",
    Holds.FRACTION: "DOUBLE",
    Holds.TRUTH: "BOOLEAN",
}


class FilesGoneError(StoreError):
    """A file that a ledger names cannot be read: a writer has merged it into another, or it is lost."""


@dataclass(frozen=True, slots=True)
class Near:
    """Stretches of a table's key, each from its first to its last, in order: files without them are skipped."""

    table: Table
    stretches: Sequence[tuple[str, str]]

    @classmethod
    def keys(cls, table: Table, keys: Iterable[str]) -> Near:
        return cls(table, [(key, key) for key in sorted(map(writable, keys))])

    @classmethod
    def stretch(cls, table: Table, first: str, last: str) -> Near:
        return cls(table, [(writable(first), writable(last))])

    def may_be_in(self, file: DataFile) -> bool:
        place = bisect_left(self.stretches, file.first, key=lambda stretch: stretch[1])
        return place < len(self.stretches) and self.stretches[place][0] <= file.last


class Queries:
    """A DuckDB connection for the files of one store; safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._connection: DuckDBPyConnection | None = None
        self._connecting = threading.Lock()

    def rows(
        self, sql: str, ledger: Ledger, *, version: int, near: Near | None = None, **parameters: Any
    ) -> Iterator[Row]:
        """The rows that a query gives; `{claims}` and the like stand for the tables as of `version`.

        `near` says that only rows with some keys are of interest. The query is
        run before the first row is asked for. Raises FilesGoneError
        where the ledger is no longer the newest and its files are merged away.
        """
        import duckdb

        cursor = self.cursor()
        tables = {table.name: _relation(self._folder, table, ledger, version, near) for table in TABLES}
        try:
            cursor.execute(sql.format(**tables), {name: _given(value) for name, value in parameters.items()})
        except duckdb.IOException as error:
            cursor.close()
            raise FilesGoneError(_why_unreadable(self._folder, error)) from error
        except duckdb.Error as error:
            cursor.close()
            raise StoreError(_why_unreadable(self._folder, error)) from error
        return _rows_of(cursor)

    def cursor(self) -> DuckDBPyConnection:
        """For one thread and one piece of work; connects when it is first called."""
        with self._connecting:
            if self._connection is None:
                self._connection = _connect(self._folder)
            return self._connection.cursor()

    def close(self) -> None:
        with self._connecting:
            if self._connection is not None:
                self._connection.close()
                self._connection = None


def _connect(folder: Path) -> DuckDBPyConnection:
    """DuckDB, shut in: it sees the store's folder, and one of its own for what does not fit in memory."""
    import duckdb

    connection = duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "python_enable_replacements": False,
            "threads": _THREADS,
            "memory_limit": _MEMORY,
            "temp_directory": str(Path(tempfile.gettempdir()) / f"amity-{uuid.uuid4().hex}"),
        },
    )
    connection.execute("SET parquet_metadata_cache = true")
    connection.execute(f"SET dynamic_or_filter_threshold = {_KEYS_LOOKED_UP}")
    connection.execute(f"SET allowed_directories = [{quoted(folder.resolve())}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _why_unreadable(folder: Path, error: Exception) -> str:
    return (
        f"Cannot read the store at {folder}: {str(error).splitlines()[0]} "
        "Put the folder back from a copy, or make a new store and add the documents again."
    )


def quoted(text: str | Path) -> str:
    return "'" + str(text).replace("'", "''") + "'"


def files_of(folder: Path, files: Iterable[DataFile]) -> str:
    """The rows of these files of a table."""
    paths = (quoted(folder.resolve() / file.name) for file in files)
    return f"read_parquet([{', '.join(paths)}])"


def order_of(table: Table) -> str:
    return ", ".join(f'"{name}"' for name in table.sorted_by)


def stretches_in(source: str, table: Table) -> str:
    """A query for stretches of the table's key, first and last, that have about `$size` rows each.

    Reading stretch by stretch gives all rows in order, and no sort needs more
    than one stretch in memory. The rows of one key are never parted.
    """
    key = f'"{table.key}"'
    return (
        f"SELECT min({key}), max({key}) FROM "
        f"(SELECT {key}, sum(size) OVER (ORDER BY {key}) // $size AS stretch FROM "
        f"(SELECT {key}, sum({table.counted_as}) AS size FROM {source} GROUP BY {key})) "
        "GROUP BY stretch ORDER BY stretch"
    )


def _relation(folder: Path, table: Table, ledger: Ledger, version: int, near: Near | None) -> str:
    files = ledger.tables[table.name].files
    if near is not None and near.table is table:
        files = tuple(file for file in files if near.may_be_in(file))
    if not files:
        columns = (f'NULL::{_SQL_TYPES[holds]} AS "{name}"' for name, holds in table.columns.items())
        return f"(SELECT {', '.join(columns)} WHERE false)"
    source = files_of(folder / table.name, files)
    if version == ledger.version:
        return source
    return f"(SELECT * FROM {source} WHERE {ADDED_IN} <= {version})"


def _rows_of(cursor: DuckDBPyConnection) -> Iterator[Row]:
    with closing(cursor):
        while rows := cursor.fetchmany(_ROWS_AT_ONCE):
            for row in rows:
                yield tuple(as_it_was(cell) if type(cell) is str else cell for cell in row)


def _given(value: Any) -> Any:
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, (list, tuple)):
        return [_given(item) for item in value]
    return value


def select(table: Table) -> str:
    """The columns that make up a value of the table."""
    return ", ".join(f'"{name}"' for name in table.value_columns)
