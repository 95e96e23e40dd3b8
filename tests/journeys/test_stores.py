"""What is kept: adding twice, asking afterwards, and having an old answer again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import Amity
from tests.journeys.newsroom import HEAP, HORN, PAGE, write_news

QUESTION = "Are Ethiopia and Eritrea allies?"


@pytest.fixture
def horn(amity: Amity) -> str:
    return write_news(Path("horn.jsonl"), HORN)


def gist(answer: Mapping[str, Any]) -> list[object]:
    """What an answer says, without the receipt, which names where it was asked."""
    return [value for key, value in answer.items() if key != "receipt"]


def test_adding_twice_adds_nothing(amity: Amity, horn: str) -> None:
    first = amity("add", horn, "--store", "kept", "--json").json
    again = amity("add", horn, "--store", "kept", "--json").json
    assert (first["documents"], first["documents_known"], first["version"]) == (6, 0, 1)
    assert (again["documents"], again["documents_known"], again["version"]) == (0, 6, 1)
    assert (again["statements"], again["claims"]) == (0, 0)


def test_what_is_known_is_passed_over_and_what_is_new_added(amity: Amity, horn: str) -> None:
    amity("add", write_news(Path("first.jsonl"), HORN[:4]), "--store", "kept")
    added = amity("add", horn, "--store", "kept", "--json").json
    assert (added["documents"], added["documents_known"], added["version"]) == (2, 4, 2)


def test_a_document_that_stands_twice_in_the_input_is_one(amity: Amity) -> None:
    news = write_news(Path("twice.jsonl"), [*HORN, *HORN])
    added = amity("add", news, "--store", "kept", "--json").json
    assert added["documents"] == 6
    assert len(amity("claims", "--store", "kept").lines) == len(
        amity("claims", write_news(Path("once.jsonl"), HORN)).lines
    )


def test_asking_the_store_is_asking_the_files(amity: Amity, horn: str) -> None:
    Path("heap.txt").write_text(HEAP, encoding="utf-8")
    Path("page.html").write_text(PAGE, encoding="utf-8")
    files = [horn, "heap.txt", "page.html"]
    for path in files:
        amity("add", path, "--store", "kept")
    for question in (
        QUESTION,
        "Are Vietnam and Laos allies?",
        "Was Chile an ally of Ecuador?",
        "Who are Ethiopia's allies?",
    ):
        from_files = amity("ask", question, *files, "--json").json
        assert gist(amity("ask", question, "--store", "kept", "--json").json) == gist(from_files)


def test_the_claims_of_the_store_are_the_claims_of_the_files(amity: Amity, horn: str) -> None:
    amity("add", horn, "--store", "kept")
    kept, read = amity("claims", "--store", "kept").out, amity("claims", horn).out
    assert sorted(kept.splitlines()) == sorted(read.splitlines())


def test_an_answer_is_given_again_byte_for_byte(amity: Amity, horn: str) -> None:
    answer = amity("ask", QUESTION, horn, "--json").json
    said = amity("verify", answer["receipt"], "--json")
    assert (said.exit_code, said.json["same"]) == (0, True)
    assert said.json["answer"] == answer


def test_an_answer_from_a_store_is_given_again_though_more_was_added_since(amity: Amity, horn: str) -> None:
    amity("add", write_news(Path("first.jsonl"), HORN[:3]), "--store", "kept")
    before = amity("ask", QUESTION, "--store", "kept", "--no-facts", "--json").json
    amity("add", horn, "--store", "kept")
    after = amity("ask", QUESTION, "--store", "kept", "--no-facts", "--json").json
    assert (before["answer"], after["answer"]) == ("no", "yes")
    said = amity("verify", before["receipt"], "--store", "kept", "--json")
    assert (said.exit_code, said.json["answer"]) == (0, before)


def test_the_same_question_of_the_same_evidence_has_the_same_receipt(amity: Amity, horn: str) -> None:
    write_news(Path("copy.jsonl"), HORN)
    receipts = {amity("ask", QUESTION, path, "--as-of", "2021", "--json").json["receipt"] for path in (horn, horn)}
    assert len(receipts) == 1
    assert amity("ask", QUESTION, horn, "--as-of", "2020", "--json").json["receipt"] not in receipts


def test_when_the_file_has_changed_that_is_why_the_answer_is_not_the_same(amity: Amity, horn: str) -> None:
    receipt = amity("ask", QUESTION, horn, "--json").json["receipt"]
    write_news(Path(horn), HORN[:3])
    said = amity("verify", receipt, "--json")
    assert (said.exit_code, said.json["same"]) == (4, False)
    assert said.json["detail"].startswith("the documents have changed since: ")
    assert str(Path(horn).resolve()) in said.json["detail"]


def test_when_the_file_is_gone_that_is_told(amity: Amity, horn: str) -> None:
    receipt = amity("ask", QUESTION, horn, "--json").json["receipt"]
    Path(horn).unlink()
    said = amity("verify", receipt)
    assert (said.exit_code, said.out) == (4, "")
    assert "there is no such file" in said.err


def test_a_receipt_that_is_not_kept_is_told(amity: Amity) -> None:
    said = amity("verify", "0000-0000-0000")
    assert (said.exit_code, said.out) == (4, "")
    assert said.err.startswith("amity: No receipt 0000-0000-0000 is kept in ")


def test_what_was_piped_in_cannot_be_asked_again(amity: Amity) -> None:
    receipt = amity("ask", QUESTION, "-", "--json", piped=b"Eritrea and Ethiopia are allies.").json["receipt"]
    said = amity("verify", receipt)
    assert (said.exit_code, said.out) == (4, "")
    assert "standard input" in said.err
