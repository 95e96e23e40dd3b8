"""Few sorted runs of files in the place of many small ones.

Each add leaves a run in each table. Whenever a table has gathered FAN runs of
about one size they are merged into one, so that a table has few runs however
it was filled, and a row is rewritten only as often as its run grows FAN-fold.
Rows never change by it, so every version stays readable: a version is told by
the rows' `added_in`, not by the files that hold them.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from amity.store.files import write_merged
from amity.store.layout import TABLES, Table
from amity.store.ledger import DataFile, Ledger, TableState
from amity.store.queries import Queries
from amity.store.tables import put, superseded_log, table_at

FAN = 8
_SMALLEST = 2 << 20  # bytes: smaller runs are all of one size
_SIZES_MERGED_UNASKED = 3  # below 128 MiB: what is bigger takes long, and waits until it is asked for
_KEPT_SECONDS = 3600  # a reader may still be at work on files that were merged away


def size_class(size: int) -> int:
    """0 for the smallest runs, one more for each FAN-fold."""
    steps = 0
    while size >= _SMALLEST:
        size //= FAN
        steps += 1
    return steps


def runs_in(files: Iterable[DataFile]) -> Mapping[str, tuple[DataFile, ...]]:
    """The files by the run that they belong to."""
    runs: dict[str, tuple[DataFile, ...]] = {}
    for file in files:
        runs[file.run] = (*runs.get(file.run, ()), file)
    return runs


def files_due(files: Iterable[DataFile]) -> tuple[DataFile, ...]:
    """The files of the runs of one size that are so many that they are to be merged; none where all is well."""
    of_size: dict[int, list[tuple[DataFile, ...]]] = {}
    for run in runs_in(files).values():
        of_size.setdefault(size_class(sum(file.size for file in run)), []).append(run)
    for size in range(_SIZES_MERGED_UNASKED):
        runs = of_size.get(size, [])
        if len(runs) >= FAN:
            return tuple(file for run in runs for file in run)
    return ()


def merged(queries: Queries, folder: Path, ledger: Ledger, table: Table, files: Sequence[DataFile]) -> Ledger:
    """The same version with these files of a table merged into one run; the table is changed, the ledger not yet."""
    before = ledger.tables[table.name]
    delta = table_at(folder, table, before)
    state = put(delta, write_merged(queries, folder, table, files), before=before, merged=files)
    return Ledger(version=ledger.version, tables={**ledger.tables, table.name: state})


def sweep(folder: Path, ledger: Ledger) -> None:
    """Delete what no table needs any more, once no reader can be at work on it."""
    oldest = time.time() - _KEPT_SECONDS
    for table in TABLES:
        state = ledger.tables[table.name]
        for path in (*_left_files(folder / table.name, state), *superseded_log(folder / table.name, state)):
            if path.stat().st_mtime < oldest:
                with suppress(PermissionError):  # Windows, while a reader has it open: it goes with the next sweep
                    path.unlink(missing_ok=True)


def _left_files(folder: Path, state: TableState) -> Iterator[Path]:
    """Files that were merged away, or that a stopped writer never finished."""
    held = {file.name for file in state.files}
    return (path for path in folder.glob("*.parquet*") if path.name not in held)
