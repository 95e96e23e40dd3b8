"""The console blocks of the documentation: run in this process, and compared with what they say.

A block is a session: lines that begin with `$ ` are commands, what follows them
is their output, stdout and stderr as a terminal shows them. Commands may be
`amity ...`, with `cat FILE |` or `echo '...' |` before, `| head -N` or `> FILE`
behind, and `echo $?`. In an output `...` stands for any text, and on a line of its own for
any lines. Receipts are different on every day: they are compared by where they
stand, and a receipt printed before may be given to a later command.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from docs.pages import ROOT

PROMPT = "$ "
ANYTHING = "..."
COLUMNS = "90"
HOME = "/home/you"  # what the folder is called in which examples run
RECEIPT = re.compile(r"\b[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}\b")
SHELL = re.compile(
    r"(?:cat (?P<piped>\S+) \| |echo '(?P<said>[^']*)' \| )?amity(?P<arguments> .*?)?"
    r"(?: \| head -(?:n ?)?(?P<head>\d+))?(?: > (?P<file>\S+))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command of a session and the output that stands below it."""

    command: str
    output: str


class Session:
    """Commands that are run one after the other, as in one shell."""

    def __init__(self) -> None:
        self._exit_code = 0
        self._receipts: dict[str, str] = {}  # as the page has it -> as it is today

    def run(self, step: Step) -> str:
        """What the command prints now; receipts that the page knows are given their names in the page."""
        command = self._renamed(step.command, self._receipts)
        if command == "echo $?":
            return f"{self._exit_code}\n"
        output = self._run_amity(command).replace(str(Path.cwd()), HOME)
        printed = RECEIPT.findall(step.output)
        self._receipts |= dict(zip(printed, RECEIPT.findall(output), strict=False))
        return self._renamed(output, {now: page for page, now in self._receipts.items()})

    def _run_amity(self, command: str) -> str:
        from typer.testing import CliRunner

        from amity.serve.cli.main import build

        found = SHELL.fullmatch(command)
        if found is None:
            raise ValueError(f"Cannot run '{command}': expected amity, with cat or echo before or head or > behind it.")
        said = f"{found['said']}\n".encode() if found["said"] else None
        given = Path(found["piped"]).read_bytes() if found["piped"] else said
        result = CliRunner().invoke(
            build(), shlex.split(found["arguments"] or ""), input=given, env={"COLUMNS": COLUMNS}, prog_name="amity"
        )
        self._exit_code = result.exit_code
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        if found["file"]:
            Path(found["file"]).write_text(result.stdout, encoding="utf-8")
            return result.stderr
        lines = result.output.splitlines(keepends=True)
        return "".join(lines[: int(found["head"])] if found["head"] else lines)

    @staticmethod
    def _renamed(text: str, names: Mapping[str, str]) -> str:
        return RECEIPT.sub(lambda found: names.get(found[0], found[0]), text)


def steps(session: str) -> Iterator[Step]:
    """The commands of a block, each with its output."""
    step: Step | None = None
    for line in session.splitlines(keepends=True):
        if line.startswith(PROMPT):
            if step is not None:
                yield step
            step = Step(command=line.removeprefix(PROMPT).rstrip("\n"), output="")
        elif step is None:
            raise ValueError(f"A console block begins with a command: '{PROMPT}amity ...'; got {line!r}.")
        else:
            step = replace(step, output=step.output + line)
    if step is not None:
        yield step


def fits(shown: str, printed: str) -> bool:
    """Whether an output is what the page shows, where `...` stands for any text, or on its own for any lines."""
    lines = (r"(?:.*\n)*?" if line.strip() == ANYTHING else _pattern(line) for line in shown.splitlines())
    return re.fullmatch("".join(lines), printed.rstrip("\n") + "\n" if printed else "") is not None


def _pattern(line: str) -> str:
    return ".*?".join(re.escape(part) for part in line.split(ANYTHING)) + r"\n"


@contextlib.contextmanager
def a_desk() -> Iterator[Path]:
    """A folder to run examples in: with the project's `examples/`, and a user's data folder that is empty."""
    with tempfile.TemporaryDirectory(prefix="amity-docs-") as name, contextlib.chdir(name):
        desk = Path(name)
        (desk / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
        home = {"HOME": name, "XDG_DATA_HOME": str(desk / "data"), "LOCALAPPDATA": str(desk / "data")}
        with patch.dict(os.environ, home):
            yield desk
