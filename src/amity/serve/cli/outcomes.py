"""How commands end: exit codes, and what is said when something went wrong. Here, and nowhere else.

What is no AmityError is our own mistake: Python shows its traceback and exits with 1.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from enum import IntEnum
from typing import ParamSpec

import typer

Given = ParamSpec("Given")


class Outcome(IntEnum):
    """Exit codes. Those from 128 up are the shell's own: 128 and the number of the signal."""

    DONE = 0
    OUR_FAULT = 1
    NOT_UNDERSTOOD = 2
    NOT_ENOUGH_EVIDENCE = 3
    UNUSABLE_INPUT = 4
    INTERRUPTED = 130
    NOBODY_LISTENS = 141


def guarded(command: Callable[Given, Outcome]) -> Callable[Given, None]:
    """The command with its ending turned into an exit code."""

    @functools.wraps(command)
    def run_command(*given: Given.args, **named: Given.kwargs) -> None:
        raise typer.Exit(outcome_of(lambda: command(*given, **named)))

    return run_command


def outcome_of(run: Callable[[], Outcome]) -> Outcome:
    """Run it, and say on stderr what went wrong."""
    from amity.core.errors import AmityError, QuestionError
    from amity.serve.cli.printing import complain

    try:
        outcome = run()
        sys.stdout.flush()
        return outcome
    except QuestionError as flaw:
        complain(str(flaw))
        return Outcome.NOT_UNDERSTOOD
    except AmityError as flaw:
        complain(str(flaw))
        return Outcome.UNUSABLE_INPUT
    except KeyboardInterrupt:
        complain("Stopped.")
        return Outcome.INTERRUPTED
    except BrokenPipeError:
        _stop_writing()
        return Outcome.NOBODY_LISTENS
    except Exception as flaw:
        flaw.add_note("This is a mistake in Amity, not in what you gave it. Please report the lines above.")
        raise


def _stop_writing() -> None:
    """Point stdout nowhere, so that Python's own flush at the end does not fail as well."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
