"""The ledger: which files of which tables make up the newest version of a store.

One small file, replaced in a single step. What it names is in the store; what
it does not name, even if it lies in the folder, is not.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from amity.core.errors import StoreError
from amity.store.layout import TABLES

LAYOUT = 1
LEDGER_NAME = "ledger.json"
_NEXT_LEDGER_NAME = "ledger.json.next"
_REPLACE_TRIES = 200  # of 10 ms each


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One Parquet file of a table."""

    name: str
    rows: int
    size: int  # in bytes
    first: str  # of the key of its rows, as it is written there
    last: str

    @property
    def run(self) -> str:
        """What was written with it at one time."""
        return self.name.partition("-")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableState:
    """A table at one version of its Delta log: exactly these files."""

    delta_version: int
    files: tuple[DataFile, ...] = ()

    @property
    def rows(self) -> int:
        return sum(file.rows for file in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The newest version of a store, and the states of its tables that belong together."""

    version: int
    tables: Mapping[str, TableState]


def read_ledger(folder: Path) -> Ledger:
    """The ledger of the store in `folder`; StoreError says what is wrong where there is none to use."""
    try:
        content = (folder / LEDGER_NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise StoreError(_why_no_ledger(folder)) from None
    except OSError as error:
        raise StoreError(f"Cannot read the store at {folder}: {error}.") from error
    try:
        return _ledger_of(json.loads(content), folder)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"The store at {folder} is broken: its {LEDGER_NAME} cannot be understood ({error!r}). "
            "Put the folder back from a copy, or make a new store and add the documents again."
        ) from error


def write_ledger(folder: Path, ledger: Ledger) -> None:
    """Make `ledger` the newest, in one step: the store has either all of it or is as before."""
    content = {"layout": LAYOUT, "version": ledger.version, "tables": {}}
    content["tables"] = {name: asdict(state) for name, state in ledger.tables.items()}
    prepared = folder / _NEXT_LEDGER_NAME
    with prepared.open("w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    _replace(prepared, folder / LEDGER_NAME)
    put_to_disk(folder)


def put_to_disk(path: Path) -> None:
    """See to it that a file, or what a folder lists, outlasts a loss of power."""
    if os.name == "nt" and path.is_dir():  # Windows has no such thing for folders
        return
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def check_files(folder: Path, ledger: Ledger) -> None:
    """Raise StoreError where a file that the ledger names is missing or cut short."""
    for name, state in ledger.tables.items():
        for file in state.files:
            path = folder / name / file.name
            if not path.is_file() or path.stat().st_size != file.size:
                what = "has another size than it was written with" if path.is_file() else "is missing"
                raise StoreError(
                    f"The store at {folder} is broken: {name}/{file.name}, which holds {file.rows} {name}, {what}. "
                    "Put the folder back from a copy, or make a new store and add the documents again."
                )


def _replace(prepared: Path, target: Path) -> None:
    for _ in range(_REPLACE_TRIES):
        try:
            prepared.replace(target)
        except PermissionError:  # Windows refuses while a reader has the old one open, for an instant
            time.sleep(0.01)
        else:
            return
    prepared.replace(target)


def _ledger_of(content: Any, folder: Path) -> Ledger:
    if content["layout"] != LAYOUT:
        raise StoreError(
            f"The store at {folder} has layout {content['layout']}, and this Amity reads layout {LAYOUT}. "
            "Use the Amity that wrote it, or a newer one."
        )
    tables = {table.name: _state_of(content["tables"][table.name]) for table in TABLES}
    return Ledger(version=_whole(content["version"]), tables=tables)


def _state_of(content: Any) -> TableState:
    files = tuple(
        DataFile(
            name=_file_name(file["name"]),
            rows=_whole(file["rows"]),
            size=_whole(file["size"]),
            first=_text(file["first"]),
            last=_text(file["last"]),
        )
        for file in content["files"]
    )
    return TableState(delta_version=_whole(content["delta_version"]), files=files)


def _whole(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"expected a whole number, found {value!r}")
    return value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError(f"expected text, found {value!r}")
    return value


def _file_name(value: Any) -> str:
    if not _text(value).endswith(".parquet") or Path(value).name != value:
        raise ValueError(f"expected the name of a Parquet file, found {value!r}")
    return _text(value)


def _why_no_ledger(folder: Path) -> str:
    if not folder.exists():
        return f"Cannot open a store at {folder}: there is no such folder. `amity add PATH --store {folder}` makes one."
    if not folder.is_dir():
        return f"Cannot open a store at {folder}: it is a file, and a store is a folder."
    if any((folder / table.name).is_dir() for table in TABLES):
        return (
            f"The store at {folder} is broken: its {LEDGER_NAME} is missing. "
            "Put it back from a copy, or make a new store elsewhere and add the documents again."
        )
    return (
        f"Cannot open a store at {folder}: the folder is not a store, it has no {LEDGER_NAME}. "
        "Name a folder that `amity add` has filled, or a new one."
    )
