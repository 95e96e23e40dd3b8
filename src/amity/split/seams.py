"""Where snippets were spliced: the seam model's chances, fitted to the document's own share of seams."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from amity.knowledge.split_rules import Floats, SeamModel
from amity.split.repeats import edges_of_repeats
from amity.split.words import ANY_ABBREVIATION, SHAPES, Shape, Words

Chances = NDArray[np.float64]

MARGIN = 8  # words of padding on each side of a text: as far as the network sees
BLOCK = 4096  # words worked on at once, so that they stay in the processor's cache
CLEAN_SHARE = 0.0001  # of an ordinary article's gaps that are seams: captions and notes that slipped in
CLEAN_WEIGHT = 250.0  # how many gaps of the document it takes to outweigh that
TELLING, OTHERS = 4.0, 0.1  # how much a telling gap and any other one say about the document's share of seams
ROUNDS = 12
REPEAT = 3.0  # what the edge of a repeated run adds to a seam's logarithmic odds
SUREST = 7.0  # no single gap may speak for a seam more loudly than this: names never seen can look like one


def seam_chances(words: Words, model: SeamModel, *, possible: NDArray[np.bool_]) -> Chances:
    """The chance of a seam at each gap; 0 where it is not `possible`.

    The model knows gaps from heaps of snippets. How many seams this document
    has is estimated from its own gaps, expecting few: so an article keeps its
    sentences whole, and a heap comes apart.
    """
    chances = np.zeros(len(possible), dtype=np.float64)
    if not possible.any():
        return chances
    possible = possible & ~_in_names(words)
    odds = seam_log_odds(words, model)[:-1] + REPEAT * edges_of_repeats(words.texts)
    trained = float(model.layers["trained_share"][0])
    evidence = odds[possible] - np.log(trained / (1 - trained))
    chances[possible] = fit_to_document(evidence, telling=_stops_before_small(words)[possible])
    return chances


def _stops_before_small(words: Words) -> NDArray[np.bool_]:
    """Gaps after a full stop and before a small letter: rare in any article, and one in five of a heap's seams."""
    before, after = words.shapes[:-1], words.shapes[1:]
    stops = (before & (Shape.STOP | Shape.BANG) != 0) & (before & (ANY_ABBREVIATION | Shape.CLOSING_QUOTE) == 0)
    leads = Shape.LEAD_QUOTE | Shape.LEAD_BRACKET | Shape.LEAD_OTHER
    result: NDArray[np.bool_] = stops & (after & (Shape.LOWER | Shape.CAPITAL) == Shape.LOWER) & (after & leads == 0)
    return result


def _in_names(words: Words) -> NDArray[np.bool_]:
    """Gaps between a title and a name, which no seam model that knows few names should judge."""
    named = (words.shapes[1:] & (Shape.CAPITAL | Shape.ALL_CAPITALS) != 0) & (words.shapes[1:] & Shape.STARTER == 0)
    result: NDArray[np.bool_] = (words.shapes[:-1] & Shape.BEFORE_NAME != 0) & named
    return result


def fit_to_document(evidence: Chances, *, telling: NDArray[np.bool_]) -> Chances:
    """Turn log likelihood ratios into chances, by the share of seams that makes them likeliest.

    The share is found by expectation and maximisation. The `telling` gaps, which
    the model hardly ever takes for seams wrongly, count for those that they
    come with; the others for little, since a text of another kind than the
    model knows looks like a weak heap all over.
    """
    evidence = np.minimum(evidence, SUREST)
    weights = np.where(telling, TELLING, OTHERS)
    share = 0.02
    for _ in range(ROUNDS):
        chances = _logistic(evidence + np.log(share / (1 - share)))
        share = (float(weights @ chances) + CLEAN_SHARE * CLEAN_WEIGHT) / (len(evidence) + CLEAN_WEIGHT)
        share = min(share, 0.5)
    return _logistic(evidence + np.log(share / (1 - share)))


def _logistic(odds: Chances) -> Chances:
    result: Chances = 1.0 / (1.0 + np.exp(-np.clip(odds, -50, 50)))
    return result


def seam_log_odds(words: Words, model: SeamModel) -> Chances:
    """The network's logit for the gap after each word, (word,), at the share of seams it was trained on."""
    unknown = len(model.pieces)
    padding = np.full(MARGIN, -2, dtype=np.int32)
    first = np.concatenate([padding, words.first, padding])
    last = np.concatenate([padding, words.last, padding])
    shapes = np.concatenate([np.zeros(MARGIN, np.int32), words.shapes, np.zeros(MARGIN, np.int32)])
    logits = np.empty(len(words), dtype=np.float64)
    for start in range(0, len(words), BLOCK):
        stop = min(start + BLOCK, len(words))
        window = slice(start, stop + 2 * MARGIN)
        known = word_features(first[window], last[window], shapes[window], unknown, model.meanings)
        logits[start:stop] = network(known, model.layers)[MARGIN : MARGIN + stop - start]
    return logits


def word_features(
    first: NDArray[np.int32], last: NDArray[np.int32], shapes: NDArray[np.int32], unknown: int, meanings: Floats
) -> Floats:
    """(word, feature): meanings of the first and last piece, shape bits, how rare the pieces are, padding."""
    padding = first == -2
    first, last = np.where(first < 0, unknown, first), np.where(last < 0, unknown, last)
    bits = (shapes[:, None] >> np.arange(SHAPES, dtype=np.int32)) & 1
    rare = np.log1p(np.stack([first, last], axis=1)) / 10  # the vocabulary is sorted by how common its pieces are
    parts = [meanings[first], meanings[last], bits, rare, padding[:, None]]
    return np.concatenate(parts, axis=1, dtype=np.float32)


def network(features: Floats, layers: Mapping[str, Floats]) -> Floats:
    """Logits (word,) of features (word, feature): words' layer, two layers of neighbours, windows' layers."""
    known = _positive(features @ layers["word.weight"] + layers["word.bias"])
    known = known + _positive(_neighbours(known, layers["near.weight"], (-1, 0, 1)) + layers["near.bias"])
    known = known + _positive(_neighbours(known, layers["far.weight"], (-2, 0, 2)) + layers["far.bias"])
    window = _neighbours(known, layers["window.weight"], (-2, -1, 0, 1, 2, 3)) + layers["window.bias"]
    hidden = _positive(_positive(window) @ layers["hidden.weight"] + layers["hidden.bias"])
    logits: Floats = (hidden @ layers["gap.weight"] + layers["gap.bias"])[:, 0]
    return logits


def _positive(values: Floats) -> Floats:
    return np.maximum(values, 0, out=values)


def _neighbours(known: Floats, weights: Floats, steps: tuple[int, ...]) -> Floats:
    """Sum over `steps` of the neighbour that many words on, times its weights (step, in, out)."""
    result = np.zeros((len(known), weights.shape[2]), dtype=np.float32)
    for step, weight in zip(steps, weights, strict=True):
        if step < 0:
            result[-step:] += known[:step] @ weight
        elif step > 0:
            result[:-step] += known[step:] @ weight
        else:
            result += known @ weight
    return result
