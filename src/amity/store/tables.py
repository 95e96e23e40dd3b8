"""The Delta tables of a store: made, set back, and their files put in and replaced.

Every function that changes a table is called by the one writer of the store.
What it changes counts for nothing until the ledger names it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from amity.core.errors import StoreError
from amity.store.columns import arrow_schema
from amity.store.layout import Table
from amity.store.ledger import DataFile, TableState

if TYPE_CHECKING:
    from deltalake import DeltaTable

_CHECKPOINT_EVERY = 32  # commits: opening a table reads no more than these on top of a checkpoint
_DIGITS = 20  # of a version, in the name of a file of the log


def make_table(folder: Path, table: Table) -> TableState:
    """The table, empty."""
    from deltalake import DeltaTable

    configuration = {
        "delta.checkpointInterval": str(_CHECKPOINT_EVERY),
        # The ledger may stay behind the log for long, where every writer fails: its state must stay readable.
        "delta.enableExpiredLogCleanup": "false",
    }
    delta = DeltaTable.create(folder / table.name, arrow_schema(table), mode="ignore", configuration=configuration)
    return TableState(delta_version=delta.version())


def table_at(folder: Path, table: Table, state: TableState) -> DeltaTable:
    """The table, ready to be changed, holding what the ledger says.

    A log that goes on beyond the ledger is the work of a writer that was
    stopped: it is undone first, by a commit that restores the ledger's state.
    """
    from deltalake import DeltaTable
    from deltalake.exceptions import DeltaError

    try:
        delta = DeltaTable(folder / table.name)
        if delta.version() > state.delta_version:
            delta.restore(state.delta_version)
            delta = DeltaTable(folder / table.name)
        found = _files_in(delta)
    except (DeltaError, OSError) as error:
        raise StoreError(_why_broken(folder, table, str(error).splitlines()[0])) from error
    if found != {file.name for file in state.files}:
        raise StoreError(_why_broken(folder, table, "its Delta log and the ledger name different files"))
    return delta


def put(
    delta: DeltaTable, added: Sequence[DataFile], *, before: TableState, merged: Sequence[DataFile] = ()
) -> TableState:
    """Let files that lie in the table's folder be part of it, in the place of those whose rows they hold."""
    from deltalake._internal import RemoveAction
    from deltalake.transaction import AddAction

    now = int(time.time() * 1000)
    brings_new_rows = not merged
    add = [AddAction(file.name, file.size, {}, now, brings_new_rows, _statistics(file)) for file in added]
    remove = [RemoveAction(file.name, brings_new_rows, now, file.size, {}) for file in merged]
    delta.create_write_transaction([*add, *remove], "append", delta.schema())
    delta.update_incremental()
    files = (*(file for file in before.files if file not in merged), *added)
    return TableState(delta_version=delta.version(), files=files)


def superseded_log(folder: Path, state: TableState) -> Iterator[Path]:
    """The parts of a table's Delta log that a later checkpoint repeats, so that the log stays short."""
    log = folder / "_delta_log"
    checkpoints = (int(path.name[:_DIGITS]) for path in log.glob("*.checkpoint*.parquet"))
    newest = max((version for version in checkpoints if version <= state.delta_version), default=0)
    return (path for path in log.glob("0*") if int(path.name[:_DIGITS]) < newest)


def _files_in(delta: DeltaTable) -> frozenset[str]:
    return frozenset(unquote(path) for path in delta.get_add_actions(flatten=True).column("path").to_pylist())


def _statistics(file: DataFile) -> str:
    return json.dumps({"numRecords": file.rows})


def _why_broken(folder: Path, table: Table, what: str) -> str:
    return (
        f"The table '{table.name}' of the store at {folder} is broken: {what.rstrip('.')}. "
        "Put the folder back from a copy, or make a new store and add the documents again."
    )
