"""From the paths that a user names to the files that are there, and what is in them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from amity.core.documents import Document
from amity.core.dropped import Dropped, DropReason
from amity.core.errors import InputError
from amity.read.readers import read_stream
from amity.read.whole_texts import HEAD_BYTES

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard input"
GLOB_MARKS = "*?["
MOST_LISTED = 10  # failures in one message; the tally has them all


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read; `path` is None for standard input. `name` is what the user will know it by."""

    path: Path | None
    name: str


def read_paths(paths: Sequence[str], *, stdin: BinaryIO | None) -> Iterator[Document | Dropped]:
    """All that is in the files, folders and patterns named, in their order, one document at a time.

    `stdin` is read where "-" is named. Whatever fails leaves as `Dropped`,
    beside the good input: see `insist_on_documents`.
    """
    for found in find_files(paths):
        if isinstance(found, Dropped):
            yield found
        else:
            yield from _read_file(found, stdin)


def find_files(paths: Sequence[str]) -> list[FoundFile | Dropped]:
    """The files that the paths name: files, folders with all below them, patterns such as `news/*.txt`, "-".

    A folder's files come sorted, without hidden ones; a file named twice comes once.
    """
    found: dict[object, FoundFile | Dropped] = {}
    for path in paths:
        for item in _expand(path):
            found.setdefault(_identity(item), item)
    return list(found.values())


def insist_on_documents(items: Iterable[Document | Dropped]) -> Iterator[Document | Dropped]:
    """The same items; where no document was among them, an `InputError` at the end that lists why."""
    failures: list[Dropped] = []
    failed = documents = 0
    for item in items:
        yield item
        if isinstance(item, Document):
            documents += 1
            continue
        failed += 1
        if len(failures) < MOST_LISTED:
            failures.append(item)
    if not documents:
        raise InputError(_why_nothing(failures, failed))


def _why_nothing(failures: Sequence[Dropped], failed: int) -> str:
    if not failures:
        return "Cannot read anything: no input was named. Name files, folders, or - for standard input."
    if failed == 1:
        return f"Cannot read {failures[0].where}: {failures[0].detail}."
    lines = [f"  {failure.where}: {failure.detail}" for failure in failures]
    if failed > len(failures):
        lines.append(f"  and {failed - len(failures)} more")
    return "\n".join(["Cannot read any of the input:", *lines])


def _identity(item: FoundFile | Dropped) -> object:
    if isinstance(item, Dropped):
        return item
    return os.path.realpath(item.path) if item.path else STANDARD_INPUT


def _expand(path: str) -> list[FoundFile | Dropped]:
    if path == STANDARD_INPUT:
        return [FoundFile(path=None, name=STANDARD_INPUT_NAME)]
    try:
        mode = Path(path).stat().st_mode
    except FileNotFoundError:
        return _files_matching(path)
    except OSError as error:
        return [_unreadable(path, _reason(error))]
    except ValueError:  # a NUL in it
        return [_unreadable(path, "this can be no file's name")]
    return _files_below(path) if stat.S_ISDIR(mode) else [FoundFile(path=Path(path), name=path)]


def _files_below(folder: str) -> list[FoundFile | Dropped]:
    found: list[FoundFile | Dropped] = []
    refused: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        visible = sorted(name for name in files if not name.startswith("."))
        paths = [Path(parent, name) for name in visible]
        found.extend(FoundFile(path=path, name=str(path)) for path in paths if path.is_file())
    found.extend(_unreadable(str(error.filename), _reason(error)) for error in refused)
    return found or [_unreadable(folder, "there are no files in this folder")]


def _files_matching(pattern: str) -> list[FoundFile | Dropped]:
    if not any(mark in pattern for mark in GLOB_MARKS):
        return [_unreadable(pattern, "there is no such file or folder")]
    files: list[FoundFile | Dropped] = []
    for match in _visible_matches(Path(pattern)):
        files += _files_below(str(match)) if match.is_dir() else [FoundFile(path=match, name=str(match))]
    return files or [_unreadable(pattern, "no file matches this pattern")]


def _visible_matches(pattern: Path) -> list[Path]:
    root = Path(pattern.anchor)
    below = pattern.relative_to(root)
    try:
        matches = sorted(root.glob(str(below)))
    except (ValueError, OSError):  # "**" beside other signs; a folder that may not be listed
        return []
    return matches if _is_hidden(below) else [match for match in matches if not _is_hidden(match.relative_to(root))]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") and part != ".." for part in path.parts)


def _read_file(file: FoundFile, stdin: BinaryIO | None) -> Iterator[Document | Dropped]:
    if file.path is None and stdin is None:
        yield _unreadable(file.name, "nothing is given on it")
        return
    try:
        if file.path is None:
            yield from _read_open(cast(BinaryIO, stdin), file.name)
        else:
            with file.path.open("rb") as opened:
                yield from _read_open(opened, file.name)
    except OSError as error:
        yield _unreadable(file.name, _reason(error))


def _read_open(opened: BinaryIO, name: str) -> Iterator[Document | Dropped]:
    # A buffer of its own over the file's: a pipe gives its first bytes in small pieces, and the head must be whole.
    stream: BufferedReader = BufferedReader(cast(RawIOBase, opened), HEAD_BYTES)
    try:
        yield from read_stream(stream, name)
    finally:
        stream.detach()  # else the buffer closes the caller's standard input when it goes


def _unreadable(where: str, detail: str) -> Dropped:
    return Dropped(step="read", where=where, reason=DropReason.UNREADABLE, detail=detail)


def _reason(error: OSError) -> str:
    words = error.strerror or "the system would not give it"
    return words[:1].lower() + words[1:]
