"""Heaps of spliced snippets made from the project's own prose, with the truth about every seam.

A snippet is cut at sentence ends, at word borders or in mid word, as search
engines cut them; some stand twice, some web furniture stands between them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROSE = Path(__file__).parent / "prose"
HELD_OUT = ("10", "11", "12", "13", "14")  # the highest numbers of each writer's files; 10 to 12 temper it
SHORTEST, LONGEST = 30, 420
FURNITURE = (
    "See more", "Read more", "Video Ad Feedback", "IE 11 is not supported.", "All rights reserved.", "Print this page",
    "Advertisement", "Link Copied!", "Hide Caption", "Sign up for our newsletter.", "US Edition.", "Share this article",
    "Related stories", "Getty Images", "By Anna Lindqvist.", "3 minute read", "Story highlights", "Inside Story",
    "Updated 4:15 PM EDT, Fri March 7, 2014", "Published Oct 02, 2019 at 9:40 AM GMT", "Photo: AFP", "Introduction.",
)  # fmt: skip
_SENTENCE_START = re.compile(r"(?<=[a-z0-9][.!?][\"'” ]) ?(?=[A-Z\"“])")
_DOTTED = re.compile(r"\b[A-Z]\.[A-Z]\.")
_DASH = re.compile(r" - ")


@dataclass(frozen=True, slots=True)
class Heap:
    """A spliced text; `snippets` are offsets in the text's order, end excluded."""

    text: str
    snippets: tuple[tuple[int, int], ...]


def read_articles(numbers: Sequence[str] | None = None, *, held_out: bool = False) -> list[str]:
    """The articles of the prose files, without those held out, or only those (of `numbers`)."""
    articles = []
    for path in sorted(PROSE.glob("[abc][0-9][0-9].txt")):
        number = path.stem[1:]
        if (number in HELD_OUT) == held_out and (numbers is None or number in numbers):
            articles += re.split(r"\n\s*---\s*\n", path.read_text(encoding="utf-8"))
    return [article.strip() for article in articles if article.strip()]


def on_one_line(article: str) -> str:
    return " ".join(article.split())


def in_other_print(text: str, dice: random.Random) -> str:
    """The same text with curly quotes, other dashes, abbreviations, names or speakers, as others print it."""
    if dice.random() < 0.5:
        text = _SHORTENED.sub(lambda match: _SHORT[match.group()], text)
    if dice.random() < 0.3:
        text = _PERSONS.sub(lambda match: _IN_SPEECH[match.group()], text)
    if dice.random() < 0.4:
        text = _with_letters_for_names(text, dice)
    if dice.random() < 0.4:
        text = _with_speech(text, dice)
    if dice.random() < 0.5:
        text = text.replace("'", "’")
        text = re.sub(r'(^|[\s(])"', r"\1“", text).replace('"', "”")
    style = dice.choice([" - ", " – ", " — ", "—", " -- "])
    return _DASH.sub(style, text)


def _with_letters_for_names(text: str, dice: random.Random) -> str:
    """Some names within sentences become a few capital letters: "the Kurds" turns into "the YPG"."""
    names = sorted(set(_NAME.findall(text)))
    for name in dice.sample(names, min(len(names), 3)):
        letters = "".join(dice.choice("ABCDEFGHIKLMNOPRSTUVW") for _ in range(dice.choice((2, 3, 3, 3, 4, 4, 5))))
        text = re.sub(rf"\b{re.escape(name)}\b", letters, text)
    return text


def _with_speech(text: str, dice: random.Random) -> str:
    """Some clauses after a comma become somebody's words: `, "They went on to the end of the sentence."`"""
    for _ in range(2):
        places = [match for match in _CLAUSE.finditer(text) if match.group(2)]
        if places:
            clause = dice.choice(places)
            said = clause.group(2)
            said = said[0].upper() + said[1:] if dice.random() < 0.7 else said
            mark = dice.choice((",", ",", ":", ""))
            text = f'{text[: clause.start()]}{mark} "{said}"{text[clause.end() :]}'
    return text


_SHORT = {
    "U.S.": "US", "U.N.": "UN", "U.K.": "UK", "E.U.": "EU", "U.A.E.": "UAE", "European Union": "EU",
    "United States": "US", "United Nations": "UN", "Islamic State": "ISIS", "United Kingdom": "UK",
    "Soviet Union": "USSR", "Mr.": "Mr", "Britain": "the UK", "America": "the US", "African Union": "AU",
}  # fmt: skip
_SHORTENED = re.compile("|".join(re.escape(name) for name in _SHORT))
_IN_SPEECH = {
    "he": "I", "she": "I", "He": "I", "She": "I", "they": "we", "They": "We", "their": "our", "his": "my", "her": "my",
    "him": "me", "them": "us", "himself": "myself", "themselves": "ourselves",
}  # fmt: skip
_PERSONS = re.compile(r"\b(?:" + "|".join(_IN_SPEECH) + r")\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_CLAUSE = re.compile(
    r"(,|;| that) ((?:I|we|the|a|it|he|she|they|no|in|and|this|there|to) "
    r"[^\"“”.?!]{10,160}[.?!])(?=\s|$)"
)


def cut_snippet(article: str, dice: random.Random) -> str:
    """One stretch of the article, its ends cut as they fall."""
    starts = [0, *(match.end() for match in _SENTENCE_START.finditer(article))]
    chance = dice.random()
    if chance < 0.42:
        start = dice.choice(starts)
    else:
        start = dice.randrange(max(1, len(article) - SHORTEST))
        if chance < 0.68:
            start = article.find(" ", start) + 1
    inside = [match.start() + 2 for match in _DOTTED.finditer(article)]
    if inside and dice.random() < 0.05:  # "the U." and "S. troops" are what some engines make of an abbreviation
        if dice.random() < 0.5:
            return article[(cut := dice.choice(inside)) : article.find(" ", min(len(article) - 1, cut + 120))].strip()
        return article[max(0, (cut := dice.choice(inside)) - 120) : cut].partition(" ")[2].strip()
    length = int(min(LONGEST, max(SHORTEST, dice.lognormvariate(4.95, 0.55))))
    end = min(len(article), start + length)
    chance = dice.random()
    if chance < 0.40:
        later = [place for place in (*starts[1:], len(article)) if place > start + SHORTEST]
        end = min(later, key=lambda place: abs(place - end), default=end)
    elif chance < 0.80:
        end = max(start + 1, article.rfind(" ", start, end))
    return article[start:end].strip()


def make_heap(articles: Sequence[str], dice: random.Random, *, snippets: int) -> Heap:
    """Splice so many snippets, with one blank between them."""
    chosen: list[str] = []
    about = dice.sample(range(len(articles)), min(len(articles), max(3, snippets // 3)))
    while len(chosen) < snippets:
        chance = dice.random()
        if chosen and chance < 0.07:
            chosen.append(dice.choice(chosen))
        elif chance < 0.11:
            chosen.append(dice.choice(FURNITURE))
        else:
            snippet = cut_snippet(on_one_line(articles[dice.choice(about)]), dice)
            chosen += [in_other_print(snippet, dice)] if snippet else []
    places, start = [], 0
    for snippet in chosen:
        places.append((start, start + len(snippet)))
        start += len(snippet) + 1
    return Heap(" ".join(chosen), tuple(places))
