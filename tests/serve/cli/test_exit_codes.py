"""The exit codes that people script against."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from amity.core.dropped import Dropped, DropReason
from amity.core.errors import InputError, KnowledgeError, QuestionError, ReceiptError, StoreError
from amity.core.relations import Dyad, Relation, Verdict
from tests.serve.made_up import DAY, NORTHLAND, SOUTHLAND, an_estimate, an_unknown
from tests.serve.stand_in import StandIn

Say = Callable[..., Any]

COMMANDS = [
    ("ask", "Are they?", "page.txt"),
    ("add", "page.txt"),
    ("statements", "page.txt"),
    ("claims", "page.txt"),
    ("claims",),
    ("actors", "Northland"),
    ("relation", "Northland", "Southland"),
    ("changes", "Northland", "Southland", "page.txt"),
    ("verify", "7f3c"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["text", "json"])
def test_what_is_answered_or_done_ends_with_0(say: Say, command: tuple[str, ...], form: tuple[str, ...]) -> None:
    said = say(*command, *form)
    assert (said.exit_code, said.err) == (0, "")
    assert said.out


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    ("flaw", "code"),
    [
        (QuestionError("Cannot tell what is asked."), 2),
        (InputError("Cannot read speech.wpd."), 4),
        (KnowledgeError("relations.toml is broken."), 4),
        (StoreError("The store is held by another writer."), 4),
        (ReceiptError("No answer has this receipt."), 4),
        (KeyboardInterrupt(), 130),
    ],
    ids=["question", "input", "knowledge", "store", "receipt", "stopped"],
)
def test_each_error_has_its_exit_code_and_is_said_on_stderr_only(
    say: Say, stand_in: StandIn, command: tuple[str, ...], flaw: BaseException, code: int
) -> None:
    stand_in.fails = flaw
    said = say(*command)
    assert (said.exit_code, said.out) == (code, "")
    assert said.err == f"amity: {str(flaw) or 'Stopped.'}\n"


def test_our_own_mistake_is_not_hushed_up(say: Say, stand_in: StandIn) -> None:
    stand_in.fails = ZeroDivisionError("our fault")
    with pytest.raises(ZeroDivisionError) as raised:
        say("ask", "Are they?")
    assert "mistake in Amity" in raised.value.__notes__[0]


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_not_enough_evidence_ends_with_3(say: Say, stand_in: StandIn, form: tuple[str, ...]) -> None:
    stand_in.answer = an_unknown()
    assert say("ask", "Are they?", *form).exit_code == 3


@pytest.mark.parametrize("command", ["relation", "changes"])
def test_a_relation_of_which_nothing_is_known_ends_with_3(say: Say, stand_in: StandIn, command: str) -> None:
    estimate = an_estimate(DAY, Verdict.UNKNOWN, 0.2)
    stand_in.relation_found = Relation(dyad=Dyad.of(NORTHLAND, SOUTHLAND), estimates=(estimate,), changes=())
    said = say(command, "Northland", "Southland")
    assert said.exit_code == 3
    assert "does not say" in said.out


def test_an_answer_that_is_not_the_same_again_ends_with_4(say: Say, stand_in: StandIn) -> None:
    stand_in.same = False
    said = say("verify", "7f3c")
    assert said.exit_code == 4
    assert "Not the same answer." in said.out


def test_what_was_dropped_is_named_on_stderr_and_the_rest_counts(say: Say, stand_in: StandIn) -> None:
    detail = "no reader for '.wpd' files"
    unread = Dropped(step="read", where="speech.wpd", reason=DropReason.UNKNOWN_FORMAT, detail=detail)
    later = Dropped(step="ground", where="d1:3-13", reason=DropReason.NO_SUCH_TIME, detail="ends before it begins")
    stand_in.dropped = (unread, later)
    said = say("ask", "Are they?", "speech.wpd", "page.txt")
    assert said.exit_code == 0
    assert said.err == f"amity: not used: speech.wpd: {detail}\n"


def test_of_many_that_were_dropped_the_first_are_named(say: Say, stand_in: StandIn) -> None:
    stand_in.dropped = tuple(
        Dropped(step="read", where=f"{number}.bin", reason=DropReason.BINARY, detail="") for number in range(1234)
    )
    said = say("statements", "heap")
    assert said.err.splitlines()[0] == "amity: not used: 0.bin: binary"
    assert said.err.splitlines()[-1] == "amity: not used: 1 229 more"
    assert len(said.err.splitlines()) == 6


@pytest.mark.parametrize(
    "command",
    [
        ("ask",),
        ("ask", "Are they?", "--as-of", "yesterday"),
        ("ask", "Are they?", "--as-of", "2016-02-30"),
        ("ask", "Are they?", "--known-by", "2016-13"),
        ("ask", "Are they?", "--as-of", "16-06-01"),
        ("ask", "Are they?", "--perhaps"),
        ("relation", "Northland"),
        ("relation", "Northland", "Southland", "--from", "2016", "--to", "2015"),
        ("relation", "Northland", "Southland", "--from", "2016", "--as-of", "2017"),
        ("add",),
        ("statements",),
        ("guess", "page.txt"),
    ],
    ids=" ".join,
)
def test_a_command_that_is_not_understood_ends_with_2_and_says_so(
    say: Say, stand_in: StandIn, command: tuple[str, ...]
) -> None:
    said = say(*command)
    assert (said.exit_code, said.out) == (2, "")
    assert "Error:" in said.err
    assert not stand_in.asked
