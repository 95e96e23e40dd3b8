"""In whatever encoding a text was written, it is read as it was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.read.encodings import decode, find_encoding
from tests.read.building import the_document

RUSSIAN = "Россия и Сирия подписали договор. Министры встретились в Дамаске, чтобы обсудить базу флота.\n" * 3
FRENCH = "Le président a déclaré à Genève que l'armée française évacuerait la région dès février.\n" * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-32"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "utf-32-le"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (FRENCH, "windows-1252"),
        ("Moscow and Damascus are allies, said Mr. Lavrov.\n", "utf-16-le"),
        ("日本とロシアは平和条約に署名していない。両国の外相は東京で会談した。\n" * 3, "shift_jis"),
        ("日本とロシアは平和条約に署名していない。両国の外相は東京で会談した。\n" * 3, "iso2022_jp"),
        ("روسيا وسوريا حليفتان منذ عقود، قال الوزير في دمشق اليوم.\n" * 3, "windows-1256"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_was_written_in(text: str, encoding: str) -> None:
    assert the_document(text.encode(encoding), "speech.txt").text == text


def test_one_stray_byte_does_not_turn_a_utf8_text_into_another_encoding() -> None:
    raw = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    assert decode(raw) == RUSSIAN + "\ufffd" + RUSSIAN


def test_a_utf8_text_cut_within_its_last_letter_stays_utf8() -> None:
    assert decode(RUSSIAN.rstrip("\n.").encode()[:-1]).startswith(RUSSIAN[:50])


def test_few_strange_bytes_in_ascii_are_taken_for_the_commonest_encoding() -> None:
    assert decode("The café in Genève was closed.".encode("windows-1252")) == "The café in Genève was closed."


def test_a_declared_encoding_is_believed_where_the_bytes_allow_it() -> None:
    raw = "Łódź żąda".encode("iso-8859-2")
    assert decode(raw, declared="iso-8859-2") == "Łódź żąda"


@pytest.mark.parametrize("nonsense", ["no-such-encoding", "hex", "rot13", "base64", "idna"])
def test_a_declared_encoding_that_is_none_is_passed_over(nonsense: str) -> None:
    assert "ministre" in decode("le ministre français\xe9".encode("latin-1"), declared=nonsense)


@given(st.binary())
def test_any_bytes_have_an_encoding_that_can_decode_them(raw: bytes) -> None:
    raw.decode(find_encoding(raw), "replace")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf8_is_decoded_as_it_is(text: str) -> None:
    if "\0" not in text and "\x1b" not in text and not text.startswith("\ufeff"):
        assert decode(text.encode()) == text
