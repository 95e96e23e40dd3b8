"""Marked pairs -> the type of what is said of them, for those who bring actors of their own.

Claims keep a plan apart from a deed: "will send aid" is AID, planned. PLOVER has
one code for each sentence, so here the chance of what is not done goes to the
type that PLOVER has for it: cooperation to come is AGREE, cooperation that is
not given is REJECT, and a blow to come is THREATEN.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from amity.core.claims import Polarity, Quad, Reality, RelationType
from amity.core.pairs import LabelledPair, MarkedPair
from amity.extract.encoder.network import LONGEST, Judged, Network
from amity.extract.encoder.passages import Passage, Span
from amity.extract.encoder.windows import surroundings
from amity.knowledge.relation_types import RelationKind

Chances = NDArray[np.float32]
ACTOR, RECIPIENT = 0, 1
LEFT_OUT = " … "
SHOW_OF_FORCE = "MOBILIZE"  # threatens as it is
COOPERATION = (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)


def label(pair: MarkedPair, network: Network, kinds: Mapping[RelationType, RelationKind]) -> LabelledPair:
    """What the text says of the actor toward the recipient."""
    judged = network.judge([_passage(pair, network)])[0]
    chances = _as_plover_codes(judged, network, kinds)
    best = int(chances.argmax())
    type_ = RelationType(network.types[best]) if best else None
    kind = kinds[type_] if type_ else None
    reality = network.realities[int(judged.realities(ACTOR, RECIPIENT)[best].argmax())]
    plain = Reality.HAPPENED if kind and kind.is_event else Reality.HOLDS
    denied = bool(judged.denied(ACTOR, RECIPIENT)[best] > 0.5)
    return LabelledPair(
        id=pair.id,
        type=type_,
        quad=kind.quad if kind else None,
        polarity=None if type_ is None else (Polarity.DENIED if denied else Polarity.AFFIRMED),
        reality=None if type_ is None else (reality or plain),
        probabilities={RelationType(name): float(chances[at]) for at, name in enumerate(network.types) if at},
        none=float(chances[0]),
    )


def _as_plover_codes(judged: Judged, network: Network, kinds: Mapping[RelationType, RelationKind]) -> Chances:
    """The chances of the types, with those of what is not done where PLOVER counts them."""
    told = judged.types[ACTOR, RECIPIENT]
    planned = judged.realities(ACTOR, RECIPIENT)[:, network.realities.index(Reality.PLANNED)]
    denied = judged.denied(ACTOR, RECIPIENT)
    quads = [kinds[RelationType(name)].quad if at else None for at, name in enumerate(network.types)]
    cooperation = told * np.array([quad in COOPERATION for quad in quads])
    blows = told * np.array([quad is Quad.MATERIAL_CONFLICT for quad in quads])
    blows[network.types.index(SHOW_OF_FORCE)] = 0.0
    moved = {
        "AGREE": cooperation * planned * (1 - denied),
        "REJECT": cooperation * denied,
        "THREATEN": blows * planned * (1 - denied),
    }
    chances: Chances = told.copy()
    for code, shares in moved.items():
        chances -= shares
        chances[network.types.index(code)] += shares.sum()
    return chances


def _passage(pair: MarkedPair, network: Network) -> Passage:
    """The text with its two marks; of a text too long to read at once what stands around them."""
    spans = (pair.actor, pair.recipient)
    if len(pair.text) >= LONGEST:
        offsets = network.piece_offsets(pair.text)
        if len(offsets) > LONGEST - 2:
            return _shortened(pair.text, spans, surroundings(offsets, spans, LONGEST - 8))
    return Passage(pair.text, tuple((Span(*span),) for span in spans))


def _shortened(text: str, spans: tuple[tuple[int, int], ...], parts: list[tuple[int, int]]) -> Passage:
    """The parts of a text in one, with the spans where they stand then."""
    short, moved = "", list(spans)
    for start, end in parts:
        short += LEFT_OUT if short else ""
        for at, (first, last) in enumerate(spans):
            if start <= first < end:
                moved[at] = (first - start + len(short), min(last, end) - start + len(short))
        short += text[start:end]
    return Passage(short, tuple((Span(*span),) for span in moved))
