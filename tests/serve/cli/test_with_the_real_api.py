"""The stand-in promises no more than the real API keeps."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

import amity.api
from tests.serve.stand_in import StandIn

API = amity.api  # the real one, taken before a stand-in takes its place
Say = Callable[..., Any]


@pytest.mark.parametrize(
    "command",
    [
        ("ask", "Are they?"),
        ("add", "page.txt"),
        ("statements", "page.txt"),
        ("claims", "page.txt"),
        ("actors", "the king"),
        ("relation", "Northland", "Southland"),
        ("verify", "7f3c"),
    ],
    ids=lambda command: command[0],
)
def test_the_real_api_takes_what_the_command_line_gives(say: Say, stand_in: StandIn, command: tuple[str, ...]) -> None:
    say(*command)
    ((given, named),) = stand_in.asked
    inspect.signature(getattr(API, command[0])).bind(*given, **named)


def test_the_real_api_has_all_that_the_stand_in_has() -> None:
    public = [name for name in dir(StandIn) if not name.startswith("_") and callable(getattr(StandIn, name))]
    assert [name for name in public if not hasattr(API, name)] == []
