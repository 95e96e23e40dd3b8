"""What reaches the terminal, a pipe or a file. Nothing else of the command line writes."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, BinaryIO, TextIO

from amity.serve.cli.harmless import with_its_lines

if TYPE_CHECKING:
    from rich.text import Text

WIDEST, NARROWEST = 120, 40

# For terminals and pipes that cannot show the drawing characters that we use.
PLAINER = str.maketrans(
    {"●": "*", "━": "=", "┄": ".", "┃": "|", "┏": "+", "┓": "+", "┗": "+", "┛": "+", "│": "|", "┤": "|", "█": "#"}
    | {"─": "-", "└": "+", "…": "...", "“": '"', "”": '"', "–": "-", "→": "->", "▌": "#", "’": "'"}
)


def print_json(value: Mapping[str, object]) -> None:
    """One line of JSON in UTF-8, whatever the locale says, since JSON is."""
    from amity import api

    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.encoding.lower() != "utf-8":
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(api.dumps(value) + "\n")


def print_lines(lines: Iterable[Text]) -> None:
    """Lines in colour on a terminal that wants it, else as plain text."""
    if in_colour(sys.stdout):
        from rich.console import Console

        console = Console(file=sys.stdout, width=10_000, highlight=False, markup=False, emoji=False)
        for line in lines:
            console.print(line, soft_wrap=True)
        return
    for line in lines:
        _write(line.plain.rstrip() + "\n", to=sys.stdout)


def complain(message: str) -> None:
    """Say on stderr what went wrong: one plain line for a pipe, fitted and coloured for a terminal."""
    message = with_its_lines(message)
    if in_colour(sys.stderr):
        from rich.console import Console
        from rich.text import Text

        Console(file=sys.stderr, highlight=False).print(Text.assemble(("amity: ", "bold red"), message))
        return
    _write(f"amity: {message}\n", to=sys.stderr)


def remark(message: str) -> None:
    """Something worth knowing about the run, for a person at a terminal; scripts are spared it."""
    if sys.stderr.isatty():
        _write(f"{message}\n", to=sys.stderr)


def page_width() -> int:
    """How many cells a line may take: the terminal's, or what COLUMNS says, or 80; within reason."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


def in_colour(stream: TextIO) -> bool:
    """Whether to colour: a terminal that can, and a user who did not say NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def piped_in(paths: Iterable[str]) -> BinaryIO | None:
    """What is piped in, where a path asks for it by `-`."""
    return sys.stdin.buffer if "-" in paths else None


def _write(text: str, *, to: TextIO) -> None:
    encoding = to.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(PLAINER).encode(encoding, "replace").decode(encoding)
    to.write(text)
