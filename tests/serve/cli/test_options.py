"""What is typed reaches the API as it was meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from amity.core.dropped import Dropped, DropReason
from tests.serve.stand_in import StandIn

Say = Callable[..., Any]


def test_ask_hands_on_all_that_it_was_told(say: Say, stand_in: StandIn) -> None:
    dates = ("--as-of", "2016-06", "--known-by", "2020")
    say("ask", "Are they?", "a.txt", "b/", *dates, "--no-facts", "--store", "here", "--reader", "fast")
    ((given, named),) = stand_in.asked
    assert given == ("Are they?", ("a.txt", "b/"))
    assert named == {
        "store": Path("here"),
        "as_of": date(2016, 6, 30),
        "known_by": date(2020, 12, 31),
        "use_facts": False,
        "actors": (),
        "leave_out_bad_actors": False,
        "reader": "fast",
        "stdin": None,
        "progress": None,
    }


def test_without_options_nothing_is_laid_down(say: Say, stand_in: StandIn) -> None:
    say("ask", "Are they?")
    ((given, named),) = stand_in.asked
    assert given == ("Are they?", ())
    assert named["use_facts"] is True
    assert {named[name] for name in ("store", "as_of", "known_by", "stdin", "progress")} == {None}


@pytest.mark.parametrize(
    ("command", "options", "start", "end"),
    [
        ("relation", ("--from", "2016-06", "--to", "2017-06"), date(2016, 6, 1), date(2017, 6, 30)),
        ("relation", ("--from", "1970"), date(1970, 1, 1), None),
        ("relation", ("--as-of", "2016-06-15"), date(2016, 6, 15), date(2016, 6, 15)),
        ("changes", ("--as-of", "2016-06-15"), None, date(2016, 6, 15)),
        ("changes", (), None, None),
    ],
)
def test_a_relation_is_asked_for_from_a_first_day_to_a_last(
    say: Say, stand_in: StandIn, command: str, options: tuple[str, ...], start: date | None, end: date | None
) -> None:
    say(command, "Northland", "Southland", *options)
    ((given, named),) = stand_in.asked
    assert given == ("Northland", "Southland", ())
    assert (named["start"], named["end"]) == (start, end)


@pytest.mark.parametrize("option", ["--on", "--as-of"])
def test_names_are_asked_for_as_of_a_day(say: Say, stand_in: StandIn, option: str) -> None:
    say("actors", "the king", option, "1994")
    ((given, named),) = stand_in.asked
    assert (given, named["on"]) == (("the king",), date(1994, 12, 31))


READ_WITH_ACTORS = [
    ("ask", "Are they?"),
    ("add", "page.txt"),
    ("claims", "page.txt"),
    ("actors", "the king"),
    ("relation", "Northland", "Southland"),
    ("changes", "Northland", "Southland"),
]


@pytest.mark.parametrize("command", READ_WITH_ACTORS, ids=lambda command: command[0])
def test_the_users_own_actors_are_handed_on(say: Say, stand_in: StandIn, command: tuple[str, ...]) -> None:
    say(*command, "--actors", "mine.csv", "--actors", "more/leaders.csv", "--skip-bad-actors")
    say(*command)
    (_, first), (_, second) = stand_in.asked
    assert (first["actors"], first["leave_out_bad_actors"]) == ((Path("mine.csv"), Path("more/leaders.csv")), True)
    assert (second["actors"], second["leave_out_bad_actors"]) == ((), False)


@pytest.mark.parametrize("command", READ_WITH_ACTORS, ids=lambda command: command[0])
def test_rows_of_actors_that_were_left_out_are_warned_of(say: Say, stand_in: StandIn, command: tuple[str, ...]) -> None:
    left_out = Dropped(
        step="actors", where="mine.csv line 3", reason=DropReason.BROKEN, detail="column 'id': '' was given"
    )
    stand_in.dropped = (left_out,)
    said = say(*command, "--actors", "mine.csv", "--skip-bad-actors")
    assert (said.exit_code, said.err) == (0, "amity: not used: mine.csv line 3: column 'id': '' was given\n")


@pytest.mark.parametrize("command", [("ask", "Are they?", "-"), ("add", "-"), ("statements", "-"), ("claims", "-")])
def test_a_hyphen_reads_what_is_piped_in(say: Say, stand_in: StandIn, command: tuple[str, ...]) -> None:
    say(*command)
    ((_, named),) = stand_in.asked
    assert hasattr(named["stdin"], "read")


@pytest.mark.parametrize("command", ["ask", "add", "statements", "claims", "actors", "relation", "changes", "verify"])
def test_each_command_explains_itself_with_an_example(say: Say, command: str) -> None:
    said = say(command, "--help")
    assert said.exit_code == 0
    assert "Example" in said.out
    assert f"amity {command} " in said.out
    assert "--json" in said.out


def test_the_help_names_all_commands_and_exit_codes(say: Say) -> None:
    said = say("--help")
    for word in (
        "ask",
        "add",
        "statements",
        "claims",
        "actors",
        "relation",
        "changes",
        "verify",
        "not enough evidence",
    ):
        assert word in said.out
    assert "..." not in said.out.split("Commands:")[1]


def test_the_version_is_told(say: Say) -> None:
    said = say("--version")
    assert said.exit_code == 0
    assert said.out.startswith("amity ")
