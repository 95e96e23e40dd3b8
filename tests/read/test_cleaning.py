"""Cleaning makes text fit to store and moves no character that need not move."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.read.cleaning import clean, clean_line, is_blank


def test_white_space_quotation_marks_and_line_ends_stay() -> None:
    text = "“We are allies,”\r\n\r\n  he said —\tand ‘partners’.   \n"
    assert clean(text) == text


@pytest.mark.parametrize("control", ["\0", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x81", "\x90"])
def test_a_control_character_becomes_one_space(control: str) -> None:
    assert clean(f"Russia{control}and Syria") == "Russia and Syria"


def test_a_quotation_mark_of_windows_in_the_control_range_becomes_that_mark() -> None:
    assert clean("Syria\x92s \x93allies\x94") == "Syria’s “allies”"


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert clean("a\ud800b") == "a\ufffdb"


def test_letters_and_accents_are_composed() -> None:
    assert clean("Erdog\u0306an") == "Erdoğan"


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("Assad said he couldnâ€™t leave", "Assad said he couldn’t leave"),
        ("“fine” beside cafÃ©", "“fine” beside café"),
        ("Ñ\x81Ð¾Ñ\x8eÐ·", "союз"),
    ],
)
def test_words_decoded_wrongly_before_are_mended(broken: str, meant: str) -> None:
    assert clean(broken) == meant


@pytest.mark.parametrize(
    "right",
    ["ÜßªąñΩ", "Þingvellir", "ÇANKAYA", "Tổng thống Nguyễn Phú Trọng", "Āgha Khān", "Côte d’Ivoire", "Škoda Žižkov"],
)
def test_rare_letters_that_are_right_are_left_alone(right: str) -> None:
    assert clean(right) == right


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_clean_text_is_composed_and_can_be_written(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode()
    assert not any(unicodedata.category(char) == "Cc" and char not in "\t\r\n" for char in cleaned)


@given(st.text(st.characters(max_codepoint=0xFF)))
def test_ascii_keeps_its_offsets(text: str) -> None:
    plain = "".join(char for char in text if char.isascii())
    assert len(clean(plain)) == len(plain)


def test_a_title_comes_on_one_line() -> None:
    assert clean_line("  Russia \n and\tSyria ") == "Russia and Syria"


@pytest.mark.parametrize("nothing", ["", "  \n\t", "\u200b\ufeff", "\u00a0"])
def test_what_nobody_can_see_is_blank(nothing: str) -> None:
    assert is_blank(nothing)
