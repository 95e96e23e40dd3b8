"""Who understands the batches of documents: this process, or several beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from amity.core.digests import Digest
from amity.core.documents import Document
from amity.flow.engines.here import Here
from amity.flow.engines.processes import Processes
from amity.flow.tools import Tools

__all__ = ["Engine", "engine_for"]


class Engine(Protocol):
    """Understands batches of documents, wherever."""

    def understood(self, batches: Iterable[Sequence[Document]]) -> Iterator[Digest]:
        """The digest of each batch, in the order of the batches."""


def engine_for(workers: int, tools: Tools) -> Engine:
    """This process for one worker, else so many processes."""
    return Here(tools) if workers <= 1 else Processes(tools, workers)
