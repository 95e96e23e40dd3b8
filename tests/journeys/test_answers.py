"""From files to an answer: the verdict, the day that it is about, and the words that it goes by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import Amity
from tests.journeys.newsroom import HEAP, HORN, PAGE, misquotes, texts_of, write_news

QUESTION = "Are Ethiopia and Eritrea allies?"
SPAIN = b"Spain and Sweden were allies in June 2016."


@pytest.fixture
def horn(tmp_path: Path) -> str:
    return write_news(tmp_path / "horn.jsonl", HORN)


@pytest.mark.parametrize(
    ("as_of", "verdicts", "word"),
    [
        ("1999-06-01", {"at_war"}, "no"),
        ("2018-08", {"partners", "allies"}, None),
        ("2021-02", {"allies"}, "yes"),
        ("1995", {"unknown"}, "unknown"),
    ],
)
def test_the_same_news_answer_differently_for_different_days(
    amity: Amity, horn: str, as_of: str, verdicts: set[str], word: str | None
) -> None:
    said = amity("ask", QUESTION, horn, "--no-facts", "--as-of", as_of, "--json")
    answer = said.json
    assert answer["verdict"] in verdicts
    assert answer["answer"] == word or word is None
    assert said.exit_code == (3 if answer["verdict"] == "unknown" else 0)
    assert misquotes(answer, texts_of(horn)) == []


def test_without_a_day_the_answer_is_for_the_latest_that_the_news_speak_of(amity: Amity, horn: str) -> None:
    answer = amity("ask", QUESTION, horn, "--no-facts", "--json").json
    assert (answer["as_of"], answer["verdict"]) == ("2021-01-11", "allies")
    assert "latest" in answer["as_of_reason"]


def test_a_day_in_the_question_counts_as_the_day_asked_about(amity: Amity, horn: str) -> None:
    answer = amity("ask", "Were Ethiopia and Eritrea at war in March 1999?", horn, "--no-facts", "--json").json
    assert (answer["answer"], answer["as_of"][:7]) == ("yes", "1999-03")


def test_the_day_given_goes_before_the_day_in_the_question(amity: Amity, horn: str) -> None:
    question = "Were Ethiopia and Eritrea at war in March 1999?"
    answer = amity("ask", question, horn, "--no-facts", "--as-of", "2021-02-01", "--json").json
    assert (answer["answer"], answer["as_of"]) == ("no", "2021-02-01")


def test_evidence_names_its_outlet_its_day_and_its_story(amity: Amity, horn: str) -> None:
    answer = amity(
        "ask", "Is Ethiopia at war with Eritrea?", horn, "--no-facts", "--as-of", "1998-06-10", "--json"
    ).json
    found = {item["quote"]: item for item in answer["evidence"]}
    item = found["Ethiopia and Eritrea are at war over Badme."]
    assert (item["publisher"], item["published"], item["title"]) == ("Addis Courier", "1998-06-06", "Bombs on Asmara")
    assert (item["type"], item["for"], item["document_name"]) == ("AT_WAR", True, f"{horn}#1")


def test_the_chances_of_every_answer_sum_to_one(amity: Amity, horn: str) -> None:
    for as_of in ("1999", "2010", "2021"):
        answer = amity("ask", QUESTION, horn, "--no-facts", "--as-of", as_of, "--json").json
        assert sum(answer["probabilities"].values()) == pytest.approx(1, abs=1e-5)


def test_the_order_of_the_two_makes_no_difference(amity: Amity, horn: str) -> None:
    one = amity("ask", "Are Ethiopia and Eritrea allies?", horn, "--no-facts", "--json").json
    other = amity("ask", "Are Eritrea and Ethiopia allies?", horn, "--no-facts", "--json").json
    assert [one[part] for part in ("verdict", "probabilities", "evidence", "changes")] == [
        other[part] for part in ("verdict", "probabilities", "evidence", "changes")
    ]


def test_neither_does_the_order_of_the_files(amity: Amity, tmp_path: Path) -> None:
    first = write_news(tmp_path / "first.jsonl", HORN[:3])
    second = write_news(tmp_path / "second.jsonl", HORN[3:])
    one = amity("ask", QUESTION, first, second, "--no-facts", "--json")
    assert one.json["answer"] == "yes"
    assert one.out == amity("ask", QUESTION, second, first, "--no-facts", "--json").out


def test_a_heap_gives_its_days_itself(amity: Amity, tmp_path: Path) -> None:
    heap = tmp_path / "heap.txt"
    heap.write_text(HEAP, encoding="utf-8")
    war = amity("ask", "Were Ecuador and Peru at war in January 1995?", str(heap), "--no-facts", "--json").json
    assert (war["answer"], war["as_of"][:7]) == ("yes", "1995-01")
    ally = amity("ask", "Was Chile an ally of Ecuador?", str(heap), "--no-facts", "--json").json
    (reason,) = ally["evidence"]
    assert (reason["type"], reason["copies"], reason["published"]) == ("ALLIED", 2, None)
    assert ally["not_counted"]["copies"] >= 1
    assert misquotes(war, texts_of(str(heap))) == misquotes(ally, texts_of(str(heap))) == []


def test_the_question_that_a_heap_repeats_is_no_evidence(amity: Amity, tmp_path: Path) -> None:
    heap = tmp_path / "heap.txt"
    heap.write_text("Are Chad and Peru allies? Is Peru an ally of Chad? Chad and Peru", encoding="utf-8")
    said = amity("ask", "Are Chad and Peru allies?", str(heap), "--no-facts", "--json")
    assert (said.exit_code, said.json["answer"], said.json["evidence"]) == (3, "unknown", [])


def test_a_web_page_gives_its_outlet_and_day_and_not_its_furniture(amity: Amity, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    answer = amity("ask", "Are Vietnam and Laos allies?", str(page), "--no-facts", "--json").json
    assert (answer["answer"], answer["as_of"]) == ("yes", "2009-03-02")
    assert {item["publisher"] for item in answer["evidence"]} == {"The Delta Observer"}
    assert misquotes(answer, texts_of(str(page))) == []


def test_what_is_piped_in_is_answered_from(amity: Amity) -> None:
    said = amity("ask", "Are Spain and Sweden allies?", "-", "--no-facts", "--json", piped=SPAIN)
    assert (said.exit_code, said.json["answer"]) == (0, "yes")
    assert said.json["evidence"][0]["document_name"] == "standard input"


@pytest.mark.parametrize("pair", ["Russia and Syria", "Mali and Niger", "Spain and Sweden"])
def test_undated_words_are_not_taken_for_words_of_the_day_on_which_a_state_was_founded(amity: Amity, pair: str) -> None:
    said = amity("ask", f"Are {pair} allies?", "-", "--no-facts", "--json", piped=f"{pair} are allies.".encode())
    assert said.json["as_of"] > "2000"
    assert said.json["answer"] == "yes"


def test_who_backs_somebody_is_answered_with_a_list(amity: Amity, tmp_path: Path) -> None:
    stories = [
        {"date": "2014-05-02", "source": "A", "text": "Iran backs Hezbollah. Brazil met Chile."},
        {"date": "2014-05-03", "source": "B", "text": "Hezbollah is backed by Iran with arms and money."},
        {"date": "2014-05-03", "source": "C", "text": "Israel attacked Hezbollah."},
    ]
    news = write_news(tmp_path / "news.jsonl", stories)
    answer = amity("ask", "Who backs Hezbollah?", news, "--no-facts", "--json").json
    assert [(line["id"], line["name"]) for line in answer["answer"]] == [("IRN", "Iran")]
    assert misquotes(answer, texts_of(news)) == []
    nobody = amity("ask", "Who backs Peru?", news, "--no-facts", "--json")
    assert (nobody.exit_code, nobody.json["answer"]) == (3, "unknown")


def test_since_when_is_answered_with_the_day_that_the_words_give(amity: Amity, tmp_path: Path) -> None:
    news = write_news(
        tmp_path / "news.jsonl",
        [{"date": "2004-05-02", "text": "Cuba and Angola have been allies since 1975. Cuba and Angola met in Havana."}],
    )
    answer = amity("ask", "Since when are Cuba and Angola allies?", news, "--no-facts", "--json").json
    assert (answer["kind"], answer["answer"][:4]) == ("when", "1975")


def test_whose_side_one_is_on_is_answered_with_those_at_its_side(amity: Amity, tmp_path: Path) -> None:
    text = "Turkey backs the Syrian opposition. Turkey is an enemy of the Syrian government."
    news = write_news(tmp_path / "news.jsonl", [{"date": "2013-05-02", "text": text}])
    answer = amity("ask", "Whose side is Turkey on in Syria?", news, "--no-facts", "--json").json
    assert [line["id"] for line in answer["answer"]] == ["syrian-opposition"]


def test_a_planned_denied_or_feared_alliance_is_none(amity: Amity, tmp_path: Path) -> None:
    stories = [
        {"date": "2011-01-02", "text": "Peru and Chile are not allies."},
        {"date": "2011-01-03", "text": "If Peru and Chile were allies, trade would grow."},
        {"date": "2011-01-04", "text": "Peru may become an ally of Chile."},
    ]
    news = write_news(tmp_path / "news.jsonl", stories)
    assert amity("ask", "Are Peru and Chile allies?", news, "--no-facts", "--json").json["answer"] != "yes"


def test_a_treaty_that_was_signed_binds_from_that_day_on(amity: Amity, horn: str) -> None:
    treaty = amity("ask", QUESTION, horn, "--no-facts", "--as-of", "2018-12", "--json").json["layers"]["treaty"]
    assert (treaty["state"], treaty["since"]) == ("yes", "2018-07-09")


def test_built_in_facts_answer_without_any_document(amity: Amity) -> None:
    with_facts = amity("ask", "Were France and Russia allies in 1900?", "--json")
    assert (with_facts.exit_code, with_facts.json["answer"], with_facts.json["facts_used"]) == (0, "yes", True)
    assert with_facts.json["layers"]["treaty"]["state"] == "yes"
    without = amity("ask", "Were France and Russia allies in 1900?", "--no-facts", "--json")
    assert (without.exit_code, without.json["answer"]) == (3, "unknown")


def test_the_course_and_its_turns_tell_the_same_story_as_the_answers(amity: Amity, horn: str) -> None:
    course = amity("relation", "Ethiopia", "Eritrea", horn, "--no-facts", "--json").json
    verdicts = {estimate["date"][:4]: estimate["verdict"] for estimate in course["estimates"]}
    assert (verdicts["1998"], verdicts["2021"]) == ("at_war", "allies")
    turns = amity("changes", "Eritrea", "Ethiopia", horn, "--no-facts", "--json").json
    assert turns["changes"] == course["changes"]
    for turn in turns["changes"]:
        start, end = turn["interval"]
        assert start <= turn["date"] < end


def test_the_terminal_shows_what_the_json_says(amity: Amity, horn: str) -> None:
    shown = amity("ask", QUESTION, horn, "--no-facts").out
    answer = amity("ask", QUESTION, horn, "--no-facts", "--json").json
    words = " ".join(shown.split())
    assert answer["sentence"] in words
    assert answer["receipt"] in words
    assert answer["evidence"][0]["quote"] in words


def test_an_ally_lost_with_its_leader_speaks_against_the_alliance_of_today(amity: Amity, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    lost = "With the fall of Bashar al-Assad in December 2024, Russia lost its closest ally."
    page.write_text(f"Russia and Syria have been allies since 1980.\n\n{lost}\n")
    answer = amity(
        "ask", "Are Russia and Syria allies?", str(page), "--no-facts", "--as-of", "2025-01-15", "--json"
    ).json
    assert lost in [one["quote"] for one in answer["evidence"] if not one["for"]]


def test_the_words_quoted_for_a_layer_speak_as_the_layer_does(amity: Amity, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    lost = "With the fall of Bashar al-Assad in December 2024, Russia lost its closest ally."
    page.write_text(f"Russia and Syria have been allies since 1980.\n\n{lost}\n")
    answer = amity("ask", "Are Russia and Syria allies?", str(page), "--as-of", "2025-01-28", "--json").json
    assert answer["layers"]["words"]["state"] == "cooperative"
    assert lost in [one["quote"] for one in answer["evidence"] if not one["for"]]
    assert lost not in answer["layers"]["words"]["note"]
