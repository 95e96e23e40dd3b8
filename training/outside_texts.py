"""The texts of files that are not ours, with their lines: to be compared with, and never to be learnt from."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from marked_sentences import MARK

LONGEST_FIELD = 1 << 30  # characters in one field of a table; Python's own limit is less than a long article
csv.field_size_limit(LONGEST_FIELD)


@dataclass(frozen=True, slots=True)
class OutsideText:
    """A text and where it stands: file and line."""

    where: str
    text: str


@dataclass(frozen=True, slots=True)
class OutsideFiles:
    """What was found under some paths: files that can be read, files of other endings, and paths that are not there."""

    readable: tuple[Path, ...]
    unread: tuple[Path, ...]
    missing: tuple[Path, ...]


def find_outside_files(paths: Iterable[Path]) -> OutsideFiles:
    """The files that are named, and those in folders that are named, however deep."""
    paths = list(paths)
    inside = (sorted(path.rglob("*")) if path.is_dir() else [path] for path in paths if path.exists())
    files = list(dict.fromkeys(file for found in inside for file in found if file.is_file()))
    return OutsideFiles(
        readable=tuple(file for file in files if _ending(file) in READERS),
        unread=tuple(file for file in files if _ending(file) not in READERS),
        missing=tuple(path for path in paths if not path.exists()),
    )


def read_outside_texts(files: Iterable[Path]) -> Iterator[OutsideText]:
    """All texts of the files; mentions that are marked in our form are plain words."""
    for path in files:
        opened = gzip.open if path.suffix == ".gz" else open
        with opened(path, "rt", encoding="utf-8", errors="replace", newline="") as file:
            for line, text in READERS[_ending(path)](file):
                yield OutsideText(f"{path}:{line}", MARK.sub(r"\3", text))


def _ending(path: Path) -> str:
    """The ending that says the format: that before `.gz`, where there is one."""
    return Path(path.stem).suffix.lower() if path.suffix == ".gz" else path.suffix.lower()


def _lines(file: TextIO) -> Iterator[tuple[int, str]]:
    return enumerate(file, start=1)


def _json_lines(file: TextIO) -> Iterator[tuple[int, str]]:
    """All strings of each line's JSON, however deep; a line that is no JSON is a text itself."""
    for number, line in _lines(file):
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            row = line
        for text in _strings(row):
            yield number, text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _tabbed(file: TextIO) -> Iterator[tuple[int, str]]:
    return ((number, field) for number, line in _lines(file) for field in line.split("\t"))


def _commas(file: TextIO) -> Iterator[tuple[int, str]]:
    """All fields; one that runs over several lines stands on its last."""
    rows = csv.reader(file)
    return ((rows.line_num, field) for row in rows for field in row)


READERS: dict[str, Callable[[TextIO], Iterator[tuple[int, str]]]] = {
    ".txt": _lines,
    ".jsonl": _json_lines,
    ".tsv": _tabbed,
    ".csv": _commas,
}
