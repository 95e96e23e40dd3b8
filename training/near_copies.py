"""Labelled sentences that are too like one another, or like a text that readers are measured on.

    python training/near_copies.py [--against PATH ...]

The training sentences and those of the test split are compared, each with all
others. Every mention is one slot word there, so that a sentence filled with
other names is found. `--against` names files or folders of measuring sets; their
texts are compared with all our sentences, names as they stand, and none of them
is printed.

Two texts are near copies where they have RUN words in a row in common, or where
their words in threes are as like as NEAR. Case, punctuation and articles do not
count, and one number is like another. Two sentences of one file that differ in
words and in labels are a contrast, written to teach what these words do: it is
printed and is no fault. Ends with exit code 1 where there are near copies.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from rensa import RMinHash, RMinHashLSH

from marked_sentences import LabelledSentence, ordered_pairs, read_sentences
from outside_texts import find_outside_files, read_outside_texts

TEST_SPLIT = Path(__file__).parent.parent / "evaluation" / "claims"
SLOT = "slot"
ARTICLES = frozenset({"a", "an", "the"})
RUN = 8  # words in a row, none of them a slot
SHINGLE = 3  # words that stand together
NEAR = 0.6  # of the shingles of two texts that near copies share, 0 to 1
FEWEST = 4  # words besides slots: a sentence with fewer is a near copy only of the same one
PERMUTATIONS, BANDS, SEED = 126, 42, 20240229  # a pair as like as NEAR meets in no band once in 27,000 times
BATCH = 20_000  # outside texts that are held at a time
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a text as they are compared; `where` is its file and line."""

    where: str
    words: tuple[str, ...]

    def runs(self) -> set[tuple[str, ...]]:
        """All RUN words in a row without a slot."""
        return {run for run in _in_a_row(self.words, RUN) if SLOT not in run}

    def shingles(self) -> set[tuple[str, ...]]:
        """All SHINGLE words in a row; a text with few words of its own is one piece, like only to the same."""
        own = sum(word != SLOT for word in self.words)
        return set(_in_a_row(self.words, SHINGLE)) if own >= FEWEST else {self.words}


@dataclass(frozen=True, slots=True)
class NearCopy:
    """Two texts by their places in what was compared; `likeness` of their shingles is from 0 to 1."""

    one: int
    other: int
    likeness: float
    run: bool  # whether they have RUN words in a row in common


class Index:
    """Texts in which near copies of others are looked up."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = texts
        self._holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            for run in text.runs():
                self._holders[run].append(place)
        self._hashes = RMinHashLSH(NEAR, PERMUTATIONS, BANDS)
        self._hashes.insert_many(_min_hashes(texts))

    def near_copies(self, others: Sequence[Text]) -> Iterator[NearCopy]:
        """Near copies of the other texts, each of which may be found to copy itself."""
        for place, (other, meeting) in enumerate(zip(others, self._hashes.query_all(_min_hashes(others)), strict=True)):
            sharing_runs = {holder for run in other.runs() for holder in self._holders.get(run, ())}
            shingles = other.shingles()
            for one in sorted({*meeting, *sharing_runs}):
                likeness = _likeness(self._texts[one].shingles(), shingles)
                if likeness >= NEAR or one in sharing_runs:
                    yield NearCopy(one, place, likeness, one in sharing_runs)


def with_slots(sentence: LabelledSentence) -> Text:
    """A labelled sentence with a slot word for every mention."""
    text, at = "", 0
    for mention in sentence.mentions:
        text += f"{sentence.text[at : mention.start]}{SLOT}"
        at = mention.end
    return as_compared(sentence.where, text + sentence.text[at:])


def as_compared(where: str, text: str) -> Text:
    """The words of a text without case, articles and the "'s" of an owner, and with 0 for every number."""
    words = (word.removesuffix("'s") for word in WORD.findall(text.casefold().replace("’", "'")))
    return Text(where, tuple("0" if word[0].isdigit() else word for word in words if word not in ARTICLES))


def find_among(sentences: Sequence[LabelledSentence]) -> list[NearCopy]:
    """Near copies of one another, the earlier one first."""
    texts = [with_slots(sentence) for sentence in sentences]
    return [copy for copy in Index(texts).near_copies(texts) if copy.one < copy.other]


def is_contrast(one: LabelledSentence, other: LabelledSentence) -> bool:
    """Whether the two stand in one file and differ both in words, mentions apart, and in what they state."""
    in_one_file = one.where.partition(":")[0] == other.where.partition(":")[0]
    return in_one_file and with_slots(one).words != with_slots(other).words and _statements(one) != _statements(other)


def _statements(sentence: LabelledSentence) -> set[tuple[object, ...]]:
    """The labels with the actors' order in the sentence in the place of their keys."""
    order = {key: place for place, key in enumerate(dict.fromkeys(mention.key for mention in sentence.mentions))}
    return {
        (order[actor], order[recipient], label.type, label.polarity, label.reality, label.said_by is None)
        for label in sentence.labels
        for actor, recipient in ordered_pairs(label)
    }


def _in_a_row(words: tuple[str, ...], count: int) -> Iterator[tuple[str, ...]]:
    return (words[at : at + count] for at in range(len(words) - count + 1))


def _likeness(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other)


def _min_hashes(texts: Sequence[Text]) -> list[RMinHash]:
    tokens = [sorted(" ".join(words) for words in text.shingles()) for text in texts]
    return list(RMinHash.from_token_sets(tokens, PERMUTATIONS, SEED))


def _line(copy: NearCopy, one: LabelledSentence, other: str) -> str:
    run = f", {RUN} words in a row" if copy.run else ""
    return f"  {one.where} {other} likeness {copy.likeness:.2f}{run}: {one.text[:80]}"


def check_ours(sentences: Sequence[LabelledSentence]) -> int:
    """Print near copies and contrasts among our own sentences; how many near copies there are."""
    faults: list[str] = []
    contrasts: list[str] = []
    for copy in find_among(sentences):
        one, other = sentences[copy.one], sentences[copy.other]
        (contrasts if is_contrast(one, other) else faults).append(_line(copy, one, other.where))
    print("\n".join([f"contrasts, no fault: {len(contrasts)}", *contrasts]))
    print("\n".join([f"near copies: {len(faults)}", *faults]))
    return len(faults)


def check_outside(sentences: Sequence[LabelledSentence], paths: Sequence[Path]) -> int:
    """Print near copies of texts in files, and what was not read; how many near copies there are."""
    index = Index([as_compared(sentence.where, sentence.text) for sentence in sentences])
    files, found, read = find_outside_files(paths), [], 0
    texts = (as_compared(outside.where, outside.text) for outside in read_outside_texts(files.readable))
    while batch := list(islice(texts, BATCH)):
        read += len(batch)
        found += [_line(copy, sentences[copy.one], batch[copy.other].where) for copy in index.near_copies(batch)]
    print(f"against {read} texts in {len(files.readable)} files")
    for reason, left_out in (("no reader for", files.unread), ("not there", files.missing)):
        print("".join(f"  {reason}: {path}\n" for path in left_out), end="")
    print("\n".join([f"near copies of outside texts: {len(found)}", *found]))
    return len(found)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--against", nargs="+", type=Path, default=[], metavar="PATH", help="files of measuring sets")
    against = parser.parse_args(arguments).against
    training, test = list(read_sentences()), list(read_sentences(sorted(TEST_SPLIT.glob("*.jsonl"))))
    sentences = [*training, *test]
    print(f"{len(training)} training sentences, {len(test)} of the test split")
    found = check_ours(sentences)
    if against:
        found += check_outside(sentences, against)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
