"""Every engine understands the same, in the same order, however the documents are shared out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from amity.core.digests import Digest, joined
from amity.core.documents import Document, document_id
from amity.flow.engines import Engine, engine_for, processes
from amity.flow.tools import Tools
from amity.knowledge.load import load_knowledge

TOOLS = Tools(load_knowledge(), "patterns")
TEXTS = [
    "Russia and Syria are allies.",
    "Iran backs Hezbollah.",
    "",
    "Turkey accused Greece of sinking a boat.",
    "Egypt signed a treaty with Israel in 1979.",
    "No actor stands here.",
    "India and Pakistan are at war.",
]


def documents() -> list[Document]:
    return [Document(id=document_id(f"{n} {text}"), name=f"d{n}", text=text) for n, text in enumerate(TEXTS)]


def batches() -> Iterator[list[Document]]:
    whole = documents()
    yield whole[:3]
    yield []
    yield whole[3:]


def in_small_parts(monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(processes, "PART_DOCUMENTS", 1)
    monkeypatch.setattr(processes, "WORTH_SHARING", 0)
    return engine_for(2, TOOLS)


ENGINES: dict[str, Callable[[pytest.MonkeyPatch], Engine]] = {
    "here": lambda _: engine_for(1, TOOLS),
    "processes, little work": lambda _: engine_for(2, TOOLS),
    "processes, small parts": in_small_parts,
}


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_gives_one_digest_for_each_batch_in_order(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = list(ENGINES[name](monkeypatch).understood(batches()))
    assert [digest.documents for digest in found] == [tuple(batch) for batch in batches()]
    assert joined(found) == joined(list(engine_for(1, TOOLS).understood(batches())))


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_without_work_gives_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(ENGINES[name](monkeypatch).understood(iter(()))) == []


def test_joining_digests_keeps_all_in_order() -> None:
    one, other = (Digest(documents=(document,)) for document in documents()[:2])
    assert joined([one, other]).documents == (*one.documents, *other.documents)
    assert joined([]) == Digest()
