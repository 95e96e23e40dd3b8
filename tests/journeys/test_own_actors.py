"""A user's own actors, from a file to an answer that can be given again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import Amity

ACTORS = (
    "id,name,existed,also,adjectives,people,seats,part_of,follows,source\n"
    "ruritanian-league,Ruritanian League,1894-05-01..,,Ruritanian,Ruritanians,Strelsau,,,made up\n"
)
BAD_ROW = "black-michael,Black Michael,1894,,,,,,,made up\n"
LEADERS = (
    "person,also,actor,office,in_office,source\nTheodor Neuhoff,Neuhoff,ruritanian-league,king,1894-05-01..,made up\n"
)
STORY = "In June 2016 the Ruritanians and Sweden were allies. Strelsau and Sweden were allies in June 2016."
QUESTION = "Are Sweden and the Ruritanian League allies?"


@pytest.fixture(autouse=True)
def files(amity: Amity) -> None:
    for name, content in {
        "mine.csv": ACTORS,
        "leaders.csv": LEADERS,
        "flawed.csv": ACTORS + BAD_ROW,
        "story.txt": STORY,
    }.items():
        Path(name).write_text(content, encoding="utf-8")


def test_an_actor_that_nobody_knew_is_asked_about(amity: Amity) -> None:
    assert amity("ask", QUESTION, "story.txt").exit_code == 2
    said = amity("ask", QUESTION, "story.txt", "--actors", "mine.csv", "--json")
    assert (said.exit_code, said.json["answer"], said.err) == (0, "yes", "")
    assert {actor["id"] for actor in said.json["actors"]} == {"ruritanian-league", "SWE"}
    assert amity("ask", QUESTION, "story.txt").exit_code == 2


def test_the_answer_is_given_again_with_the_same_actors(amity: Amity, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = amity("ask", QUESTION, "story.txt", "--actors", "mine.csv", "--actors", "leaders.csv", "--json")
    receipt = asked.json["receipt"]
    Path("elsewhere").mkdir()
    with monkeypatch.context() as moved:
        moved.chdir("elsewhere")
        assert amity("verify", receipt).exit_code == 0
    Path("mine.csv").write_text(ACTORS.replace("Strelsau", "Zenda"), encoding="utf-8")
    changed = amity("verify", receipt)
    assert changed.exit_code == 4
    assert "mine.csv" in changed.out
    Path("mine.csv").unlink()
    gone = amity("verify", receipt)
    assert (gone.exit_code, gone.out) == (4, "")
    assert "mine.csv: there is no such file" in gone.err


def test_an_answer_in_spite_of_flawed_rows_is_given_again(amity: Amity) -> None:
    asked = amity("ask", QUESTION, "story.txt", "--actors", "flawed.csv", "--skip-bad-actors", "--json")
    assert (asked.exit_code, asked.json["answer"]) == (0, "yes")
    assert asked.err.startswith("amity: not used: flawed.csv line 3: column 'existed': '1894' was given, expected ")
    assert amity("verify", asked.json["receipt"]).exit_code == 0


@pytest.mark.parametrize(
    "command",
    [
        ("ask", QUESTION, "story.txt"),
        ("add", "story.txt", "--store", "kept"),
        ("claims", "story.txt"),
        ("actors", "Strelsau"),
        ("relation", "Sweden", "Strelsau", "story.txt"),
        ("changes", "Sweden", "Strelsau", "story.txt"),
    ],
    ids=lambda command: command[0],
)
def test_a_flawed_row_is_an_error_or_where_it_may_be_skipped_a_warning(amity: Amity, command: tuple[str, ...]) -> None:
    refused = amity(*command, "--actors", "flawed.csv")
    assert (refused.exit_code, refused.out) == (4, "")
    assert refused.err.startswith("amity: flawed.csv line 3, column 'existed': '1894' was given, expected a period")
    assert not Path("kept").exists()
    used = amity(*command, "--actors", "flawed.csv", "--skip-bad-actors")
    assert used.exit_code == 0
    assert used.err.count("flawed.csv line 3") == used.err.count("\n") == 1


def test_a_store_is_filled_and_asked_with_the_same_actors(amity: Amity) -> None:
    own = ("--store", "kept", "--actors", "mine.csv")
    amity("add", "story.txt", *own)
    said = amity("ask", QUESTION, *own, "--json")
    assert (said.exit_code, said.json["answer"]) == (0, "yes")
    assert amity("relation", "Sweden", "ruritanian-league", *own).exit_code == 0
    assert {line["actor"] for line in amity("claims", "--store", "kept").lines} <= {"ruritanian-league", "SWE"}
    assert amity("verify", said.json["receipt"], "--store", "kept").exit_code == 0


def test_who_is_meant_and_why_is_said_of_every_mention(amity: Amity) -> None:
    text = "Neuhoff met Assad; Strelsau's Ruritanians left Sweden."
    own = ("--actors", "mine.csv", "--actors", "leaders.csv")
    said = amity("actors", text, *own, "--json").json["mentions"]
    assert [(one["actor"]["id"], one["named_by"], one["person"], one["office"]) for one in said] == [
        ("ruritanian-league", "leader", "Theodor Neuhoff", "king"),
        ("SYR", "leader", "Bashar al-Assad", "president"),
        ("ruritanian-league", "seat", None, None),
        ("ruritanian-league", "people", None, None),
        ("SWE", "name", None, None),
    ]
    shown = " ".join(amity("actors", text, *own).out.split())
    assert "Neuhoff → Ruritanian League (ruritanian-league): by its leader Theodor Neuhoff, king since" in shown
    assert "Sweden → Sweden (SWE): by name" in shown


def test_a_name_that_two_bear_is_told_with_its_rivals_until_a_context_decides(amity: Amity) -> None:
    rival = "ruritanian-guild,Ruritanian Guild,1894-05-01..,,,,Strelsau,,,made up\n"
    Path("mine.csv").write_text(ACTORS + rival, encoding="utf-8")
    said = amity("actors", "Strelsau was silent.", "--actors", "mine.csv", "--json").json
    assert said["mentions"] == []
    assert sorted(said["unresolved"][0]["rivals"]) == ["ruritanian-guild", "ruritanian-league"]
    shown = " ".join(amity("actors", "Strelsau was silent.", "--actors", "mine.csv").out.split())
    assert "Ruritanian Guild (ruritanian-guild)" in shown
    Path("contexts.csv").write_text("name,actor,usual,words\nStrelsau,ruritanian-league,yes,\n", encoding="utf-8")
    decided = amity("actors", "Strelsau was silent.", "--actors", "mine.csv", "--actors", "contexts.csv", "--json")
    assert [one["actor"]["id"] for one in decided.json["mentions"]] == ["ruritanian-league"]
