"""A progress bar on a terminal, for work that takes long enough to wonder about."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE_SECONDS = 0.7


class Bar:
    """Shows one piece of work after another; says nothing of those that are over at once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._what = ""
        self._total: int | None = None
        self._done = 0
        self._began = clock()
        self._shown: tuple[Progress, TaskID] | None = None

    def begin(self, what: str, total: int | None) -> None:
        self.end()
        self._what, self._total, self._done = what, total, 0
        self._began = self._clock()

    def step(self, count: int = 1) -> None:
        self._done += count
        if self._shown is None and self._clock() - self._began >= PATIENCE_SECONDS:
            self._shown = self._open()
        if self._shown is not None:
            progress, task = self._shown
            progress.update(task, completed=self._done)

    def end(self) -> None:
        if self._shown is not None:
            self._shown[0].stop()
            self._shown = None

    def _open(self) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        progress = Progress(*columns, console=Console(stderr=True), transient=True)
        task = progress.add_task(self._what.capitalize(), total=self._total)
        progress.start()
        return progress, task


@contextmanager
def shown_progress() -> Iterator[Bar | None]:
    """A bar on stderr where that is a terminal; whatever happens, the terminal is left as it was."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = Bar()
    try:
        yield bar
    finally:
        bar.end()
