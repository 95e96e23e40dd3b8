"""Plain text and Markdown are stored as the file has them."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.core.documents import Document, document_id
from amity.core.dropped import Dropped, DropReason
from tests.read.building import reading, the_document, the_drop

# All but the letters of which wrongly decoded words are made: those may be mended.
CLEAN = st.characters(exclude_categories=["Cc", "Cs"], min_codepoint=0x250) | st.characters(
    min_codepoint=0x20, max_codepoint=0x7E
)


@given(st.text(CLEAN | st.sampled_from("\t\r\n")), st.sampled_from(["notes.txt", "notes.md", "notes.text"]))
def test_the_text_of_a_clean_file_is_the_files_own(text: str, name: str) -> None:
    for item in reading("." + text, name):
        if isinstance(item, Document):
            assert item.text == unicodedata.normalize("NFC", "." + text)


def test_a_quotation_can_be_found_in_the_file_by_its_offsets() -> None:
    file = "“We are allies,”\r\n\r\n\tsaid Lavrov.  \r\nErdoğan – ‘no’.\n"
    document = the_document(file, "talks.txt")
    start = document.text.index("Erdoğan")
    assert file[start : start + 7] == "Erdoğan"
    assert document.text == file


def test_a_plain_text_has_no_title_and_no_date() -> None:
    document = the_document("Russia and Syria\n2024-11-28\nThey met.", "talks.txt")
    assert (document.title, document.published, document.name) == (None, None, "talks.txt")


def test_a_document_is_known_by_its_content_not_its_name() -> None:
    one, other = the_document("They met.", "one.txt"), the_document("They met.", "other/two.txt")
    assert one.id == other.id == document_id("They met.")


@pytest.mark.parametrize("nothing", [b"", b" \r\n\t ", "\ufeff\n".encode(), b"\x0c"])
def test_a_file_without_text_is_dropped_as_empty(nothing: bytes) -> None:
    assert the_drop(nothing, "void.txt").reason is DropReason.EMPTY


def test_a_few_stray_nuls_become_spaces() -> None:
    text = "Russia and Syria signed a treaty. " * 20
    assert the_document(text.encode() + b"\0end", "old.txt").text == text + " end"


def test_front_matter_gives_title_date_source_and_address_and_stays_in_the_text() -> None:
    file = (
        "---\ntitle: 'Talks in Sochi'\ndate: 2018-10-27\nsource: Reuters # agency\nurl: https://example.org/a\n"
        "lang: en-GB\ntags: [a, b]\n---\n\n# Heading\n\nThey met.\n"
    )
    document = the_document(file, "talks.md")
    assert document.text == file
    assert (document.title, document.publisher) == ("Talks in Sochi", "Reuters")
    assert (document.url, document.language) == ("https://example.org/a", "en")
    assert document.published == date(2018, 10, 27)


def test_an_unusable_date_in_front_matter_is_reported_and_the_document_kept() -> None:
    dropped, document = reading("---\ndate: last spring\n---\nThey met.", "talks.md")
    assert isinstance(dropped, Dropped)
    assert isinstance(document, Document)
    assert "'last spring'" in dropped.detail
    assert document.published is None


@pytest.mark.parametrize(
    ("file", "title"),
    [
        ("# Allies #\n\ntext", "Allies"),
        ("intro\n\n# Allies\n", "Allies"),
        ("Allies\n======\n\ntext", "Allies"),
        ("```\n# no heading\n```\n# Allies", "Allies"),
        ("## Second order\n\ntext", None),
        ("#hashtag\n", None),
        ("---\nno end of front matter", None),
    ],
)
def test_the_first_heading_of_the_first_order_is_the_title(file: str, title: str | None) -> None:
    assert the_document(file, "page.md").title == title
