"""Values as rows and back, before any table is written."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from amity.core.relations import Dyad
from amity.store.layout import CLAIMS, DOCUMENTS, DROPPED, STATEMENTS
from amity.store.rows import (
    claim_of_row,
    document_of_row,
    dropped_of_row,
    dyad_called,
    dyad_key,
    row_of_claim,
    row_of_document,
    row_of_dropped,
    row_of_statement,
    statement_of_row,
)
from tests.store.made_up import digests, texts


@settings(max_examples=40, deadline=None)
@given(digests())
def test_a_value_comes_back_from_its_row_equal(digest):
    assert [document_of_row(row_of_document(item)) for item in digest.documents] == list(digest.documents)
    assert [statement_of_row(row_of_statement(item)) for item in digest.statements] == list(digest.statements)
    assert [claim_of_row(row_of_claim(item)) for item in digest.claims] == list(digest.claims)
    assert [dropped_of_row(row_of_dropped(item)) for item in digest.dropped] == list(digest.dropped)


@settings(max_examples=40, deadline=None)
@given(digests())
def test_a_row_has_a_cell_for_each_column_of_its_table(digest):
    assert {len(row_of_document(item)) for item in digest.documents} <= {len(DOCUMENTS.value_columns)}
    assert {len(row_of_statement(item)) for item in digest.statements} <= {len(STATEMENTS.value_columns)}
    assert {len(row_of_claim(item)) for item in digest.claims} <= {len(CLAIMS.value_columns)}
    assert {len(row_of_dropped(item)) for item in digest.dropped} <= {len(DROPPED.value_columns)}


actor_ids = texts | st.text("|%7C25", max_size=5)


@given(actor_ids, actor_ids)
def test_a_dyad_has_one_key_whichever_actor_is_named_first(one, other):
    assert dyad_key(Dyad(one, other)) == dyad_key(Dyad(other, one))
    assert dyad_called(dyad_key(Dyad(one, other))) == Dyad.of(one, other)


@given(actor_ids, actor_ids, actor_ids, actor_ids)
def test_different_dyads_have_different_keys(one, other, third, fourth):
    same = Dyad.of(one, other) == Dyad.of(third, fourth)
    assert (dyad_key(Dyad(one, other)) == dyad_key(Dyad(third, fourth))) == same
