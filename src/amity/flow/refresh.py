"""Bringing documents into a store, batch by batch, so that it may be stopped and taken up."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from amity.core.digests import Digest
from amity.core.documents import Document, DocumentId, StatementKind
from amity.core.dropped import Dropped, Tally
from amity.flow.engines import Engine
from amity.flow.ingest import in_batches
from amity.store import Store


class Progress(Protocol):
    """Somebody who shows how far the work is."""

    def begin(self, what: str, total: int | None) -> None: ...

    def step(self, count: int = 1) -> None: ...

    def end(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came of reading: how much, what was dropped and why, and which documents they were."""

    tally: Tally
    dropped: tuple[Dropped, ...]
    documents: tuple[DocumentId, ...]


def bring(items: Iterable[Document | Dropped], store: Store, engine: Engine, progress: Progress | None) -> Brought:
    """Understand what is not yet in the store and add it; each batch is one version of the store."""
    dropped: list[Dropped] = []
    tally = Tally()
    seen: list[DocumentId] = []
    sizes: deque[int] = deque()
    fresh = _fresh(in_batches(_documents(items, dropped)), set(store.document_ids()), tally, seen, sizes)
    if progress is not None:
        progress.begin("reading and understanding", None)
    try:
        for digest in engine.understood(fresh):
            if digest.documents or dropped:
                _add(store, digest, tally)
            dropped += digest.dropped
            size = sizes.popleft()
            if progress is not None:
                progress.step(size)
    finally:
        if progress is not None:
            progress.end()
    tally.count_dropped(dropped)
    return Brought(tally=tally, dropped=tuple(dropped), documents=tuple(dict.fromkeys(seen)))


def _fresh(
    batches: Iterable[Sequence[Document]],
    known: set[DocumentId],
    tally: Tally,
    seen: list[DocumentId],
    sizes: deque[int],
) -> Iterator[list[Document]]:
    """Of each batch what is not known yet; the others are counted. An engine may ask for batches ahead of its work."""
    for batch in batches:
        seen += [document.id for document in batch]
        fresh = [document for document in _once(batch) if document.id not in known]
        tally.documents_known += len(batch) - len(fresh)
        known.update(document.id for document in fresh)
        sizes.append(len(batch))
        yield fresh


def _documents(items: Iterable[Document | Dropped], dropped: list[Dropped]) -> Iterator[Document]:
    for item in items:
        if isinstance(item, Dropped):
            dropped.append(item)
        else:
            yield item


def _once(batch: Iterable[Document]) -> list[Document]:
    return list({document.id: document for document in batch}.values())


def _add(store: Store, digest: Digest, tally: Tally) -> None:
    store.add(digest)
    count(digest, tally)


def count(digest: Digest, tally: Tally) -> None:
    """Count a digest into a tally."""
    tally.documents += len(digest.documents)
    tally.statements += len(digest.statements)
    tally.copies += sum(statement.copy_of is not None for statement in digest.statements)
    tally.cut_off += sum(statement.kind is StatementKind.CUT_OFF for statement in digest.statements)
    tally.boilerplate += sum(statement.kind is StatementKind.BOILERPLATE for statement in digest.statements)
    tally.claims += len(digest.claims)
