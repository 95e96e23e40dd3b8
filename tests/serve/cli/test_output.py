"""What reaches pipes and terminals."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from amity.serve.cli import printing
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.progress import Bar
from tests.serve.made_up import a_list, a_reason, an_answer, an_unknown
from tests.serve.stand_in import StandIn

Say = Callable[..., Any]
ROOT = Path(__file__).parents[3]


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="\n")

    def isatty(self) -> bool:
        return True

    def said(self) -> str:
        self.flush()
        written = self.buffer
        assert isinstance(written, io.BytesIO)
        return written.getvalue().decode(self.encoding)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setenv("TERM", "xterm-256color")
    return stream


def answered_on(stream: Terminal, monkeypatch: pytest.MonkeyPatch, say: Say) -> str:
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", Terminal())
    say("ask", "Are they?")
    return stream.said()


@pytest.mark.parametrize("answer", [an_answer(), a_list(), an_unknown()], ids=["dyad", "list", "unknown"])
def test_what_is_piped_has_no_escape_codes(say: Say, stand_in: StandIn, answer: Any) -> None:
    stand_in.answer = answer
    assert "\x1b" not in say("ask", "Are they?").out


def test_a_terminal_gets_colours(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, say: Say) -> None:
    assert "\x1b[" in answered_on(terminal, monkeypatch, say)


def test_a_terminal_gets_none_where_no_color_is_set(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, say: Say
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in answered_on(terminal, monkeypatch, say)


def test_colours_change_nothing_of_the_words(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, say: Say) -> None:
    from rich.text import Text

    coloured = answered_on(terminal, monkeypatch, say)
    monkeypatch.setenv("NO_COLOR", "1")
    plain = answered_on(Terminal(), monkeypatch, say)
    assert [line.rstrip() for line in Text.from_ansi(coloured).plain.splitlines()] == plain.splitlines()


def test_a_text_cannot_give_orders_to_the_terminal(say: Say, stand_in: StandIn) -> None:
    quote = "Northland\x1b]0;owned\x07 is an ally\r\nof \u202eSouthland\ud800\x9b2J"
    stand_in.answer = an_answer(reasons_for=(a_reason(quote, document="\x1b[31mpage.txt"),))
    for form in ((), ("--why",), ("--json",)):
        said = say("ask", "Are they?", *form)
        assert not set(said.out) & set("\x1b\x07\r\x9b\ud800")
    assert json.loads(said.out)["evidence"][0]["quote"] == quote


def test_json_is_one_line_whatever_the_width(say: Say) -> None:
    said = say("ask", "Are they?", "--json")
    assert said.out.count("\n") == 1
    assert json.loads(said.out)["answer"] == "yes"


@pytest.mark.parametrize("command", ["statements", "claims"])
def test_lines_are_json_with_the_flag_and_without(say: Say, command: str) -> None:
    assert say(command, "page.txt").out == say(command, "page.txt", "--json").out


def test_a_pipe_that_knows_no_drawing_characters_gets_plainer_ones(monkeypatch: pytest.MonkeyPatch, say: Say) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    said = answered_on(Terminal("ascii"), monkeypatch, say)
    assert "====" in said
    assert "?" not in said


def test_json_is_utf_8_in_any_locale(monkeypatch: pytest.MonkeyPatch, stand_in: StandIn) -> None:
    stream = Terminal("latin-1")
    monkeypatch.setattr(sys, "stdout", stream)
    printing.print_json({"name": "Сирия"})
    assert stream.said() == '{"name": "Сирия"}\n'


def test_errors_are_coloured_on_a_terminal_only(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stderr", terminal)
    printing.complain("Cannot read [bold]speech.wpd[/bold].")
    assert "\x1b[" in terminal.said()
    assert "[bold]speech.wpd[/bold]" in terminal.said()


def test_blanks_become_one_and_nothing_else_of_a_quote_changes() -> None:
    assert on_one_line("Ça\n  va,\tزمان‌ها!") == "Ça va, زمان‌ها!"


def test_a_bar_shows_only_for_long_work(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal)
    now = [0.0]
    bar = Bar(clock=lambda: now[0])
    bar.begin("reading", 3)
    bar.step()
    assert terminal.said() == ""
    now[0] = 5.0
    bar.step()
    bar.end()
    assert "Reading" in terminal.said()
    bar.end()


SCRIPT = """
import sys, amity
from tests.serve.stand_in import StandIn, STATEMENT
class Endless(StandIn):
    def _read(self, value, *given, **named):
        while True:
            yield STATEMENT
amity.api = sys.modules["amity.api"] = Endless()
from amity.serve.cli.main import run
run()
"""


def run_python(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    return subprocess.Popen([sys.executable, *arguments], env=environment, stdout=-1, stderr=-1, **options)


def test_a_reader_that_leaves_early_is_no_error() -> None:
    with run_python("-c", SCRIPT, "statements", "page.txt") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["text"] == "It rained."
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_help_loads_nothing_heavy() -> None:
    heavy = ("rich", "duckdb", "deltalake", "numpy", "amity.api", "amity.knowledge", "amity.core.claims")
    code = f"""
import sys
sys.argv = ["amity", "--help"]
from amity.serve.cli.main import run
try:
    run()
except SystemExit:
    sys.exit(", ".join(name for name in {heavy!r} if name in sys.modules))
"""
    with run_python("-c", code) as process:
        _, err = process.communicate()
    assert err.decode().strip() == ""
