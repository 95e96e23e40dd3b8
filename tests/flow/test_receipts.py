"""Receipts: kept whole, found again, the same for the same."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from amity.core.errors import ReceiptError
from amity.flow.receipts import Receipt, digest_of, find, identified, keep

RECEIPT = Receipt(
    id="",
    question="Are Russia and Syria allies?",
    as_of=None,
    known_by=None,
    today="2026-01-01",
    use_facts=True,
    knowledge="abc",
    store=None,
    version=None,
    paths=("/a/page.txt",),
    named=("page.txt",),
    documents=digest_of(["d1", "d2"]),
    answer="{}",
)


def test_a_receipt_is_found_as_it_was_kept(tmp_path: Path) -> None:
    receipt = identified(RECEIPT)
    assert keep(receipt, tmp_path)
    assert find(receipt.id, tmp_path) == receipt


def test_the_same_question_of_the_same_evidence_has_the_same_receipt_wherever_it_lies() -> None:
    elsewhere = replace(RECEIPT, paths=("/b/page.txt",), named=("../b/page.txt",))
    assert identified(elsewhere).id == identified(RECEIPT).id
    assert identified(replace(RECEIPT, answer='{"answer": "no"}')).id != identified(RECEIPT).id


def test_where_the_users_actors_lie_does_not_matter_and_they_are_found_with_the_receipt(tmp_path: Path) -> None:
    with_actors = identified(replace(RECEIPT, actors=("/a/mine.csv",), leave_out_bad_actors=True))
    assert with_actors.id == identified(RECEIPT).id
    keep(with_actors, tmp_path)
    assert find(with_actors.id, tmp_path) == with_actors


def test_a_receipt_from_before_users_had_actors_is_still_understood(tmp_path: Path) -> None:
    receipt = identified(RECEIPT)
    keep(receipt, tmp_path)
    path = tmp_path / f"{receipt.id}.json"
    row = json.loads(path.read_text(encoding="utf-8"))
    del row["actors"], row["leave_out_bad_actors"]
    path.write_text(json.dumps(row), encoding="utf-8")
    assert find(receipt.id, tmp_path) == receipt


def test_the_order_of_documents_does_not_matter() -> None:
    assert digest_of(["a", "b"]) == digest_of(["b", "a"]) != digest_of(["a"])


@pytest.mark.parametrize("id_", ["", "../../etc/passwd", "xyz", "0000-0000-0000"])
def test_an_unknown_receipt_is_refused_with_a_reason(id_: str, tmp_path: Path) -> None:
    with pytest.raises(ReceiptError):
        find(id_, tmp_path)


def test_a_damaged_receipt_is_refused(tmp_path: Path) -> None:
    (tmp_path / "0000-0000-0000.json").write_text("{broken")
    with pytest.raises(ReceiptError, match="damaged"):
        find("0000-0000-0000", tmp_path)


def test_a_receipt_that_cannot_be_kept_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not keep(identified(RECEIPT), tmp_path / "file")
