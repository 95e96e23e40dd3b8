"""Understanding in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from amity.core.digests import Digest
from amity.core.documents import Document
from amity.flow.ingest import understand
from amity.flow.tools import Tools


@dataclass(frozen=True, slots=True)
class Here:
    """One batch after the other."""

    tools: Tools

    def understood(self, batches: Iterable[Sequence[Document]]) -> Iterator[Digest]:
        """The digest of each batch, in the order of the batches."""
        for batch in batches:
            yield understand(batch, self.tools)
