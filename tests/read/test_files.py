"""From what the user names to what is there; bad neighbours cost no good input."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest

from amity.core.documents import Document
from amity.core.dropped import Dropped, DropReason
from amity.core.errors import InputError
from amity.read import FoundFile, find_files, insist_on_documents, read_paths


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "b.txt": "Bravo.",
        "a.txt": "Alpha.",
        "deep/er/c.md": "Charlie.",
        ".hidden.txt": "no",
        ".git/d.txt": "no",
        "x.wpd": "no",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def names(found: list[FoundFile | Dropped], folder: Path) -> list[str]:
    return [os.path.relpath(item.name, folder) for item in found if isinstance(item, FoundFile)]


def texts(paths: list[str], stdin: BytesIO | None = None) -> list[str]:
    return [item.text for item in read_paths(paths, stdin=stdin) if isinstance(item, Document)]


def drops(paths: list[str], stdin: BytesIO | None = None) -> list[Dropped]:
    return [item for item in read_paths(paths, stdin=stdin) if isinstance(item, Dropped)]


def test_a_folder_gives_all_files_below_it_sorted_without_hidden_ones(folder: Path) -> None:
    assert names(find_files([str(folder)]), folder) == ["a.txt", "b.txt", "x.wpd", "deep/er/c.md"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("[b-z].txt", ["b.txt"]),
        ("**/*.md", ["deep/er/c.md"]),
        ("de*", ["deep/er/c.md"]),
        (".hid*", [".hidden.txt"]),
    ],
)
def test_a_pattern_gives_the_files_that_match(folder: Path, pattern: str, found: list[str]) -> None:
    assert names(find_files([str(folder / pattern)]), folder) == found


def test_a_pattern_may_be_relative(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "deep")
    assert texts(["../*.txt", "*/*.md"]) == ["Alpha.", "Bravo.", "Charlie."]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("They met.")
    assert texts([str(tmp_path / "a[1].txt")]) == ["They met."]


def test_a_file_named_twice_is_read_once_in_its_first_place(folder: Path) -> None:
    found = find_files([str(folder / "b.txt"), str(folder), str(folder / "deep" / ".." / "a.txt")])
    assert names(found, folder)[:2] == ["b.txt", "a.txt"]
    assert len(found) == 4


def test_a_hidden_file_that_is_named_is_read(folder: Path) -> None:
    assert texts([str(folder / ".hidden.txt")]) == ["no"]


def test_standard_input_is_read_where_a_dash_is_named(folder: Path) -> None:
    stdin = BytesIO(b'{"text": "They met."}\n')
    assert texts([str(folder / "a.txt"), "-"], stdin) == ["Alpha.", "They met."]
    assert not stdin.closed
    assert drops(["-"], None)[0].reason is DropReason.UNREADABLE


def test_a_missing_file_is_reported_beside_the_good_ones(folder: Path) -> None:
    missing = str(folder / "missing.txt")
    items = list(read_paths([missing, str(folder / "a.txt")], stdin=None))
    assert [type(item) for item in items] == [Dropped, Document]
    assert items[0] == Dropped(
        step="read", where=missing, reason=DropReason.UNREADABLE, detail="there is no such file or folder"
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("no*match.txt", "no file matches this pattern"),
        ("a**.txt", "no file matches"),
        ("void", "no files in this folder"),
        ("nul\0.txt", "can be no file's name"),
        ("x" * 5000, "too long"),
    ],
)
def test_what_is_not_there_is_reported_in_words(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "void").mkdir()
    (dropped,) = drops([str(tmp_path / name)])
    assert (dropped.reason, words in dropped.detail) == (DropReason.UNREADABLE, True)


def test_a_link_that_leads_nowhere_or_in_circles_harms_nothing(folder: Path) -> None:
    (folder / "circle").symlink_to(folder)
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    assert texts([str(folder)]) == ["Alpha.", "Bravo.", "Charlie."]


def test_where_one_document_is_read_nothing_is_refused(folder: Path) -> None:
    items = list(insist_on_documents(read_paths([str(folder)], stdin=None)))
    assert len(items) == 4


def test_where_a_single_file_cannot_be_read_the_message_says_so_in_one_line() -> None:
    items = insist_on_documents(read_paths(["speech.wpd", "speech.wpd"], stdin=None))
    with pytest.raises(InputError, match=r"^Cannot read speech\.wpd: there is no such file or folder\.$"):
        list(items)


def test_where_no_reader_is_known_the_message_names_the_endings(folder: Path) -> None:
    with pytest.raises(InputError, match=r"x\.wpd: no reader for '\.wpd' files\. Known endings: \.htm, "):
        list(insist_on_documents(read_paths([str(folder / "x.wpd")], stdin=None)))


def test_where_nothing_can_be_read_every_reason_is_listed_up_to_a_point() -> None:
    with pytest.raises(InputError) as caught:
        list(insist_on_documents(read_paths([f"gone{n}.txt" for n in range(14)], stdin=None)))
    assert str(caught.value).startswith("Cannot read any of the input:\n  gone0.txt: there is no such file")
    assert str(caught.value).endswith("  and 4 more")


def test_where_nothing_was_named_the_message_says_what_to_name() -> None:
    with pytest.raises(InputError, match="no input was named"):
        list(insist_on_documents(read_paths([], stdin=None)))
