"""What goes into a store comes out of it."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from amity.core.claims import ClaimId
from amity.core.dates import Period, on_day
from amity.core.digests import Digest
from amity.core.documents import DocumentId, StatementKind
from amity.core.dropped import DropReason
from amity.core.relations import Dyad
from amity.store import Added, Counts, Span, Store
from tests.store.made_up import RUSSIA, SYRIA, TURKEY, a_claim, a_digest, a_document, a_drop, a_statement, digests

RUSSIA_SYRIA = Dyad.of(RUSSIA, SYRIA)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "store", create=True) as opened:
        yield opened


def of_dyads(*pairs, published=None):
    """A digest of one document with a claim for each pair of actors."""
    document = a_document()
    statement = a_statement(document)
    claims = (
        a_claim(statement, actor=actor, recipient=recipient, id_=f"{place}", published=published)
        for place, (actor, recipient) in enumerate(pairs)
    )
    return Digest(documents=(document,), statements=(statement,), claims=tuple(claims))


@settings(max_examples=15, deadline=None)
@given(digests())
def test_a_digest_comes_back_equal(digest):
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder), create=True) as store:
        store.add(digest)
        assert set(store.documents()) == set(digest.documents)
        assert set(store.statements()) == set(digest.statements)
        assert set(store.claims()) == set(digest.claims)
        assert sorted(map(repr, store.dropped())) == sorted(map(repr, digest.dropped))
        assert store.document_ids() == {document.id for document in digest.documents}
        for claim in digest.claims:
            assert claim in store.claims_about(Dyad.of(claim.recipient, claim.actor))
            assert claim in store.claims_of(claim.recipient)
            assert store.claims_called([claim.id]) == (claim,)


def test_adding_again_adds_nothing(store):
    digest = a_digest("one", "two", dropped=(a_drop(), a_drop()))
    assert store.add(digest) == Added(documents=2, statements=2, claims=2, dropped=2)
    version, counts = store.version, store.counts()
    assert store.add(digest) == Added(documents_known=2)
    assert (store.version, store.counts()) == (version, counts)


def test_only_what_is_new_is_added(store):
    store.add(a_digest("one"))
    assert store.add(a_digest("one", "two")) == Added(documents=1, documents_known=1, statements=1, claims=1)
    assert store.counts().documents == 2


def test_the_order_of_adding_does_not_show(tmp_path):
    digests_ = [a_digest("one"), a_digest("two"), a_digest("three", "four")]
    found = []
    for name, order in (("forth", digests_), ("back", digests_[::-1])):
        with Store.open(tmp_path / name, create=True) as store:
            for digest in order:
                store.add(digest)
            found.append((list(store.documents()), list(store.statements()), list(store.claims()), store.counts()))
    assert found[0] == found[1]


def test_an_empty_store_has_nothing(store):
    assert store.version == 0
    assert store.counts() == Counts(documents=0, statements={}, copies=0, claims=0, dropped={})
    assert store.span() == Span(first_published=None, last_published=None, first_held=None, last_held=None)
    assert (list(store.documents()), list(store.claims()), store.dyads(), list(store.dropped())) == ([], [], {}, [])
    assert store.claims_about(RUSSIA_SYRIA) == store.claims_of(RUSSIA) == ()


def test_documents_and_statements_are_found_by_document(store):
    digest = a_digest("one", "two", "three")
    store.add(digest)
    wanted = digest.documents[1].id
    assert list(store.documents([wanted, DocumentId("never seen")])) == [digest.documents[1]]
    assert list(store.statements([wanted])) == [digest.statements[1]]
    assert list(store.documents([])) == list(store.statements([])) == []


def test_claims_about_a_dyad_point_either_way_and_come_by_id(store):
    store.add(of_dyads((SYRIA, RUSSIA), (RUSSIA, TURKEY), (RUSSIA, SYRIA)))
    assert [claim.id for claim in store.claims_about(RUSSIA_SYRIA)] == ["0", "2"]
    assert [claim.id for claim in store.claims_about(Dyad(SYRIA, RUSSIA))] == ["0", "2"]


def test_claims_of_an_actor_are_those_in_which_it_is_either_side(store):
    store.add(of_dyads((SYRIA, RUSSIA), (RUSSIA, TURKEY), (TURKEY, SYRIA)))
    assert [claim.id for claim in store.claims_of(TURKEY)] == ["1", "2"]


def test_claims_come_dyad_by_dyad(store):
    store.add(of_dyads((TURKEY, SYRIA), (RUSSIA, SYRIA), (SYRIA, TURKEY), (SYRIA, RUSSIA)))
    assert [claim.id for claim in store.claims()] == ["1", "3", "0", "2"]
    assert store.dyads() == {RUSSIA_SYRIA: 2, Dyad.of(SYRIA, TURKEY): 2}


@pytest.mark.parametrize(
    ("published", "known"),
    [(date(2015, 9, 30), True), (date(2015, 10, 1), True), (date(2015, 10, 2), False), (None, False)],
)
def test_known_by_leaves_out_what_nobody_could_know_then(store, published, known):
    store.add(of_dyads((RUSSIA, SYRIA), published=published))
    then = date(2015, 10, 1)
    assert len(store.claims_about(RUSSIA_SYRIA, known_by=then)) == known
    assert len(store.claims_of(RUSSIA, known_by=then)) == known
    assert len(list(store.claims(known_by=then))) == known


def test_claims_are_found_by_id(store):
    store.add(of_dyads((RUSSIA, SYRIA), (RUSSIA, TURKEY), (SYRIA, TURKEY)))
    found = store.claims_called([ClaimId("2"), ClaimId("0"), ClaimId("never made")])
    assert [claim.id for claim in found] == ["0", "2"]
    assert store.claims_called([]) == ()


def test_copies_are_counted_by_what_they_repeat(store):
    first, second, third = (a_document(text) for text in ("one", "one.", "one!"))
    original = a_statement(first)
    copies = (a_statement(second, copy_of=original), a_statement(third, copy_of=original))
    store.add(Digest(documents=(first, second, third), statements=(original, *copies)))
    assert store.copies([original.id, copies[0].id]) == {original.id: 2}
    assert store.copies([]) == {}
    assert store.counts().copies == 2


def test_counts_tell_kinds_and_reasons_apart(store):
    drops = (a_drop(), a_drop("empty.txt", DropReason.EMPTY), a_drop("other.png"))
    store.add(a_digest("one", "two", dropped=drops))
    assert store.counts() == Counts(
        documents=2,
        statements={StatementKind.STATEMENT: 2},
        copies=0,
        claims=2,
        dropped={DropReason.BINARY: 2, DropReason.EMPTY: 1},
    )


@pytest.mark.parametrize(
    ("holds", "first", "last"),
    [
        (on_day(date(2015, 9, 30)), date(2015, 9, 30), date(2015, 9, 30)),
        (Period(date(1980, 10, 8), None), date(1980, 10, 8), date(1980, 10, 8)),
        (Period(None, date(2024, 12, 8)), date(2024, 12, 7), date(2024, 12, 7)),
        (Period(date(1980, 10, 8), date(2024, 12, 8)), date(1980, 10, 8), date(2024, 12, 7)),
        (Period(None, date(1, 1, 1)), None, None),
        (None, None, None),
    ],
)
def test_the_span_reaches_as_far_as_dated_claims_speak(store, holds, first, last):
    document = a_document(published=date(2020, 5, 1))
    statement = a_statement(document)
    claim = a_claim(statement, holds=holds, published=date(2019, 5, 1))
    store.add(Digest(documents=(document,), statements=(statement,), claims=(claim,)))
    assert store.span() == Span(
        first_published=date(2019, 5, 1), last_published=date(2020, 5, 1), first_held=first, last_held=last
    )


def test_a_file_name_that_is_not_utf8_is_kept(store):
    document = a_document("caf\udce9 \ud83d")
    store.add(Digest(documents=(document,)))
    assert list(store.documents([document.id])) == [document]


def test_a_folder_may_have_any_name(tmp_path):
    with Store.open(tmp_path / "it's [my] *store* {1} 100% é", create=True) as store:
        store.add(a_digest("one"))
        store.add(a_digest("two"))
        store.compact()
        assert store.counts().documents == 2
