"""Laws that hold for whatever is read: quotations stand where they are said to, and nobody knows what came later."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.journeys.conftest import run_amity
from tests.journeys.newsroom import misquotes, texts_of, write_news

FEW = settings(max_examples=4, deadline=None)  # each reads, stores and asks

actors = st.sampled_from(
    ["Chad", "Libya", "Moscow", "the Russian army", "Angola", "NATO", "Hezbollah", "Cuba’s government"]
)
sayings = st.sampled_from(
    [
        "{a} and {b} are allies.",
        "{a} backs {b} with arms and money.",
        "{a} attacked {b} in March 1987.",
        "“{a} stands by {b},” a diplomat said — and meant it.",
        "{a} accused {b} of fanning war",
        "Relations between {a} and {b}: strained since 1994…",
        "{a} signed a treaty with {b} on 8 October 1980.",
        "once an ally of {a}, {b} now",
    ]
)
noise = st.sampled_from(
    ["Accept all cookies", "qzrrv oplmx tuwwk", "Read more", "😀 naïve café —", "\n\n", "В Москве ждали.", "U.S."]
)
marked = st.builds(
    lambda saying, a, b, number: f"{saying.format(a=a, b=b)} (no. {number})",
    sayings,
    actors,
    actors,
    st.integers(0, 99),
)
heaps = st.lists(st.one_of(marked, marked, noise), min_size=5, max_size=60).map(" ".join)
questions = st.sampled_from(["Are Chad and Libya allies?", "Who are Angola's allies?", "Is Cuba at war with Angola?"])
days = st.dates(date(1979, 1, 1), date(1999, 12, 31))
stories = st.builds(
    lambda saying, a, b, day, outlet: {"date": day.isoformat(), "source": outlet, "text": saying.format(a=a, b=b)},
    sayings,
    st.sampled_from(["Chad", "Angola"]),
    st.sampled_from(["Libya", "Cuba"]),
    days,
    st.sampled_from(["Gazette", "Courier", "Review"]),
)


@contextmanager
def a_desk() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="amity-laws-") as name:
        places = dict.fromkeys(("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"), name)
        with patch.dict("os.environ", places):
            yield Path(name)


@FEW
@given(heap=heaps, question=questions)
def test_every_quotation_of_every_answer_stands_where_it_is_said_to(heap: str, question: str) -> None:
    with a_desk() as desk:
        path = desk / "heap.txt"
        path.write_text(heap, encoding="utf-8")
        texts = texts_of(str(path))
        for line in run_amity("claims", str(path)).lines:
            text = texts[line["document"]]
            assert text[line["start"] : line["end"]] == line["quote"]
            for start, end in (line["actor_mention"], line["recipient_mention"]):
                assert line["start"] <= start < end <= line["end"]
        assert misquotes(run_amity("ask", question, str(path), "--json").json, texts) == []


@FEW
@given(heap=heaps)
def test_every_statement_stands_where_it_is_said_to_and_none_overlap(heap: str) -> None:
    with a_desk() as desk:
        path = desk / "heap.txt"
        path.write_text(heap, encoding="utf-8")
        (text,) = texts_of(str(path)).values()
        reached = 0
        for line in run_amity("statements", str(path)).lines:
            assert text[line["start"] : line["end"]] == line["text"]
            assert text[reached : line["start"]].strip() == ""
            reached = line["end"]
        assert text[reached:].strip() == ""


@FEW
@given(news=st.lists(stories, min_size=1, max_size=8), known_by=days, question=questions)
def test_nothing_published_later_changes_an_answer(
    news: Sequence[dict[str, str]], known_by: date, question: str
) -> None:
    known = [story for story in news if story["date"] <= known_by.isoformat()]
    undated = {"text": "Peru met Chile."}  # so that there is something to read
    with a_desk() as desk:
        everything = write_news(desk / "everything.jsonl", [undated, *news])
        then = write_news(desk / "then.jsonl", [undated, *known])
        assert as_known(question, everything, known_by) == as_known(question, then, known_by)


def test_later_reprints_furniture_and_other_wars_change_nothing_that_was_known_before() -> None:
    news = [
        {"date": "1990-05-01", "source": "Gazette", "text": "Chad and Libya are allies. The rebels attacked Chad."},
        {"date": "1995-05-01", "source": "Courier", "text": "Chad and Libya are allies. Accept all cookies"},
        *(
            {"date": f"1996-05-0{day}", "text": "Syria attacked Turkey. Turkey attacked Syria. and so"}
            for day in range(1, 9)
        ),
    ]
    with a_desk() as desk:
        everything, then = write_news(desk / "everything.jsonl", news), write_news(desk / "then.jsonl", news[:1])
        known_by = date(1991, 1, 1)
        for question in ("Are Chad and Libya allies?", "Who are Chad's allies?", "Are Chad and the rebels allies?"):
            assert as_known(question, everything, known_by) == as_known(question, then, known_by)


def as_known(question: str, path: str, known_by: date) -> dict[str, Any]:
    said = run_amity("ask", question, path, "--known-by", known_by.isoformat(), "--json")
    answer: dict[str, Any] = said.json
    for item in [*answer["evidence"], *(item for line in answer["listed"] for item in line["evidence"])]:
        del item["document_name"]  # the lines of the two files have other numbers
    return {key: value for key, value in answer.items() if key != "receipt"}


@FEW
@given(news=st.lists(stories, min_size=1, max_size=6, unique_by=lambda story: story["text"]), later=st.integers(1, 400))
def test_the_answer_as_known_on_the_last_day_is_the_answer_with_all(news: list[dict[str, str]], later: int) -> None:
    last = date.fromisoformat(max(story["date"] for story in news)) + timedelta(days=later)
    with a_desk() as desk:
        path = write_news(desk / "news.jsonl", news)
        question = "Are Chad and Libya allies?"
        whole = run_amity("ask", question, path, "--no-facts", "--json").json
        known = run_amity("ask", question, path, "--no-facts", "--known-by", last.isoformat(), "--json").json
        assert [whole[part] for part in ("as_of", "verdict", "evidence")] == [
            known[part] for part in ("as_of", "verdict", "evidence")
        ]
