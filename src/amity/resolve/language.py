"""In which language of Latin letters a text is plainly written, by its commonest words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from amity.knowledge.letters import LETTERS, Letters
from amity.knowledge.load_commonest_words import CommonestWords

# Words in small letters, and the first: "Los Angeles" and "Die Welt" say nothing of a text that goes on in English.
# What follows an apostrophe is a word with it: the English genitive, the Turkish endings of names.
WORD = re.compile(r"(?:(?<=\w)['’]|(?<!\w))[^\W\d_A-Z]+|\A\W*[^\W\d_]+")
OPENING = " \n\t'\"«»“”„‘(["
READ = 1000  # characters: more of a text would not change it
PLAIN = 2  # so many different words must speak for a language


class Languages:
    """Tells languages apart; made once."""

    def __init__(self, words: Sequence[CommonestWords]) -> None:
        self._spoken_by: Mapping[str, tuple[str, ...]] = _spoken_by((one.language, one.words) for one in words)
        self._letters: Mapping[str, tuple[str, ...]] = _spoken_by((one.language, one.letters) for one in words)

    def told(self, text: str) -> str | None:
        """The language that a text is plainly in, of those with names of their own; None for English and all else."""
        if " the " in text or " and " in text:  # spares most texts the counting
            return None
        weights: dict[str, int] = {}
        for word in _words(text[:READ]):
            for language in self._spoken_by.get(word, ()):
                weights[language] = weights.get(language, 0) + 1
        if not text.isascii():
            for letter in set(text[:READ]):
                for language in self._letters.get(letter, ()):
                    weights[language] = weights.get(language, 0) + 1
        return _clearest(weights)


def _words(text: str) -> set[str]:
    first, *others = [*WORD.findall(text), ""]
    return {first.lstrip(OPENING).lower(), *(word.replace("’", "'") for word in others)}


def _clearest(weights: Mapping[str, int]) -> str | None:
    if not weights:
        return None
    best = max(weights, key=lambda language: weights[language])
    rivals = [weight for language, weight in weights.items() if language != best]
    if weights[best] < PLAIN or weights[best] <= max(rivals, default=0):
        return None
    return best if best != "en" and LETTERS.get(best) is Letters.LATIN else None


def _spoken_by(signs: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """The languages that each sign speaks for."""
    spoken: dict[str, tuple[str, ...]] = {}
    for language, own in signs:
        for sign in own:
            spoken[sign] = (*spoken.get(sign, ()), language)
    return spoken
