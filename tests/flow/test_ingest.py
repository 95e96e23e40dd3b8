"""From a document to claims."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from amity.core.dates import Period
from amity.core.documents import Document, document_id
from amity.flow.ingest import era_of, in_batches, understand, understand_document
from amity.flow.tools import Tools
from amity.knowledge.load import load_knowledge

TOOLS = Tools(load_knowledge())
SENTENCES = [
    "Russia and Syria are allies.",
    "Iran backs Hezbollah.",
    "In 2015, Russia intervened in Syria.",
    "Turkey and Greece are rivals",
    "the Syrian rebels were backed by Qatar",
    "Accept all cookies",
    "qzrrv oplmx tuwwk",
    "“Israel attacked Iran,” a diplomat said.",
    "Ukraine’s army…",
    "\u202eMali\u200b",
]


def a_document(text: str, published: date | None = None) -> Document:
    return Document(id=document_id(text, published=published), name="d", text=text, published=published)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES) | st.text(max_size=40), max_size=8))
def test_every_quotation_stands_where_it_is_said_to_and_names_both(parts: list[str]) -> None:
    document = a_document(" ".join(parts))
    digest = understand_document(document, TOOLS)
    for statement in digest.statements:
        assert document.text[statement.start : statement.end] == statement.text
    for claim in digest.claims:
        cited = claim.citation
        assert document.text[cited.start : cited.end] == cited.quote
        for start, end in (claim.actor_mention, claim.recipient_mention):
            assert cited.start <= start < end <= cited.end


def test_documents_are_understood_alike_alone_together_and_twice() -> None:
    documents = [a_document(" ".join(SENTENCES[n:])) for n in range(4)]
    together = understand(documents, TOOLS)
    alone = [claim for document in documents for claim in understand_document(document, TOOLS).claims]
    assert list(together.claims) == alone
    assert understand(documents, TOOLS) == together


def test_an_era_reaches_from_the_earliest_possible_day_to_the_last_known_one() -> None:
    told = [Period(date(2015, 1, 1), None), Period(date(2024, 12, 8), date(2025, 2, 1)), Period()]
    assert era_of(told) == Period(date(2015, 1, 1), date(2025, 2, 1))
    assert era_of([Period(date(2015, 1, 1), None)]) is None


def test_an_event_of_another_century_does_not_stretch_the_era() -> None:
    told = [Period(date(1916, 1, 1), None), Period(date(2024, 12, 8), date(2025, 2, 1))]
    found = era_of(told)
    assert found is not None
    assert found.start is not None
    assert found.start.year >= 2010


def test_batches_lose_nothing_and_keep_the_order() -> None:
    documents = [a_document(f"Text {n}") for n in range(150)]
    assert [document for batch in in_batches(documents) for document in batch] == documents
