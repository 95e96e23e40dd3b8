"""With which names a text is read: by its language, and by the letters that stand in it.

A name in Latin letters would be another word in a text of another language
("Tour", "Essen", "Fas"), so it counts only in texts of its own. English names
count in every text. A name in other letters can be mistaken for nothing in a
Latin text, and counts in every text in which such letters stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from amity.knowledge.gazetteer import Gazetteer
from amity.knowledge.letters import ABROAD, ENGLISH, LETTERS, Letters
from amity.resolve.lexicon import (
    Entry,
    Found,
    Lexicon,
    Marks,
    as_printed,
    as_printed_abroad,
    as_typed,
    typed_acronyms,
    without_overlaps,
)
from amity.resolve.word_ends import anywhere, arabic_word

OTHER_LETTERS = {
    Letters.CYRILLIC: re.compile("[\u0400-\u04ff]"),
    Letters.ARABIC: re.compile("[\u0620-\u064a\u066e-\u06d3]"),
    Letters.HAN: re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
}
WORD_ENDS = {Letters.ARABIC: arabic_word, Letters.HAN: anywhere}


class Tongue:
    """The names that one kind of text is read with, as printed, and as typed without capitals."""

    def __init__(self, printed: Lexicon) -> None:
        self.printed = printed

    def find(self, folded: str, *, any_case: bool) -> list[Found]:
        found = self.printed.find(folded)
        if not any_case:
            return found
        acronyms = typed_acronyms(folded, self.printed.entries)
        return without_overlaps([*found, *acronyms, *self._typed.find(folded.lower())])

    @cached_property
    def _typed(self) -> Lexicon:
        return Lexicon(as_typed(self.printed.entries), self.printed.stands)


class Tongues:
    """All lexicons; but for the English one each is built when a text first needs it."""

    def __init__(self, gazetteer: Gazetteer, marks: Marks | None = None) -> None:
        self._gazetteer = gazetteer
        self.english = Tongue(Lexicon(as_printed(gazetteer, marks)))
        self._others: dict[tuple[str, ...], Tongue] = {(ENGLISH,): self.english}

    def find(self, folded: str, language: str | None, *, any_case: bool) -> list[Found]:
        """The names and common nouns in a folded text, in order, not overlapping."""
        latin = self._latin(language)
        if folded.isascii():
            return latin.find(folded, any_case=any_case)
        letters = [letters for letters, sign in OTHER_LETTERS.items() if sign.search(folded)]
        # Han has no blanks: a Latin word ends where it begins.
        spaced = OTHER_LETTERS[Letters.HAN].sub(" ", folded) if Letters.HAN in letters else folded
        found = latin.find(spaced, any_case=any_case)
        for kind in letters:
            found += self._in_letters(kind, language).find(folded, any_case=any_case)
        return without_overlaps(found) if letters else found

    def find_typed_abroad(self, folded: str) -> list[Found]:
        """The names that a person may have typed in any language of Latin letters but English."""
        languages = tuple(language for language in ABROAD if LETTERS[language] is Letters.LATIN)
        return self._abroad(languages, Letters.LATIN).find(folded, any_case=True)

    def _latin(self, language: str | None) -> Tongue:
        if language is None or language == ENGLISH or LETTERS.get(language) is not Letters.LATIN:
            return self.english
        if (ENGLISH, language) not in self._others:
            own = as_printed_abroad(self._gazetteer, [language])
            self._others[ENGLISH, language] = Tongue(Lexicon(_beside_english(self.english.printed.entries, own)))
        return self._others[ENGLISH, language]

    def _in_letters(self, letters: Letters, language: str | None) -> Tongue:
        """The names of one language where the text is in it, else those of all that are written so."""
        written_so = tuple(code for code in ABROAD if LETTERS[code] is letters)
        return self._abroad((language,) if language and language in written_so else written_so, letters)

    def _abroad(self, languages: tuple[str, ...], letters: Letters) -> Tongue:
        if languages not in self._others:
            entries = as_printed_abroad(self._gazetteer, languages)
            self._others[languages] = Tongue(Lexicon(entries, WORD_ENDS.get(letters)))
        return self._others[languages]


def _beside_english(english: Mapping[str, Entry], own: Mapping[str, Entry]) -> dict[str, Entry]:
    """A language's forms together with the English ones, without the English common nouns."""
    entries = {
        surface: replace(entry, word=None) if entry.word else entry
        for surface, entry in english.items()
        if entry.names or entry.blocked
    }
    for surface, entry in own.items():
        if beside := entries.get(surface):
            entry = Entry(
                names=[*entry.names, *beside.names],
                contexts=beside.contexts,
                blocked=entry.blocked or beside.blocked,
            )
        entries[surface] = entry
    return entries
