"""Tables of the user's own, in the form of those in `knowledge/actors/`; their header says which table it is."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from amity.core.errors import KnowledgeError
from amity.knowledge.tables import Flawed, Row, row_of


@dataclass(frozen=True, slots=True)
class UserFile:
    """A file as it was when it was read; `name` is its path as the user gave it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class UserTable:
    """Which of our tables a file belongs to, and its lines: each a row, or what is wrong with it."""

    file: str
    lines: tuple[Row | Flawed, ...]


def read_user_file(path: Path) -> UserFile:
    """The content of a file; KnowledgeError where there is none to be had."""
    if not path.is_file():
        raise KnowledgeError(
            f"Cannot read the actors in {path}: {_what_it_is(path)}. Expected a CSV file in the form of our tables."
        )
    try:
        return UserFile(str(path), path.read_bytes())
    except OSError as flaw:
        raise KnowledgeError(f"Cannot read the actors in {path}: {flaw.strerror or flaw}.") from flaw


def _what_it_is(path: Path) -> str:
    """Why a path is no file to read."""
    if path.is_dir():
        return "a folder is no table; name the files in it"
    return "it is no plain file, and could not be read again later" if path.exists() else "there is no such file"


def user_table(file: UserFile, headers: Mapping[str, str]) -> UserTable:
    """Tell by its header which of our tables a file continues. Every cell ends on the line on which it begins."""
    lines = list(_lines(file))
    if not lines:
        raise KnowledgeError(f"{file.name} is empty. Expected a first line such as {headers['groups.csv']!r}.")
    number, first = lines[0]
    given = _cells(file.name, number, first)
    if isinstance(given, Flawed):
        raise given.flaw
    header = ",".join(column.strip() for column in given)
    for table, columns in headers.items():
        if header == columns:
            width = columns.split(",")
            return UserTable(table, tuple(_line(file.name, at, text, width) for at, text in lines[1:]))
    raise KnowledgeError(f"{file.name} line {number}: the header {header!r} was given, {_nearest(header, headers)}")


def _lines(file: UserFile) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, each with its number."""
    for number, line in enumerate(file.content.removeprefix(codecs.BOM_UTF8).splitlines(), start=1):
        if line.strip():
            yield number, line


def _line(name: str, number: int, line: bytes, columns: list[str]) -> Row | Flawed:
    cells = _cells(name, number, line)
    if isinstance(cells, Flawed):
        return cells
    try:
        return row_of(name, number, columns, cells, of_user=True)
    except KnowledgeError as flaw:
        return Flawed(name, number, flaw)


def _cells(name: str, number: int, line: bytes) -> list[str] | Flawed:
    try:
        return next(csv.reader([line.decode("utf-8")], strict=True), [])
    except (csv.Error, UnicodeDecodeError) as flaw:
        told = KnowledgeError(
            f"{name} line {number}: not UTF-8 CSV ({flaw}). Expected UTF-8 text, commas between the cells, and every "
            "quoted cell closed on its own line."
        )
        return Flawed(name, number, told)


def _nearest(header: str, headers: Mapping[str, str]) -> str:
    """What was expected instead: the table that has most of these columns, else all of them."""
    if ";" in header or "\t" in header:
        return "expected commas between the cells."
    given = set(header.split(","))
    alike = {table: len(given & set(columns.split(","))) for table, columns in headers.items()}
    nearest = max(alike, key=lambda table: alike[table])
    if alike[nearest] > 1:
        return f"expected {headers[nearest]!r}, as in {nearest}."
    return "expected that of one of our tables: " + "; ".join(headers.values()) + "."
