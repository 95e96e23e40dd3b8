"""What on a page is no sentence: furniture, lines that date the page, and runs of letters that are no language."""

from __future__ import annotations

import unicodedata

import numpy as np
from numpy.typing import NDArray

from amity.knowledge.split_rules import Floats, SeamModel, SentenceWords
from amity.split.words import Shape, Words

IMPLAUSIBLE = -3.3  # mean logarithm of letter pairs, below which a word is likely no word
FEWEST_WORDS = 3  # of gibberish: two odd words may be a name
GIBBERISH = 0.6  # share of a statement's words that are implausible
LONGEST_DATELINE = 20  # words
LONGEST_FURNITURE = 300  # characters


def furniture_borders(text: str, words: Words, language: SentenceWords) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """For each gap whether furniture begins or ends there, and whether it stands within furniture and must stay whole.

    Pieces of furniture that follow one another stay together, and with the
    date that they follow: "January 2, 2025 Print this page".
    """
    borders = np.zeros(max(len(words) - 1, 0), dtype=np.bool_)
    whole = np.zeros_like(borders)
    for start, end in _runs(text, language):
        first, last = _word_at(words, start), _word_at(words, end - 1)
        whole[first:last] = True
        if first and not _follows_date(text, words, first, language):
            borders[first - 1] = True
        elif first:
            whole[first - 1] = True
        if last < len(borders):
            borders[last] = True
    for match in language.furniture_start.finditer(text):
        first = _word_at(words, match.start())
        if first and not whole[first - 1]:
            borders[first - 1] = True
    return borders & ~whole, whole


def _runs(text: str, language: SentenceWords) -> list[tuple[int, int]]:
    """Stretches of furniture that only blanks part from one another."""
    found = [match.span() for pattern in (language.furniture, language.page_dating) for match in pattern.finditer(text)]
    runs: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if runs and (start < runs[-1][1] or ("\n" not in (gap := text[runs[-1][1] : start]) and not gap.strip())):
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs


def _word_at(words: Words, place: int) -> int:
    return int(np.searchsorted(words.starts, place, side="right")) - 1


def _follows_date(text: str, words: Words, first: int, language: SentenceWords) -> bool:
    """Whether the page's date stands right before this word, on the same line."""
    before = text[int(words.starts[max(0, first - 4)]) : int(words.ends[first - 1])]
    if "\n" in text[int(words.ends[first - 1]) : int(words.starts[first])]:
        return False
    return any(match.end() == len(before) for match in language.page_date.finditer(before))


def is_dateline(text: str, language: SentenceWords) -> bool:
    """Whether a statement only says when, where or by whom the page was published.

    It has a day of the calendar and, besides, only names, numbers and a few
    words such as "updated" or "at".
    """
    if language.page_date.search(text) is None or len(said := text.split()) > LONGEST_DATELINE:
        return False
    plain = [word.strip(".,:;()|!") for word in said]
    return all(not word[:1].islower() or word.casefold() in language.dateline_words for word in plain)


def is_furniture(text: str, language: SentenceWords) -> bool:
    """Whether nothing of a statement is left beside furniture."""
    if language.furniture_start.match(text):
        return True
    if len(text) <= LONGEST_FURNITURE and language.furniture_shape.fullmatch(text):
        return True
    rest = language.furniture.sub(" ", language.page_dating.sub(" ", text))
    return not any(letter.isalnum() for letter in rest)


def is_gibberish(words: Words, start: int, end: int, model: SeamModel) -> bool:
    """Whether most of the words from `start` to `end` can hardly be words of any language in Latin letters."""
    latin = [place for place in range(start, end) if words.shapes[place] & _JUDGED == 0]
    if len(latin) < FEWEST_WORDS:
        return False
    odd = [place for place in latin if not words.shapes[place] & Shape.ONE_PIECE]
    strange = sum(plausibility(words.texts[place], model.letter_pairs) < IMPLAUSIBLE for place in odd)
    return strange >= GIBBERISH * len(latin)


_JUDGED = Shape.DIGITS | Shape.NO_LETTER | Shape.OTHER_SCRIPT


def plausibility(word: str, letter_pairs: Floats) -> float:
    """The mean logarithm of the word's letter pairs, borders included; 0 for a word without Latin letters."""
    letters = [letter for letter in unicodedata.normalize("NFD", word[:40].lower()) if "a" <= letter <= "z"]
    if not letters:
        return 0.0
    numbers = [0, *(ord(letter) - 96 for letter in letters), 0]
    return float(letter_pairs[numbers[:-1], numbers[1:]].mean())
