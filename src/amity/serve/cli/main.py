"""The command line: `amity COMMAND ...`."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import Annotated

import typer

from amity.serve.cli.commands.actors import actors
from amity.serve.cli.commands.add import add
from amity.serve.cli.commands.ask import ask
from amity.serve.cli.commands.claims import claims
from amity.serve.cli.commands.label import label
from amity.serve.cli.commands.relation import changes, relation
from amity.serve.cli.commands.statements import statements
from amity.serve.cli.commands.verify import verify
from amity.serve.cli.outcomes import Outcome, guarded

COMMANDS: dict[str, Callable[..., Outcome]] = {
    "ask": ask,
    "add": add,
    "statements": statements,
    "claims": claims,
    "actors": actors,
    "label": label,
    "relation": relation,
    "changes": changes,
    "verify": verify,
}

ABOUT = """\
Amity reads heaps of text and tells who stands with whom in world politics: as of any day, with dated quotations,
offline.

\b
  amity ask "Are Russia and Syria allies?" page.txt
  amity add news/ reports.jsonl
  amity ask "Who backs Hezbollah?" --as-of 2016-06

A PATH is a file, a folder, or - for what is piped in. Days are ISO: 2016-06-01; 2016-06 means the last day of that
month, 2016 the last of that year.

\b
Exit codes:
  0  answered, or done
  1  our fault
  2  the command or the question was not understood
  3  not enough evidence
  4  input that could not be used
"""


def show_version(wanted: bool) -> None:
    """Print the version and leave, where it is asked for."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"amity {version('amity')}")
        raise typer.Exit


def about(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Exists for its option; what the commands have in common is in their own options."""


def build() -> typer.Typer:
    """The app with all commands. Plain help, because rich help costs a newcomer's first half second."""
    app = typer.Typer(
        name="amity",
        help=ABOUT,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback(help=ABOUT)(about)
    for name, command in COMMANDS.items():
        app.command(name)(guarded(command))
    return app


def run() -> None:
    """The entry point `amity`."""
    # The seam model multiplies small matrices, where several threads cost twice the time of one.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Loading the tables makes many values that stay; looking for garbage among them takes a fifth of a cold start.
    gc.set_threshold(100_000, 20, 20)
    build()(prog_name="amity")


if __name__ == "__main__":
    run()
