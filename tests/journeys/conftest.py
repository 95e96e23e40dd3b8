"""The whole of Amity, run by its command line within the test, for a user with an empty data folder."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from amity.serve.cli.main import build


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said where."""

    exit_code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Amity = Callable[..., Said]


@pytest.fixture
def amity(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Amity:
    """`amity("ask", "Who?")` is `amity ask "Who?"` in a shell, in a folder of its own; `piped` is what is piped in."""
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return run_amity


def run_amity(*arguments: str, piped: bytes | None = None) -> Said:
    result = CliRunner().invoke(build(), list(arguments), input=piped, prog_name="amity")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)
