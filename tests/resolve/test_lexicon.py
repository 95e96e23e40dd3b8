"""Every name in a text is found, whole, and the longer of two that overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amity.resolve.folding import fold, is_inside_word
from amity.resolve.lexicon import Entry, Found, Lexicon, without_overlaps

FORMS = ("a", "ab", "a b", "b a b", "ab-a", "b.", "a b a b")
LEXICON = Lexicon({form: Entry(word=form) for form in FORMS})


def slowly_found(text: str) -> list[tuple[int, int]]:
    """All whole words, the longest first, each kept unless it overlaps one that is kept."""
    spans = [
        (start, start + len(form))
        for form in FORMS
        for start in range(len(text))
        if text.startswith(form, start)
        and not (start > 0 and is_inside_word(text[start - 1]))
        and not (start + len(form) < len(text) and is_inside_word(text[start + len(form)]))
    ]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if all(end <= first or last <= start for first, last in kept):
            kept.append((start, end))
    return sorted(kept)


@given(st.text(alphabet="ab -.c", max_size=40))
def test_the_automaton_finds_what_a_slow_search_finds(text: str) -> None:
    assert [(found.start, found.end) for found in LEXICON.find(text)] == slowly_found(text)


@given(st.text())
def test_folding_moves_no_letter(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert len(folded.lower()) == len(text)
    assert fold(folded) == folded


def test_folding_makes_ways_of_typing_alike() -> None:
    assert fold("al‑Assad al–Assad al—Assad") == "al-Assad al-Assad al-Assad"
    assert fold("Sana’a Sanaʻa Sana`a") == "Sana'a Sana'a Sana'a"
    assert fold("Türkiye Erdoğan Łódź Perú İstanbul") == "Turkiye Erdogan Lodz Peru Istanbul"
    assert fold("a\u00a0b\nc\u2009d") == "a b c d"


def test_of_equal_spans_the_first_given_stays() -> None:
    first, second = Entry(word="first"), Entry(word="second")
    assert without_overlaps([Found(0, 3, first), Found(0, 3, second)]) == [Found(0, 3, first)]
