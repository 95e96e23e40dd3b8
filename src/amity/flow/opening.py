"""The store that a question is asked of."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from amity.core.documents import Document, DocumentId
from amity.core.dropped import Dropped, Tally
from amity.flow.engines.here import Here
from amity.flow.refresh import Progress, bring
from amity.flow.tools import Tools
from amity.read.files import insist_on_documents, read_paths
from amity.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A store to ask, with what was read into it for this once."""

    store: Store
    tally: Tally
    dropped: tuple[Dropped, ...] = ()
    documents: tuple[DocumentId, ...] = ()


@contextmanager
def opened_for(
    paths: Sequence[str],
    kept: Path,
    tools: Tools,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    version: int | None = None,
    names: Mapping[str, str] | None = None,
) -> Iterator[Opened]:
    """A store of the documents in `paths`, thrown away afterwards; without paths the one that is `kept`.

    Where none is kept yet, an empty one: the built-in facts may answer alone.
    `names` says what a path is to be called in the answer, where not by itself.
    """
    if not paths and kept.exists():
        with Store.open(kept, version=version) as store:
            yield Opened(store=store, tally=Tally())
        return
    with tempfile.TemporaryDirectory(prefix="amity-") as folder, Store.open(Path(folder), create=True) as store:
        if not paths:
            yield Opened(store=store, tally=Tally())
            return
        items = insist_on_documents(read_paths(paths, stdin=stdin))
        brought = bring((_called(item, names or {}) for item in items), store, Here(tools), progress)
        yield Opened(store=store, tally=brought.tally, dropped=brought.dropped, documents=brought.documents)


def _called(item: Document | Dropped, names: Mapping[str, str]) -> Document | Dropped:
    """A document under the name of its path in `names`."""
    if isinstance(item, Document):
        for path, name in names.items():
            if item.name.startswith(path):
                return replace(item, name=name + item.name.removeprefix(path))
    return item
