"""What cannot be used is named, with the reason and what to do; the rest is used nevertheless."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.journeys.conftest import Amity

QUESTION = "Are Spain and Sweden allies?"
GOOD = "Spain and Sweden were allies in June 2016."


def a_file(name: str, content: bytes) -> str:
    Path(name).write_bytes(content)
    return name


def test_an_empty_file_says_nothing(amity: Amity) -> None:
    said = amity("ask", QUESTION, a_file("empty.txt", b""))
    assert (said.exit_code, said.out) == (4, "")
    assert said.err == "amity: Cannot read empty.txt: there is no text in it.\n"


def test_a_file_of_blanks_says_nothing_either(amity: Amity) -> None:
    said = amity("ask", QUESTION, a_file("blank.txt", b" \n\n\t\n"))
    assert (said.exit_code, said.err) == (4, "amity: Cannot read blank.txt: there is no text in it.\n")


def test_a_binary_file_is_named_as_what_it_is(amity: Amity) -> None:
    said = amity("add", a_file("photo.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))), "--store", "kept")
    assert (said.exit_code, said.out) == (4, "")
    assert said.err.startswith("amity: Cannot read photo.txt: ")
    assert "PNG" in said.err


def test_an_unknown_ending_is_answered_with_the_known_ones(amity: Amity) -> None:
    said = amity("statements", a_file("speech.wpd", GOOD.encode()))
    assert said.exit_code == 4
    assert said.err.startswith(
        "amity: Cannot read speech.wpd: no reader for '.wpd' files. Known endings: .htm, .html, "
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "iso-8859-15"])
def test_another_encoding_is_read_all_the_same(amity: Amity, encoding: str) -> None:
    text = "Spain and Sweden were allies in June 2016, the envoy said at a café in Malmö. The señor had left."
    said = amity("ask", QUESTION, a_file("old.txt", text.encode(encoding)), "--no-facts", "--json")
    assert (said.exit_code, said.json["answer"], said.err) == (0, "yes", "")
    assert said.json["evidence"][0]["quote"].endswith("at a café in Malmö.")


def test_a_broken_line_is_named_and_the_good_ones_count(amity: Amity) -> None:
    good = json.dumps({"text": GOOD, "date": "2016-07-01"}).encode()
    news = a_file("news.jsonl", good + b'\n{"text": "Spain and\n["no", "object"]\n{"title": "no text"}\n')
    said = amity("ask", QUESTION, news, "--no-facts", "--json")
    assert (said.exit_code, said.json["answer"], said.json["as_of"]) == (0, "yes", "2016-06-30")
    assert [line.split(": ")[2] for line in said.err.splitlines()] == ["news.jsonl:2", "news.jsonl:3", "news.jsonl:4"]
    added = amity("add", news, "--store", "kept", "--json").json
    assert (added["documents"], added["dropped"]) == (1, {"broken": 3})


def test_a_date_that_is_none_is_named_and_the_story_kept_without_it(amity: Amity) -> None:
    news = a_file("news.jsonl", json.dumps({"text": GOOD, "date": "the other day"}).encode())
    said = amity("claims", news)
    assert [claim["published"] for claim in said.lines] == [None]
    assert "'the other day' names no day" in said.err


def test_a_folder_without_files_is_told(amity: Amity) -> None:
    Path("news", "deeper").mkdir(parents=True)
    said = amity("ask", QUESTION, "news")
    assert (said.exit_code, said.err) == (4, "amity: Cannot read news: there are no files in this folder.\n")


def test_a_folder_without_readable_files_is_told_file_by_file(amity: Amity) -> None:
    Path("news").mkdir()
    a_file("news/a.wpd", b"x")
    a_file("news/b.txt", b"")
    said = amity("ask", QUESTION, "news")
    first, *rest = said.err.splitlines()
    assert (said.exit_code, first) == (4, "amity: Cannot read any of the input:")
    assert [line.split(":")[0].strip() for line in rest] == ["news/a.wpd", "news/b.txt"]


def test_a_folder_with_one_good_file_is_answered_from(amity: Amity) -> None:
    Path("news").mkdir()
    a_file("news/a.wpd", b"x")
    a_file("news/b.txt", GOOD.encode())
    said = amity("ask", QUESTION, "news", "--no-facts")
    assert said.exit_code == 0
    assert said.err.startswith("amity: not used: news/a.wpd: no reader for '.wpd' files.")


def test_a_file_that_is_not_there_is_told(amity: Amity) -> None:
    said = amity("ask", QUESTION, "nowhere.txt")
    assert (said.exit_code, said.err) == (4, "amity: Cannot read nowhere.txt: there is no such file or folder.\n")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("", "The question is empty."),
        ("What is the weather like?", "The question names no actor; expected one actor"),
        ("Are they allies?", "The question names no actor; expected two actors"),
        ("Are Spain and allies?", "The question names Spain; expected two actors"),
        ("Are Spain and Atlantis allies?", "No actor called 'Atlantis' is known. Understood: Spain."),
        ("Is Mali an ally of Mali?", "'Mali' and 'Mali' both mean Mali; a relation has two sides."),
        ("Are Moscow and Russia allies?", "'Moscow' and 'Russia' both mean Russia; a relation has two sides."),
    ],
)
def test_a_question_that_is_not_understood_is_answered_with_what_was(amity: Amity, question: str, told: str) -> None:
    said = amity("ask", question, a_file("good.txt", GOOD.encode()))
    assert (said.exit_code, said.out) == (2, "")
    assert said.err.startswith(f"amity: {told}")
    assert "Ask, for example:" in said.err or "ask, for example:" in said.err or "Name another actor." in said.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("ask", QUESTION, "--as-of", "yesterday"),
            "'yesterday' is no ISO date. Expected 2016-06-01, 2016-06 or 2016.",
        ),
        (("ask", QUESTION, "--as-of", "2016-02-30"), "'2016-02-30' is not in the calendar"),
        (("ask", QUESTION, "--known-by", "2016-13"), "'2016-13' is not in the calendar"),
        (("ask", QUESTION, "--as-of", "0000"), "'0000' is not in the calendar"),
        (("ask", QUESTION, "--as-of", "9999"), "9999"),
        (
            ("relation", "Mali", "Niger", "--from", "2016", "--to", "2015"),
            "--to 2015-12-31 is before --from 2016-01-01",
        ),
        (("relation", "Mali", "Niger", "--as-of", "2016", "--to", "2017"), "not both"),
        (("relation", "Mali", "Bamako"), "'Mali' and 'Bamako' both mean Mali; a relation has two sides."),
        (("relation", "Mali", "Atlantis"), "Atlantis"),
        (("ask",), "QUESTION"),
        (("aks", QUESTION), "aks"),
        (("ask", QUESTION, "--sore", "x"), "--sore"),
    ],
)
def test_a_command_that_is_not_understood_says_what_of_it(amity: Amity, arguments: tuple[str, ...], told: str) -> None:
    said = amity(*arguments)
    assert (said.exit_code, said.out) == (2, "")
    assert told in " ".join(said.err.split())


def test_a_store_that_is_not_there_is_no_error_for_a_question_and_one_for_claims(amity: Amity) -> None:
    assert amity("ask", "Are Chad and Peru allies?", "--store", "nowhere", "--as-of", "2016").exit_code == 3
    said = amity("claims", "--store", "nowhere")
    assert (said.exit_code, said.out) == (4, "")
    assert "nowhere" in said.err


def test_a_folder_that_is_no_store_is_refused(amity: Amity) -> None:
    Path("letters").mkdir()
    a_file("letters/ledger.json", b"Dear Anna,")
    said = amity("ask", QUESTION, "--store", "letters")
    assert (said.exit_code, said.out) == (4, "")
    assert "letters" in said.err
