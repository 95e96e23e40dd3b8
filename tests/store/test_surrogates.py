"""Text with halves of surrogate pairs, which UTF-8 cannot hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.store.surrogates import as_it_was, writable

any_text = st.text(st.characters(exclude_categories=()) | st.sampled_from("\U0010ffff\ud83d\ude00\ue000a"))


@given(any_text)
def test_any_text_can_be_written_and_comes_back(text):
    assert as_it_was(writable(text).encode("utf-8").decode("utf-8")) == text


@given(any_text, any_text)
def test_different_texts_are_written_differently(one, other):
    assert (writable(one) == writable(other)) == (one == other)


@pytest.mark.parametrize("text", ["", "Russia", "Россия", "😀", "\x00", "\ue000"])
def test_whole_text_is_written_as_it_is(text):
    assert writable(text) == text
