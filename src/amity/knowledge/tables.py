"""Rows of the CSV files in `knowledge/`, with cells that are checked as they are read.

A list cell holds items separated by semicolons. An item may carry the days on
which it holds, `Burma@..1989-06-18`: from included, until not, an open side empty.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from amity.core.dates import ALWAYS, Period
from amity.core.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table, cells by column; it knows where it stands so that a flaw can be named."""

    file: str
    line: int
    cells: dict[str, str]
    of_user: bool = False  # from a file of the user's own, not from our tables

    @property
    def where(self) -> str:
        return f"{self.file} line {self.line}"

    def flaw(self, column: str, given: str, expected: str) -> KnowledgeError:
        return KnowledgeError(f"{self.where}, column '{column}': {given!r} was given, expected {expected}.")

    def text(self, column: str) -> str:
        return self.cells[column].strip()

    def required(self, column: str) -> str:
        given = self.text(column)
        if not given:
            raise self.flaw(column, given, "some text")
        return given

    def spoken(self, column: str, text: str) -> str:
        """A name from this column, if it can stand in a text: there is a letter or a digit in it."""
        if not any(sign.isalnum() for sign in text):
            raise self.flaw(column, text, "a name with letters in it")
        return text

    def period(self, column: str) -> Period:
        """The period `from..until`; an empty cell is all of time."""
        return self._period(column, self.text(column), ALWAYS)

    def items(self, column: str) -> list[str]:
        given = self.cells[column]
        return [item for part in given.split(";") if (item := part.strip())] if given else []

    def dated_items(self, column: str, otherwise: Period) -> list[tuple[str, Period]]:
        """The items of a list cell, each with its period; `otherwise` for those without days."""
        dated = []
        for item in self.items(column):
            text, at, days = item.rpartition("@")
            if not at:
                dated.append((item, otherwise))
            elif not text.strip():
                raise self.flaw(column, item, "a name before '@'")
            else:
                dated.append((text.strip(), self._period(column, days.strip(), otherwise)))
        return dated

    def yes(self, column: str) -> bool:
        given = self.text(column).casefold()
        if given not in ("", "yes", "no"):
            raise self.flaw(column, given, "yes, no or nothing")
        return given == "yes"

    def _period(self, column: str, given: str, otherwise: Period) -> Period:
        if not given:
            return otherwise
        try:
            return _read_period(given)
        except ValueError as flaw:
            expected = "a period such as 1971-02-22..2024-12-08 (an open side is empty, the end comes after the start)"
            raise self.flaw(column, given, expected) from flaw


@dataclass(frozen=True, slots=True)
class Flawed:
    """A line that is no row of its table, and why."""

    file: str
    line: int
    flaw: KnowledgeError

    @property
    def where(self) -> str:
        return f"{self.file} line {self.line}"


def read_rows(path: Path, header: str) -> Iterator[Row]:
    """The lines of a table whose first line must be exactly `header`."""
    columns = header.split(",")
    if not path.is_file():
        raise KnowledgeError(
            f"{path.name}: no such file in {path.parent}. Expected a table with the header {header!r}."
        )
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines, strict=True)
        try:
            given = ",".join(next(reader, []))
            if given != header:
                raise KnowledgeError(f"{path.name} line 1: the header {given!r} was given, expected {header!r}.")
            for cells in reader:
                if cells:
                    yield row_of(path.name, reader.line_num, columns, cells)
        except (csv.Error, UnicodeDecodeError) as flaw:
            raise KnowledgeError(f"{path.name} line {reader.line_num}: not UTF-8 CSV ({flaw}).") from flaw


def row_of(file: str, line: int, columns: list[str], cells: list[str], *, of_user: bool = False) -> Row:
    """The cells of a line under their columns; KnowledgeError where there are more or fewer of them."""
    if len(cells) != len(columns):
        raise KnowledgeError(
            f"{file} line {line}: {len(cells)} cells were given, expected {len(columns)} ({','.join(columns)}). "
            "Put a cell that holds a comma in double quotes."
        )
    return Row(file, line, dict(zip(columns, cells, strict=True)), of_user)


@lru_cache(maxsize=8192)
def _read_period(given: str) -> Period:
    start, dots, end = given.partition("..")
    if not dots:
        raise ValueError(given)
    return Period(_read_day(start), _read_day(end))


def _read_day(given: str) -> date | None:
    return date.fromisoformat(given.strip()) if given.strip() else None
