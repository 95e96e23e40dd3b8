"""Labelled pairs as JSON."""

from __future__ import annotations

from amity.core.pairs import LabelledPair
from amity.export.figures import rounded
from amity.export.json_text import JsonObject


def labelled_pair_json(pair: LabelledPair) -> JsonObject:
    """One of the `label` lines; `probabilities` sum to 1 with that of "none"."""
    chances = {str(type_): rounded(chance) for type_, chance in pair.probabilities.items()}
    chances = {str(type_): rounded(chance) for type_, chance in pair.probabilities.items()}
    return {
        "id": pair.id,
        "type": pair.type,
        "quad": None if pair.quad is None else int(pair.quad),
        "polarity": None if pair.polarity is None else pair.polarity.value,
        "reality": None if pair.reality is None else pair.reality.value,
        "probabilities": {"none": rounded(pair.none), **chances},
    }
