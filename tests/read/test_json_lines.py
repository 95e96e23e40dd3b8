"""Each line of JSON Lines is a document, and a bad line harms no other."""

from __future__ import annotations

import gzip
import json
from datetime import date
from io import BufferedReader, BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.core.documents import Document
from amity.core.dropped import Dropped, DropReason
from amity.read import json_lines as module
from amity.read.fields import FIELD_NAMES
from tests.read.building import documents_of, drops_of, json_lines, reading, the_document, the_drop

A_LINE = {
    "id": 7,
    "title": "Talks in Sochi",
    "url": "https://example.org/a",
    "date": "2018-10-27T21:00:00-05:00",
    "source": "Reuters",
    "language": "en",
    "text": "They met.\nThey agreed.",
}


def test_a_line_gives_all_parts_of_a_document() -> None:
    document = the_document(json_lines(A_LINE), "heap.jsonl")
    assert document.text == "They met.\nThey agreed."
    assert (document.title, document.url, document.publisher) == ("Talks in Sochi", "https://example.org/a", "Reuters")
    assert (document.language, document.given_id, document.name) == ("en", "7", "heap.jsonl#1")
    assert document.published == date(2018, 10, 27)


@pytest.mark.parametrize(("part", "name"), [(part, name) for part, names in FIELD_NAMES.items() for name in names])
def test_every_name_in_the_table_is_understood(part: str, name: str) -> None:
    value = {"text": "They met.", "date": "2018-10-27", "language": "fr"}.get(part, "something")
    line = {name: value} if part == "text" else {"text": "They met.", name: value}
    document = the_document(json_lines(line), "heap.ndjson")
    found = {
        "text": document.text,
        "title": document.title,
        "url": document.url,
        "date": str(document.published),
        "source": document.publisher,
        "language": document.language,
        "id": document.given_id,
    }
    assert found[part] == value


@pytest.mark.parametrize("name", ["Publication-Date", "publication_date", "publicationDate", "PUBLICATION DATE"])
def test_capitals_hyphens_and_underscores_make_no_difference(name: str) -> None:
    assert the_document(json_lines({"text": "a", name: "2018-10-27"}), "h.jsonl").published == date(2018, 10, 27)


def test_a_source_may_be_an_object_with_a_name() -> None:
    line = {"text": "a", "source": {"id": None, "name": "Reuters"}}
    assert the_document(json_lines(line), "h.jsonl").publisher == "Reuters"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"text": "cut', "not JSON"),
        ("[1, 2]", "an array alone"),
        ("null", "null alone"),
        ('"text"', "a string alone"),
        ('{"title": "no text"}', "no text; expected a string under one of: text, body, content"),
        ('{"text": ["a", "b"]}', "an array for a text"),
        ('{"text": 5}', "a number for a text"),
        ('{"text": 1' + "0" * 5000 + "}", "a number too long"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_broken_line_is_dropped_by_its_number_and_the_others_are_kept(line: str, words: str) -> None:
    items = reading(f'{{"text": "before"}}\n{line}\n\n{{"text": "after"}}\n', "heap.jsonl")
    assert [document.name for document in documents_of(items)] == ["heap.jsonl#1", "heap.jsonl#4"]
    (dropped,) = drops_of(items)
    assert (dropped.reason, dropped.where) == (DropReason.BROKEN, "heap.jsonl:2")
    assert words in dropped.detail


def test_a_line_whose_text_is_blank_is_dropped_as_empty() -> None:
    assert the_drop(json_lines({"text": " \n "}), "h.jsonl").reason is DropReason.EMPTY


@pytest.mark.parametrize("nonsense", ["spring", "2024", "2024-02-30", "0001-01-01", 1732752000])
def test_a_line_with_an_unusable_date_is_kept_without_it_and_the_date_reported(nonsense: object) -> None:
    dropped, document = reading(json_lines({"text": "a", "date": nonsense}), "h.jsonl")
    assert isinstance(dropped, Dropped)
    assert isinstance(document, Document)
    assert document.published is None
    assert (dropped.reason, dropped.where) == (DropReason.BROKEN, "h.jsonl:1")
    assert f"'{nonsense}' names no day: expected a day such as" in dropped.detail


def test_a_lone_surrogate_escape_does_not_survive() -> None:
    document = the_document(r'{"text": "a\ud800b \ud83d\ude00", "title": "\udc00"}' + "\n", "h.jsonl")
    assert (document.text, document.title) == ("a\ufffdb 😀", "\ufffd")


def test_separators_of_unicode_do_not_end_a_line() -> None:
    assert (
        the_document('{"text": "a\u2028b\u2029c\u0085"}'.replace("\u0085", "") + "\r\n", "h.jsonl").text
        == "a\u2028b\u2029c"
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le"])
def test_lines_in_other_unicode_encodings_are_read(encoding: str) -> None:
    raw = '{"text": "Россия"}\n{"text": "Сирия"}\n'.encode(encoding)
    assert [document.text for document in documents_of(reading(raw, "h.jsonl"))] == ["Россия", "Сирия"]


def test_a_line_in_an_older_encoding_does_not_spoil_the_utf8_lines() -> None:
    raw = '{"text": "café"}\n'.encode() + '{"text": "café"}\n'.encode("latin-1")
    assert [document.text for document in documents_of(reading(raw, "h.jsonl"))] == ["café", "café"]


def test_a_line_too_long_for_a_document_is_dropped_and_the_next_keeps_its_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "LONGEST_DOCUMENT_BYTES", 100)
    items = reading(json_lines({"text": "x" * 1000}, {"text": "short"}), "h.jsonl")
    assert [item.reason for item in drops_of(items)] == [DropReason.TOO_LONG]
    assert [document.name for document in documents_of(items)] == ["h.jsonl#2"]


def test_lines_are_read_one_at_a_time() -> None:
    raw = BytesIO(json_lines(*({"text": "x" * 1000} for _ in range(1000))).encode())
    stream: BufferedReader = BufferedReader(raw, 1 << 16)
    assert isinstance(next(module.read_json_lines(stream, "h.jsonl")), Document)
    assert raw.tell() < 200_000


def test_what_a_cut_gzip_file_still_gives_is_kept() -> None:
    lines = json_lines(*({"text": f"They met {n} times in {n * 7919 % 1000}."} for n in range(5000)))
    packed = gzip.compress(lines.encode(), mtime=0)
    items = reading(packed[: len(packed) // 2], "heap.jsonl.gz")
    assert len(documents_of(items)) > 1000
    assert items[-1] == drops_of(items)[-1]
    assert "cut short" in drops_of(items)[-1].detail


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.isalnum)))
def test_as_many_lines_as_documents_in_their_order(texts: list[str]) -> None:
    file = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    documents = documents_of(reading(file, "h.jsonl"))
    assert [document.name for document in documents] == [f"h.jsonl#{n}" for n in range(1, len(texts) + 1)]
