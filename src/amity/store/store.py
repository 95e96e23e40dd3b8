"""A store of documents, statements and claims, in a folder, that remembers each of its versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from amity.core.actors import ActorId
from amity.core.claims import Claim, ClaimId
from amity.core.digests import Digest
from amity.core.documents import Document, DocumentId, Statement, StatementId, StatementKind
from amity.core.dropped import Dropped, DropReason
from amity.core.errors import StoreError
from amity.core.relations import Dyad
from amity.store.adding import Added
from amity.store.extent import Counts, Span
from amity.store.layout import CLAIMS, DOCUMENTS, DROPPED, STATEMENTS, Table
from amity.store.ledger import Ledger, check_files, read_ledger
from amity.store.queries import FilesGoneError, Near, Queries, order_of, select, stretches_in
from amity.store.rows import Row, claim_of_row, document_of_row, dropped_of_row, dyad_called, dyad_key, statement_of_row
from amity.store.writing import add_to, compacted, made

_PARTS_OF_A_FILE = 8  # read at once, so that memory stays small


class Store:
    """One version of a store, to read, and the door through which more is added.

    What it gives is the same each time it is asked, in the same order, until
    `add` moves it on. It may be used from several threads. Others may add to
    the same folder meanwhile; open it again to see what they added.
    """

    def __init__(self, folder: Path, ledger: Ledger, *, version: int, pinned: bool, wait_seconds: float) -> None:
        self._folder = folder
        self._ledger = ledger
        self._version = version
        self._pinned = pinned
        self._wait_seconds = wait_seconds
        self._queries = Queries(folder)

    @classmethod
    def open(
        cls, folder: Path, *, create: bool = False, version: int | None = None, wait_seconds: float = 10.0
    ) -> Store:
        """Open the store in `folder`, as it is now or as it was at a version.

        `create` makes an empty store where there is none. `wait_seconds` is how
        long to wait for another writer. Raises StoreError where there is no
        store, a broken one, one of a newer layout, or no such version.
        """
        ledger = made(folder, wait_seconds=wait_seconds) if create else read_ledger(folder)
        if version is not None and not 0 <= version <= ledger.version:
            raise StoreError(
                f"The store at {folder} has no version {version}: its versions go from 0 to {ledger.version}. "
                "Name one of these, or none for the newest."
            )
        check_files(folder, ledger)
        at = ledger.version if version is None else version
        return cls(folder, ledger, version=at, pinned=version is not None, wait_seconds=wait_seconds)

    @property
    def folder(self) -> Path:
        return self._folder

    @property
    def version(self) -> int:
        """Which version is read: 0 for an empty store, one more after each add that brought something."""
        return self._version

    def add(self, digest: Digest) -> Added:
        """Add what is new in the digest, all of it or, where that fails, nothing.

        Documents that the store knows are left out together with their
        statements and claims. Raises StoreError where another writes for longer
        than `wait_seconds`, where the disk does not take it, or where this store
        was opened at an older version.
        """
        self._refuse_if_pinned("add to")
        self._ledger, added = add_to(self._folder, digest, self._queries, wait_seconds=self._wait_seconds)
        self._version = self._ledger.version
        return added

    def compact(self) -> None:
        """Sort each table through and through, for the fastest answers. Every version stays readable."""
        self._refuse_if_pinned("compact")
        self._ledger = compacted(self._folder, self._queries, wait_seconds=self._wait_seconds)
        self._version = self._ledger.version

    def documents(self, ids: Sequence[DocumentId] | None = None) -> Iterator[Document]:
        """These documents, or all, by id; ids that the store does not know are passed over."""
        return (document_of_row(row) for row in self._select(DOCUMENTS, ids))

    def document_ids(self) -> frozenset[DocumentId]:
        return frozenset(DocumentId(id_) for (id_,) in self._rows("SELECT id FROM {documents} ORDER BY id"))

    def statements(self, documents: Sequence[DocumentId] | None = None) -> Iterator[Statement]:
        """The statements of these documents, or all, by document and place in it."""
        return (statement_of_row(row) for row in self._select(STATEMENTS, documents))

    def copies(self, statements: Sequence[StatementId]) -> Mapping[StatementId, int]:
        """How many statements repeat each of these; those that none repeats are not in the answer."""
        sql = (
            "SELECT copy_of, count(*) FROM {statements} "
            "WHERE copy_of IN (SELECT unnest($ids)) GROUP BY copy_of ORDER BY copy_of"
        )
        return {StatementId(id_): count for id_, count in self._rows(sql, ids=list(statements))}

    def claims_about(self, dyad: Dyad, *, known_by: date | None = None) -> tuple[Claim, ...]:
        """The claims of either actor of the dyad about the other, by id.

        With `known_by` only those published by that day: a claim of unknown
        publication is left out, since nobody can tell that it was known.
        """
        return self._claims_in([dyad_key(dyad)], where=_known(known_by), **_day(known_by))

    def claims_of(self, actor: ActorId, *, known_by: date | None = None) -> tuple[Claim, ...]:
        """The claims in which the actor is either side, by id; `known_by` as in `claims_about`."""
        sql = "SELECT DISTINCT dyad FROM {claims} WHERE actor = $actor OR recipient = $actor ORDER BY dyad"
        keys = [key for (key,) in self._rows(sql, actor=actor)]
        return self._claims_in(keys, where=_known(known_by), **_day(known_by))

    def claims_called(self, ids: Sequence[ClaimId]) -> tuple[Claim, ...]:
        """The claims with these ids, by id; ids that the store does not know are passed over."""
        wanted = "id IN (SELECT unnest($ids))"
        keys = [key for (key,) in self._rows(f"SELECT DISTINCT dyad FROM {{claims}} WHERE {wanted}", ids=list(ids))]
        return self._claims_in(keys, where=wanted, ids=list(ids))

    def claims(self, *, known_by: date | None = None) -> Iterator[Claim]:
        """All claims, dyad by dyad, by id within one; no more than some thousands in memory at once."""
        rows = self._in_stretches(CLAIMS, where=_known(known_by), **_day(known_by))
        return (claim_of_row(row) for row in rows)

    def dyads(self) -> Mapping[Dyad, int]:
        """Every dyad that a claim is about, and how many are."""
        sql = "SELECT dyad, count(*) FROM {claims} GROUP BY dyad ORDER BY dyad"
        return {dyad_called(key): count for key, count in self._rows(sql)}

    def dropped(self) -> Iterator[Dropped]:
        """What was not used, in the order of adding."""
        order = ", ".join(f'"{name}"' for name in ("added_in", *DROPPED.sorted_by))
        rows = self._rows(f"SELECT {select(DROPPED)} FROM {{dropped}} ORDER BY {order}")
        return (dropped_of_row(row) for row in rows)

    def counts(self) -> Counts:
        """How much there is of each; kinds and reasons that do not occur are left out."""
        kinds = list(self._rows("SELECT kind, count(*), count(copy_of) FROM {statements} GROUP BY kind ORDER BY kind"))
        reasons = self._rows("SELECT reason, count(*) FROM {dropped} GROUP BY reason ORDER BY reason")
        return Counts(
            documents=self._count(DOCUMENTS),
            statements={StatementKind(kind): count for kind, count, _ in kinds},
            copies=sum(copies for _, _, copies in kinds),
            claims=self._count(CLAIMS),
            dropped={DropReason(reason): count for reason, count in reasons},
        )

    def span(self) -> Span:
        """From when until when the store's claims and documents reach; None where nothing says."""
        ((first_published, last_published),) = self._rows(
            "SELECT min(published), max(published) FROM "
            "(SELECT published FROM {documents} UNION ALL SELECT published FROM {claims})"
        )
        last_day = "CASE WHEN holds_until > DATE '0001-01-01' THEN holds_until - 1 END"  # there is no day before it
        ((first_held, last_held),) = self._rows(
            f"SELECT min(least(holds_from, {last_day})), max(greatest(holds_from, {last_day})) "
            "FROM {claims} WHERE dated"
        )
        return Span(
            first_published=first_published,
            last_published=last_published,
            first_held=first_held,
            last_held=last_held,
        )

    def close(self) -> None:
        self._queries.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def _refuse_if_pinned(self, deed: str) -> None:
        if self._pinned:
            raise StoreError(
                f"Cannot {deed} the store at {self._folder} as it was at version {self._version}. "
                "Open it without naming a version."
            )

    def _count(self, table: Table) -> int:
        ((count,),) = self._rows(f"SELECT count(*) FROM {{{table.name}}}")
        return int(count)

    def _claims_in(self, dyads: Sequence[str], *, where: str, **parameters: Any) -> tuple[Claim, ...]:
        if not dyads:
            return ()
        sql = f"SELECT {select(CLAIMS)} FROM {{claims}} WHERE dyad IN (SELECT unnest($dyads)) AND {where} ORDER BY id"
        rows = self._rows(sql, near=Near.keys(CLAIMS, dyads), dyads=list(dyads), **parameters)
        return tuple(claim_of_row(row) for row in rows)

    def _select(self, table: Table, keys: Sequence[str] | None) -> Iterator[Row]:
        if keys is None:
            return self._in_stretches(table)
        if not keys:
            return iter(())
        where = f"{table.key} IN (SELECT unnest($keys))"
        sql = f"SELECT {select(table)} FROM {{{table.name}}} WHERE {where} ORDER BY {order_of(table)}"
        return self._rows(sql, near=Near.keys(table, keys), keys=list(keys))

    def _in_stretches(self, table: Table, *, where: str = "true", **parameters: Any) -> Iterator[Row]:
        """All rows of the version that is read now, in order."""
        version = self._version
        size = table.rows_in_file // _PARTS_OF_A_FILE
        stretches = list(self._rows(stretches_in(f"{{{table.name}}}", table), version=version, size=size))
        sql = (
            f"SELECT {select(table)} FROM {{{table.name}}} "
            f"WHERE {table.key} BETWEEN $first AND $last AND {where} ORDER BY {order_of(table)}"
        )
        return (
            row
            for first, last in stretches
            for row in self._rows(
                sql, version=version, near=Near.stretch(table, first, last), first=first, last=last, **parameters
            )
        )

    def _rows(
        self, sql: str, *, version: int | None = None, near: Near | None = None, **parameters: Any
    ) -> Iterator[Row]:
        """Run a query on one version; where its files were merged away, on those that hold the same rows now."""
        at = self._version if version is None else version
        ledger = self._ledger
        try:
            return self._queries.rows(sql, ledger, version=at, near=near, **parameters)
        except FilesGoneError:
            newest = read_ledger(self._folder)
            check_files(self._folder, newest)
        self._ledger = newest
        return self._queries.rows(sql, newest, version=at, near=near, **parameters)


def _known(known_by: date | None) -> str:
    return "true" if known_by is None else "published <= $known_by"


def _day(known_by: date | None) -> dict[str, Any]:
    return {} if known_by is None else {"known_by": known_by}
