"""A statement's words, with each mention as one token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from amity.core.actors import Mention

# Words keep inner full stops of abbreviations out; "'s" and "n't" are tokens of their own.
WORD = re.compile(r"n[’']t\b|[’'](?:s|ve|re|ll|d|m)\b|\w+?(?=n[’']t\b)|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a mention; `low` is the text in lower case, `mention` the index of the mention."""

    start: int
    end: int
    low: str
    mention: int | None = None

    @property
    def is_word(self) -> bool:
        return self.mention is None and self.low[:1].isalnum()


def tokenise(text: str, mentions: Sequence[Mention]) -> tuple[Token, ...]:
    """Words, marks and mentions of a statement in order; offsets are the statement's own."""
    tokens: list[Token] = []
    at = 0
    for index, mention in enumerate(mentions):
        tokens += _words(text, at, mention.start)
        tokens.append(Token(mention.start, mention.end, mention.text.lower(), index))
        at = mention.end
    tokens += _words(text, at, len(text))
    return tuple(tokens)


def _words(text: str, start: int, end: int) -> list[Token]:
    return [Token(m.start(), m.end(), m.group().lower()) for m in WORD.finditer(text, start, end)]
