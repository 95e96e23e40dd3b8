"""The reader is picked by ending, else by the bytes; any bytes give documents or reasons, and nothing else."""

from __future__ import annotations

import gzip
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from amity.core.documents import Document, document_id
from amity.core.dropped import Dropped, DropReason
from amity.read import READERS, read_bytes
from amity.read import whole_texts as module
from amity.read.cleaning import clean, is_blank
from amity.read.readers import ending_of
from tests.read.building import json_lines, reading, the_document, the_drop

PLAIN = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson")
A_PAGE = "<!doctype html><html><head><title>Talks</title></head><body><p>They met.</p></body></html>"


def test_every_text_format_is_also_read_gzipped() -> None:
    assert set(READERS) == {*PLAIN, *(ending + ".gz" for ending in PLAIN)}


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.txt", ".txt"),
        ("News.JSONL.GZ", ".jsonl.gz"),
        ("folder.d/README", ""),
        ("notes.2024-11-28", ""),
        ("speech.wpd", ".wpd"),
        ("data.tar.gz", ".tar.gz"),
        ("data.gz", ""),
        (".hidden", ""),
        ("standard input", ""),
        ("He said: yes. And no", ""),
    ],
)
def test_the_ending_is_what_names_a_format(name: str, ending: str) -> None:
    assert ending_of(name) == ending


def test_an_unknown_ending_is_refused_with_the_known_ones() -> None:
    dropped = the_drop("They met.", "speech.wpd")
    assert (dropped.reason, dropped.where) == (DropReason.UNKNOWN_FORMAT, "speech.wpd")
    assert dropped.detail.startswith("no reader for '.wpd' files. Known endings: .htm, .html, ")


def test_without_an_ending_the_bytes_say_what_is_read() -> None:
    assert the_document(A_PAGE, "page").title == "Talks"
    assert the_document("\ufeff \n" + A_PAGE, "page").title == "Talks"
    assert the_document(json_lines({"text": "a", "date": "2024-11-28"}), "heap").published == date(2024, 11, 28)
    assert the_document("They met.", "notes").text == "They met."
    assert the_document("{ they met }", "notes").text == "{ they met }"
    assert the_document(gzip.compress(A_PAGE.encode()), "page").title == "Talks"
    assert the_drop("<?xml version='1.0'?><rss></rss>", "feed").reason is DropReason.UNKNOWN_FORMAT


@pytest.mark.parametrize("ending", ["", *READERS])
@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF file: save it as .txt or .html first"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0", "a zip archive or an office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old office document"),
        (b"{\\rtf1\\ansi They met.}", "a rich text document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        (b"\x28\xb5\x2f\xfd\x04\x00", "a Zstandard archive"),
        (b"PAR1\x15\x04\x15\0\0\0", "a Parquet table"),
        (bytes(range(256)) * 8, "no text of any kind"),
    ],
)
def test_what_is_no_text_is_named_and_refused(raw: bytes, kind: str, ending: str) -> None:
    dropped = the_drop(gzip.compress(raw) if ending.endswith(".gz") else raw, f"a{ending}")
    assert dropped.reason is DropReason.BINARY
    assert kind in dropped.detail


def test_a_text_may_begin_like_an_archive() -> None:
    assert the_document("BZh is how it begins. ID3 too.", "a.txt").text == "BZh is how it begins. ID3 too."


def test_a_file_that_the_browser_has_unpacked_already_is_read() -> None:
    assert the_document(A_PAGE, "page.html.gz").title == "Talks"


def test_a_gzip_file_of_several_members_is_read_whole() -> None:
    raw = gzip.compress(b"They met. ") + gzip.compress(b"They parted.") + b"\0" * 20
    assert the_document(raw, "a.txt.gz").text == "They met. They parted."


@pytest.mark.parametrize(
    ("raw", "trouble"),
    [
        (gzip.compress(b"They met.")[:-4], "cut short"),
        (gzip.compress(b"They met.") + b"and more", "followed by other bytes"),
        (gzip.compress(b"They met.")[:-8] + b"\0" * 8, "damaged"),
    ],
)
def test_a_damaged_gzip_file_gives_what_it_can_and_says_so(raw: bytes, trouble: str) -> None:
    *documents, dropped = reading(raw, "a.txt.gz")
    assert isinstance(dropped, Dropped)
    assert (dropped.reason, trouble in dropped.detail) == (DropReason.BROKEN, True)
    assert all(isinstance(item, Document) and item.text == "They met." for item in documents)


def test_a_text_too_long_for_one_document_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_DOCUMENT_BYTES", 1000)
    assert the_drop("x" * 1001, "a.txt").reason is DropReason.TOO_LONG
    assert the_drop(gzip.compress(b"x" * 1001), "a.html.gz").reason is DropReason.TOO_LONG
    assert the_document("x" * 1000, "a.txt").text == "x" * 1000


PIECES = st.one_of(
    st.binary(max_size=40),
    st.sampled_from(
        [
            *(b"<html>", b"<!doctype html>", b"<p>", b"</p>", b"<meta charset=", b"utf-16", b'"', b">", b"<title>"),
            *(b"<script type='application/ld+json'>", b"</script>", b'{"@type":"Article","datePublished":', b"<!--"),
            *(b'{"text": "', b'"}', b"\n", b"\r\n", b"\\ud800", b"null", b"[", b"---\n", b"title: x\n", b"# a\n"),
            *(
                b"\xff\xfe",
                b"\xfe\xff",
                b"\xef\xbb\xbf",
                b"\xff\xfe\0\0",
                b"\x1b$B",
                b"\x1f\x8b\x08",
                b"\0",
                b"2019-11-18",
            ),
            *(
                b"<time datetime=",
                b"<link rel=canonical href=http://",
                b"They met. ",
                "Россия ".encode(),
                b"\xe9t\xe9 ",
            ),
        ]
    ),
)
HEAPS = st.lists(PIECES, max_size=20).map(b"".join)


@given(HEAPS, st.sampled_from(["", ".wpd", *READERS]), st.booleans())
@example(b"\x1f\x8b", ".txt.gz", False)
@example(b"\xff\xfe", ".jsonl", False)
def test_any_bytes_under_any_ending_give_documents_or_reasons(raw: bytes, ending: str, packed: bool) -> None:
    for item in read_bytes(gzip.compress(raw, 1) if packed else raw, f"a{ending}"):
        if isinstance(item, Dropped):
            assert item.step == "read"
            assert item.where.startswith("a")
            assert item.detail
        else:
            assert not is_blank(item.text)
            assert clean(item.text) == item.text
            assert item.id == document_id(
                item.text, title=item.title, url=item.url, publisher=item.publisher, published=item.published
            )


@given(HEAPS, st.sampled_from(["", *READERS]))
def test_reading_twice_gives_the_same(raw: bytes, ending: str) -> None:
    assert list(read_bytes(raw, f"a{ending}")) == list(read_bytes(raw, f"a{ending}"))


@given(st.binary(max_size=300), st.integers(0, 300))
def test_a_gzip_file_cut_or_damaged_anywhere_never_fails(raw: bytes, place: int) -> None:
    packed = gzip.compress(b"They met. " + raw, mtime=0)
    place %= len(packed)
    for damaged in (packed[:place], packed[:place] + b"\x55" + packed[place + 1 :]):
        for item in read_bytes(damaged, "a.jsonl.gz"):
            assert isinstance(item, (Document, Dropped))
