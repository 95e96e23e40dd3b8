"""A sentence in which somebody has marked two actors, and what it says of the one toward the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from amity.core.claims import Polarity, Quad, Reality, RelationType


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPair:
    """A text and where in it actor and recipient are named: offsets in code points, end excluded."""

    id: str
    text: str
    actor: tuple[int, int]
    recipient: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPair:
    """What a marked pair's text says.

    `type` is None where it says nothing of the one toward the other. `probabilities`
    sum to 1 over the relation types and `none`. `reality` and `polarity` are of
    `type`, and None with it.
    """

    id: str
    type: RelationType | None
    quad: Quad | None
    polarity: Polarity | None
    reality: Reality | None
    probabilities: Mapping[RelationType, float]
    none: float
