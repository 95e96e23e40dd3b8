"""What of a digest is new."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from amity.core.digests import Digest
from amity.store.adding import news, what_was_added
from tests.store.made_up import a_claim, a_digest, a_document, a_drop, a_statement, digests


@settings(max_examples=40, deadline=None)
@given(digests())
def test_everything_is_new_to_an_empty_store(digest):
    assert news(digest, known=frozenset(), known_dropped=frozenset()) == digest


@settings(max_examples=40, deadline=None)
@given(digests())
def test_nothing_is_new_where_everything_is_known(digest):
    known = frozenset(document.id for document in digest.documents)
    assert news(digest, known=known, known_dropped=frozenset(digest.dropped)) == Digest()


def test_a_known_document_is_left_out_with_its_statements_and_claims():
    both, old, new = a_digest("one", "two"), a_digest("one"), a_digest("two")
    known = frozenset(document.id for document in old.documents)
    assert news(both, known=known, known_dropped=frozenset()) == new


def test_a_document_that_a_digest_has_twice_is_added_once():
    one = a_digest("one")
    twice = Digest(documents=one.documents * 2, statements=one.statements * 2, claims=one.claims * 2)
    new = news(twice, known=frozenset(), known_dropped=frozenset())
    assert new == one
    assert what_was_added(twice, new).documents_known == 1


def test_what_was_dropped_twice_in_one_run_counts_twice():
    digest = Digest(dropped=(a_drop(), a_drop()))
    assert news(digest, known=frozenset(), known_dropped=frozenset()) == digest


@pytest.mark.parametrize("part", ["statements", "claims"])
def test_a_digest_that_lacks_a_document_it_speaks_of_is_our_fault(part):
    statement = a_statement(a_document())
    digest = {"statements": Digest(statements=(statement,)), "claims": Digest(claims=(a_claim(statement),))}[part]
    with pytest.raises(ValueError, match="lacks"):
        news(digest, known=frozenset(), known_dropped=frozenset())
