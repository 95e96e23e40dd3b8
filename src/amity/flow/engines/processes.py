"""Understanding in several processes on this machine.

Documents are shared out in parts smaller than a batch, so that all processes
have work to the end. They come back in their order, and each is understood as it
would be alone: how many processes there are changes nothing in what is stored.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from multiprocessing import get_context

from amity.core.digests import Digest, joined
from amity.core.documents import Document
from amity.flow.ingest import in_batches, understand
from amity.flow.tools import Tools, tools_with
from amity.knowledge.load import Knowledge
from amity.knowledge.user_files import UserFile

PART_DOCUMENTS, PART_CHARACTERS = 16, 200_000
WORTH_SHARING = 2  # parts; fewer are done before another process has started
AHEAD = 2  # parts that wait for each process

_tools: Tools  # of a process that works for another


@dataclass(frozen=True, slots=True)
class Processes:
    """Several processes, each with tools of its own; started when there is work for them."""

    tools: Tools
    workers: int

    def understood(self, batches: Iterable[Sequence[Document]]) -> Iterator[Digest]:
        """The digest of each batch, in the order of the batches."""
        coming = iter(batches)
        first = next(coming, None)
        if first is None:
            return
        second = next(coming, None)
        if second is None and len(list(_parts(first))) <= WORTH_SHARING:
            yield understand(first, self.tools)
            return
        yield from self._shared(chain([first], [] if second is None else [second], coming))

    def _shared(self, batches: Iterable[Sequence[Document]]) -> Iterator[Digest]:
        knowledge = self.tools.knowledge
        given = (knowledge.actor_files, knowledge.leave_out_bad, self.tools.extractor_name)
        # A fresh interpreter for each: what the store's libraries keep running does not survive a fork.
        pool = ProcessPoolExecutor(self.workers, get_context("spawn"), initializer=_begin, initargs=given)
        waiting: deque[list[Future[Digest]]] = deque()
        try:
            for batch in batches:
                waiting.append([pool.submit(_understand, part) for part in _parts(batch)])
                while sum(len(parts) for parts in waiting) > AHEAD * self.workers and len(waiting) > 1:
                    yield joined([part.result() for part in waiting.popleft()])
            while waiting:
                yield joined([part.result() for part in waiting.popleft()])
        finally:
            pool.shutdown(cancel_futures=True)


def _parts(batch: Sequence[Document]) -> Iterator[tuple[Document, ...]]:
    return in_batches(batch, PART_DOCUMENTS, PART_CHARACTERS)


def _begin(actor_files: tuple[UserFile, ...], leave_out_bad: bool, extractor: str) -> None:
    global _tools
    gc.set_threshold(100_000, 20, 20)
    knowledge = Knowledge(actor_files, leave_out_bad=leave_out_bad)
    _tools = tools_with(knowledge, extractor)


def _understand(part: Sequence[Document]) -> Digest:
    return understand(part, _tools)
