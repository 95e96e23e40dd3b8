"""Runs of words that a document says twice: where such a run begins or ends, a snippet may."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RUN = 7  # words


def edges_of_repeats(texts: list[str]) -> NDArray[np.bool_]:
    """For each gap between words whether a run of at least RUN words that stands elsewhere too begins or ends there."""
    edges = np.zeros(max(len(texts) - 1, 0), dtype=np.bool_)
    if len(texts) <= RUN:
        return edges
    numbers: dict[str, int] = {}
    ids = np.array([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int64)
    begins = _said_twice(run_hashes(ids, np.arange(len(ids) - RUN + 1), RUN))
    firsts = np.flatnonzero(begins & ~np.concatenate([[False], begins[:-1]]))
    lasts = np.flatnonzero(begins & ~np.concatenate([begins[1:], [False]])) + RUN - 1
    edges[firsts[firsts > 0] - 1] = True
    edges[lasts[lasts < len(edges)]] = True
    return edges


def _said_twice(hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    _, inverse, counts = np.unique(hashes, return_inverse=True, return_counts=True)
    result: NDArray[np.bool_] = counts[inverse] > 1
    return result


def run_hashes(ids: NDArray[np.int64], at: NDArray[np.int64], length: int) -> NDArray[np.uint64]:
    """One number for the run of that many words at each place; other runs hardly ever get the same."""
    total = np.zeros(len(at), dtype=np.uint64)
    for step in range(length):
        word = (ids[at + step].astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        total = (total ^ (word ^ (word >> np.uint64(29)))) * np.uint64(0xBF58476D1CE4E5B9)
    return total
