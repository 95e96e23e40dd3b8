"""The command line, run within the test against a stand-in of the API."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest

import amity
from amity.serve.cli.main import run
from tests.serve.stand_in import StandIn


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said where."""

    exit_code: object
    out: str
    err: str


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    api = StandIn()
    monkeypatch.setitem(sys.modules, "amity.api", api)
    monkeypatch.setattr(amity, "api", api, raising=False)
    return api


@pytest.fixture
def say(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """`say("ask", "Who?")` is `amity ask "Who?"` in a shell of 80 columns, piped."""
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def amity_command(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["amity", *arguments])
        with pytest.raises(SystemExit) as leaving:
            run()
        spoken = capsys.readouterr()
        return Said(leaving.value.code, spoken.out, spoken.err)

    return amity_command
