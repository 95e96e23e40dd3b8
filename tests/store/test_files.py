"""How rows are cut into files."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amity.store.files import write_merged, write_rows
from amity.store.layout import CLAIMS, DOCUMENTS
from amity.store.queries import Queries
from amity.store.rows import row_of_claim, row_of_document
from tests.store.made_up import ActorId, a_claim, a_document, a_statement

SMALL = replace(CLAIMS, rows_in_file=4)
keys = st.lists(st.sampled_from(["RUS", "SYR", "TUR", "\x00", "é", "'"]), min_size=1, max_size=20)


def rows_about(actors):
    statement = a_statement(a_document())
    return [
        row_of_claim(a_claim(statement, actor=ActorId(actor), recipient=ActorId("USA"), id_=str(place)))
        for place, actor in enumerate(actors)
    ]


def cells(queries, folder, file, *columns):
    path = folder / "claims" / file.name
    with closing(queries.cursor()) as cursor:
        return cursor.execute(f"SELECT {', '.join(columns)} FROM read_parquet('{path}')").fetchall()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(keys, keys)
def test_a_run_is_sorted_from_file_to_file_and_no_key_is_parted(tmp_path, one, other):
    (tmp_path / "claims").mkdir(exist_ok=True)
    with closing(Queries(tmp_path)) as queries:
        first = write_rows(queries, tmp_path, SMALL, rows_about(one), added_in=1)
        second = write_rows(queries, tmp_path, SMALL, rows_about(other), added_in=2)
        merged = write_merged(queries, tmp_path, SMALL, (*first, *second))
        found = [cells(queries, tmp_path, file, "dyad", "id", "added_in") for file in merged]
    together = [row for rows in found for row in rows]
    assert sorted(together) == sorted(
        (row[0], row[1], version) for version, actors in ((1, one), (2, other)) for row in rows_about(actors)
    )
    assert [row[:2] for row in together] == sorted(row[:2] for row in together)
    assert [(file.first, file.last) for file in merged] == [(rows[0][0], rows[-1][0]) for rows in found]
    assert [file.rows for file in merged] == [len(rows) for rows in found]
    assert all(left.last < right.first for left, right in pairwise(merged))
    assert len({file.run for file in merged}) == 1


def test_big_documents_are_cut_into_more_files_than_small_ones(tmp_path):
    (tmp_path / "documents").mkdir()
    table = replace(DOCUMENTS, rows_in_file=8)
    big = [row_of_document(a_document(f"{number}" * 20_000)) for number in range(6)]
    small = [row_of_document(a_document(f"{number}")) for number in range(6)]
    with closing(Queries(tmp_path)) as queries:
        assert len(write_rows(queries, tmp_path, table, small, added_in=1)) == 1
        assert len(write_rows(queries, tmp_path, table, big, added_in=1)) > 3
