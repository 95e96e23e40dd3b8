"""Changes to a store. Each is whole or not at all: the ledger, replaced in one step, is where it takes effect."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from amity.core.digests import Digest
from amity.core.documents import DocumentId
from amity.core.dropped import Dropped
from amity.core.errors import StoreError
from amity.store.adding import Added, documents_named, news, what_was_added
from amity.store.files import write_rows
from amity.store.layout import CLAIMS, DOCUMENTS, DROPPED, STATEMENTS, TABLES, Table
from amity.store.ledger import LEDGER_NAME, Ledger, put_to_disk, read_ledger, write_ledger
from amity.store.lock import LOCK_NAME, writing
from amity.store.merging import files_due, merged, runs_in, sweep
from amity.store.queries import Near, Queries, select
from amity.store.rows import Row, dropped_of_row, row_of_claim, row_of_document, row_of_dropped, row_of_statement
from amity.store.tables import make_table, put, table_at


def made(folder: Path, *, wait_seconds: float) -> Ledger:
    """The ledger of the store in `folder`, of a new and empty one where there is none.

    Raises StoreError for a folder that holds anything else, and for a store
    that has lost its ledger.
    """
    if (folder / LEDGER_NAME).exists():
        return read_ledger(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"Cannot make a store at {folder}: {error}. Name a folder where you may write.") from error
    with writing(folder, wait_seconds=wait_seconds), _failing_as_store_error(folder, "There is no store yet."):
        if not (folder / LEDGER_NAME).exists():
            _refuse_what_is_not_ours(folder)
            ledger = Ledger(version=0, tables={table.name: make_table(folder, table) for table in TABLES})
            write_ledger(folder, ledger)
    return read_ledger(folder)


def add_to(folder: Path, digest: Digest, queries: Queries, *, wait_seconds: float) -> tuple[Ledger, Added]:
    """Add what is new, in one step; gives the ledger as it is then, and what was added."""
    with writing(folder, wait_seconds=wait_seconds):
        with _failing_as_store_error(folder, "Nothing of this was added."):
            ledger = read_ledger(folder)
            new = _news(digest, queries, ledger)
            if new != Digest():
                ledger = _append(queries, folder, ledger, new)
        with _failing_as_store_error(folder, "All of this was added; only merging the files failed."):
            ledger = _merge_due(queries, folder, ledger)
        return ledger, what_was_added(digest, new)


def compacted(folder: Path, queries: Queries, *, wait_seconds: float) -> Ledger:
    """Merge each table's runs into one, and delete files that were merged away some time ago."""
    with writing(folder, wait_seconds=wait_seconds), _failing_as_store_error(folder, "It holds all it held before."):
        ledger = read_ledger(folder)
        sweep(folder, ledger)
        for table in TABLES:
            files = ledger.tables[table.name].files
            if len(runs_in(files)) > 1:
                ledger = _settled(folder, ledger, merged(queries, folder, ledger, table, files))
        return ledger


def _news(digest: Digest, queries: Queries, ledger: Ledger) -> Digest:
    return news(
        digest,
        known=_known_documents(queries, ledger, documents_named(digest)),
        known_dropped=_known_dropped(queries, ledger, digest.dropped),
    )


def _known_documents(queries: Queries, ledger: Ledger, named: frozenset[DocumentId]) -> frozenset[DocumentId]:
    if not named or not ledger.tables[DOCUMENTS.name].files:
        return frozenset()
    near = Near.keys(DOCUMENTS, named)
    sql = "SELECT id FROM {documents} WHERE id IN (SELECT unnest($ids))"
    return frozenset(
        DocumentId(id_) for (id_,) in queries.rows(sql, ledger, version=ledger.version, near=near, ids=sorted(named))
    )


def _known_dropped(queries: Queries, ledger: Ledger, dropped: Sequence[Dropped]) -> frozenset[Dropped]:
    if not dropped or not ledger.tables[DROPPED.name].files:
        return frozenset()
    sql = f'SELECT DISTINCT {select(DROPPED)} FROM {{dropped}} WHERE "where" IN (SELECT unnest($places))'
    places = sorted({item.where for item in dropped})
    rows = queries.rows(sql, ledger, version=ledger.version, near=Near.keys(DROPPED, places), places=places)
    return frozenset(dropped_of_row(row) for row in rows)


def _append(queries: Queries, folder: Path, ledger: Ledger, new: Digest) -> Ledger:
    version = ledger.version + 1
    tables = dict(ledger.tables)
    for table, rows in _rows_of(new).items():
        if rows:
            before = ledger.tables[table.name]
            delta = table_at(folder, table, before)
            files = write_rows(queries, folder, table, rows, added_in=version)
            tables[table.name] = put(delta, files, before=before)
    return _settled(folder, ledger, Ledger(version=version, tables=tables))


def _rows_of(digest: Digest) -> Mapping[Table, list[Row]]:
    return {
        DOCUMENTS: [row_of_document(document) for document in digest.documents],
        STATEMENTS: [row_of_statement(statement) for statement in digest.statements],
        CLAIMS: [row_of_claim(claim) for claim in digest.claims],
        DROPPED: [row_of_dropped(item) for item in digest.dropped],
    }


def _merge_due(queries: Queries, folder: Path, ledger: Ledger) -> Ledger:
    for table in TABLES:
        while due := files_due(ledger.tables[table.name].files):
            sweep(folder, ledger)
            ledger = _settled(folder, ledger, merged(queries, folder, ledger, table, due))
    return ledger


def _settled(folder: Path, before: Ledger, after: Ledger) -> Ledger:
    """Put the new ledger in force, once all that it names is on the disk to stay."""
    for name, state in after.tables.items():
        held = {file.name for file in before.tables[name].files}
        for file in state.files:
            if file.name not in held:
                put_to_disk(folder / name / file.name)
        if state != before.tables[name]:
            log = folder / name / "_delta_log"
            put_to_disk(log / f"{state.delta_version:020}.json")
            put_to_disk(log)
            put_to_disk(folder / name)
    write_ledger(folder, after)
    _mark_as_left(folder, before, after)
    return after


def _mark_as_left(folder: Path, before: Ledger, after: Ledger) -> None:
    """Let the time of a file tell since when no ledger names it: readers may be at work on it for a while."""
    for name, state in after.tables.items():
        held = {file.name for file in state.files}
        for file in before.tables[name].files:
            if file.name not in held:
                os.utime(folder / name / file.name)


def _refuse_what_is_not_ours(folder: Path) -> None:
    """Refuse to make a store among other files. What an interrupted making left is ours."""
    ours = {LOCK_NAME, *(table.name for table in TABLES)}
    others = sorted(path.name for path in folder.iterdir() if path.name not in ours and LEDGER_NAME not in path.name)
    if others:
        raise StoreError(
            f"Cannot make a store at {folder}: the folder holds other files ({', '.join(others[:3])}). "
            "Name an empty folder, or one that does not exist yet."
        )
    if any(path for table in TABLES for path in (folder / table.name).glob("*.parquet")):
        read_ledger(folder)  # raises: rows without a ledger are a store that has lost it


@contextmanager
def _failing_as_store_error(folder: Path, what_holds: str) -> Iterator[None]:
    """A full disk or a missing right is the user's to put right; nothing half done is in the store by it."""
    import duckdb
    from deltalake.exceptions import DeltaError

    try:
        yield
    except (OSError, DeltaError, duckdb.Error) as error:
        raise StoreError(
            f"Cannot write to the store at {folder}: {str(error).splitlines()[0]}. {what_holds} "
            "Check the disk's space and who may write there, then try again."
        ) from error
