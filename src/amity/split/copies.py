"""Which statements repeat another, wholly or nearly: the first is the witness, the others are its copies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from amity.core.documents import DocumentId, Statement
from amity.split.repeats import run_hashes

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SHINGLE = 3  # words that stand together
FEWEST = 4  # words: shorter statements are copies only where they are the same
RUN = 6  # words in a row that a piece must share with a whole to be looked at as part of it
HOLDERS = 6  # of one run of words that are looked at: the first ones, and each later one against them
NEAR = 0.6  # of the shingles of two statements that near copies share
WITHIN = 0.9  # of a piece's shingles that stand in the whole that it was cut from
PERMUTATIONS, BANDS, SEED = 64, 16, 20240229


def fold_copies(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Give every statement that repeats another its `copy_of`; the others keep none.

    Two statements are copies where their words are the same, or nearly so:
    then the first in the given order is the witness. A piece of which hardly
    anything stands outside a longer statement is a copy of that one, wherever
    it stands; and a statement all of whose words were already said in a row
    by the neighbouring pieces of an earlier one is a copy too. Case,
    punctuation and `copy_of` as given play no part. A witness is never a copy.
    """
    texts = _read(statements)
    witness = list(range(len(statements)))
    _join_equal(texts, witness)
    heads = [place for place, head in enumerate(witness) if head == place]
    for earlier, later in _near_or_within(texts, heads):
        _join(texts, witness, earlier, later)
    for earlier, later in _said_before(texts, [statement.document for statement in statements]):
        if witness[later] == later:
            witness[later] = _head(witness, earlier)
    return tuple(
        replace(statement, copy_of=None if (head := _head(witness, place)) == place else statements[head].id)
        for place, statement in enumerate(statements)
    )


@dataclass(frozen=True, slots=True)
class _Texts:
    """All statements' words: `keys` by statement; `ids` are their words one after the other from `starts` on."""

    keys: list[tuple[str, ...]]
    ids: NDArray[np.int64]
    starts: NDArray[np.int64]

    def length(self, place: int) -> int:
        return len(self.keys[place])

    def shingles(self, place: int) -> set[tuple[str, ...]]:
        words = self.keys[place]
        return {words[at : at + SHINGLE] for at in range(max(1, len(words) - SHINGLE + 1))}


def _read(statements: Sequence[Statement]) -> _Texts:
    keys = []
    for statement in statements:
        words = _WORD.findall(statement.text.casefold().replace("’", "'"))
        keys.append(tuple(words) if words else ("", statement.text))
    numbers: dict[str, int] = {}
    ids = [numbers.setdefault(word, len(numbers)) for words in keys for word in words]
    starts = np.cumsum([0, *(len(words) for words in keys)])
    return _Texts(keys, np.array(ids, dtype=np.int64), starts)


def _join_equal(texts: _Texts, witness: list[int]) -> None:
    first: dict[tuple[str, ...], int] = {}
    for place, words in enumerate(texts.keys):
        witness[place] = first.setdefault(words, place)


def _near_or_within(texts: _Texts, heads: list[int]) -> list[tuple[int, int]]:
    """Pairs worth comparing, in the order of the later one: they share a run of words, or their MinHashes meet."""
    long_enough = [place for place in heads if texts.length(place) >= FEWEST]
    pairs = {*_sharing_runs(texts, long_enough), *_meeting_hashes(texts, long_enough)}
    return sorted(pairs, key=lambda pair: (pair[1], pair[0]))


def _sharing_runs(texts: _Texts, places: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs that have RUN words in a row in common."""
    where = [np.arange(texts.starts[place], texts.starts[place + 1] - RUN + 1) for place in places]
    holders = np.repeat(np.array(places, dtype=np.int64), [len(at) for at in where])
    if not len(holders):
        return
    at = np.concatenate(where)
    order = np.lexsort((holders, hashes := run_hashes(texts.ids, at, RUN)))
    cuts = np.flatnonzero(np.diff(hashes[order])) + 1
    sizes = np.diff(np.concatenate([[0], cuts, [len(order)]]))
    starts = np.concatenate([[0], cuts])
    for start, size in zip(starts[sizes > 1].tolist(), sizes[sizes > 1].tolist(), strict=True):
        group = list(dict.fromkeys(holders[order[start : start + size]].tolist()))
        for number, later in enumerate(group):
            for earlier in group[: min(number, HOLDERS)]:
                yield earlier, later


def _said_before(texts: _Texts, documents: Sequence[DocumentId]) -> Iterator[tuple[int, int]]:
    """Statements all of whose words stand in runs that were said before, whatever the borders within those runs.

    Two copies of a snippet may be split differently, or have other neighbours
    that were taken for part of them; the words in a row are still the same.
    """
    owners = np.repeat(np.arange(len(documents)), np.diff(texts.starts))
    if len(owners) < RUN:
        return
    order = {document: number for number, document in enumerate(dict.fromkeys(documents))}
    folder = np.array([order[document] for document in documents])[owners]
    at = np.arange(len(owners) - RUN + 1)
    at = at[folder[at] == folder[at + RUN - 1]]
    _, firsts, inverse = np.unique(run_hashes(texts.ids, at, RUN), return_index=True, return_inverse=True)
    earlier_at = at[firsts[inverse]]
    source = np.full(len(owners), -1)
    for step in range(RUN):
        repeated = earlier_at + RUN <= at  # not a run that overlaps itself
        source[at[repeated] + step] = earlier_at[repeated] + step
    for place in np.unique(owners[source >= 0]).tolist():
        sources = source[texts.starts[place] : texts.starts[place + 1]]
        if (sources >= 0).all() and owners[sources[-1]] < place:
            yield int(np.bincount(owners[sources]).argmax()), place


def _meeting_hashes(texts: _Texts, places: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs whose MinHashes over shingles meet in some band."""
    from rensa import RMinHash, RMinHashLSH

    shingles = [[" ".join(words) for words in texts.shingles(place)] for place in places]
    hashes = RMinHash.from_token_sets([sorted(some) for some in shingles], PERMUTATIONS, SEED)
    index = RMinHashLSH(NEAR, PERMUTATIONS, BANDS)
    index.insert_many(hashes)
    for number, meeting in enumerate(index.query_all(hashes)):
        for earlier in sorted(other for other in meeting if other < number)[:HOLDERS]:
            yield places[earlier], places[number]


def _join(texts: _Texts, witness: list[int], earlier: int, later: int) -> None:
    """Make one of the two a copy of the other, where it is one."""
    earlier, later = _head(witness, earlier), _head(witness, later)
    if earlier == later:
        return
    earlier, later = min(earlier, later), max(earlier, later)
    said, again = texts.shingles(earlier), texts.shingles(later)
    shared = len(said & again)
    if shared >= NEAR * len(said | again) or shared >= WITHIN * len(again):
        witness[later] = earlier
    elif shared >= WITHIN * len(said):
        witness[earlier] = later


def _head(witness: list[int], place: int) -> int:
    while witness[place] != place:
        place = witness[place]
    return place
