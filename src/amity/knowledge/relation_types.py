"""The relation types: what a claim can say, and how a language says it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from amity.core.claims import Layer, Quad, RelationType
from amity.core.errors import KnowledgeError


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationKind:
    """One type of `relation_types.toml`; the comment at the head of that file says what each field means."""

    type: RelationType
    family: str  # "event" or "standing"
    meaning: str
    directed: bool
    layer: Layer
    quad: Quad | None
    commitment: float
    hostility: float
    weight: float
    fades_days: int
    cameo: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    reciprocal: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    bonds: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()

    @property
    def is_event(self) -> bool:
        return self.family == "event"


PHRASES = ("cameo", "verbs", "nouns", "reciprocal", "persons", "compounds", "bonds", "traits", "examples")
NUMBERS = {"commitment": (-1.0, 1.0), "hostility": (-1.0, 1.0), "weight": (0.0, 1.0)}


def load_relation_types(text: str | None = None) -> Mapping[RelationType, RelationKind]:
    """Read and check the relation types; `text` instead of the packaged file, for a user's own."""
    if text is None:
        text = files("amity.knowledge").joinpath("relation_types.toml").read_text(encoding="utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as flaw:
        raise KnowledgeError(f"relation_types.toml is not valid TOML: {flaw}.") from flaw
    return {RelationType(name): _kind(name, row) for name, row in table.items()}


def _kind(name: str, row: Mapping[str, object]) -> RelationKind:
    family = row.get("family")
    if family not in ("event", "standing"):
        raise KnowledgeError(_flaw(name, "family", family, 'expected "event" or "standing"'))
    quad = row.get("quad")
    if (family == "event") != (quad in (1, 2, 3, 4)):
        raise KnowledgeError(_flaw(name, "quad", quad, "expected 1, 2, 3 or 4 for an event and none for a standing"))
    known = {"family", "quad", "directed", "layer", "meaning", "fades_days", *NUMBERS, *PHRASES}
    if strangers := sorted(set(row) - known):
        raise KnowledgeError(
            _flaw(name, strangers[0], row[strangers[0]], f"known fields are {', '.join(sorted(known))}")
        )
    return RelationKind(
        type=RelationType(name),
        family=str(family),
        meaning=str(row.get("meaning", "")),
        directed=bool(row.get("directed")),
        layer=_layer(name, row.get("layer")),
        quad=Quad(quad) if isinstance(quad, int) else None,
        fades_days=_days(name, row.get("fades_days")),
        commitment=_number(name, "commitment", row),
        hostility=_number(name, "hostility", row),
        weight=_number(name, "weight", row),
        cameo=_phrases(name, "cameo", row),
        verbs=_phrases(name, "verbs", row),
        nouns=_phrases(name, "nouns", row),
        reciprocal=_phrases(name, "reciprocal", row),
        persons=_phrases(name, "persons", row),
        compounds=_phrases(name, "compounds", row),
        bonds=_phrases(name, "bonds", row),
        traits=_phrases(name, "traits", row),
        examples=_phrases(name, "examples", row),
    )


def _flaw(name: str, field: str, given: object, wanted: str) -> str:
    return f"relation_types.toml [{name}] {field} = {given!r}: {wanted}."


def _layer(name: str, given: object) -> Layer:
    if given not in {layer.value for layer in Layer}:
        raise KnowledgeError(_flaw(name, "layer", given, "expected treaty, conduct or words"))
    return Layer(given)


def _days(name: str, given: object) -> int:
    if not isinstance(given, int) or given <= 0:
        raise KnowledgeError(_flaw(name, "fades_days", given, "expected a whole number of days above 0"))
    return given


def _number(name: str, field: str, row: Mapping[str, object]) -> float:
    given = row.get(field)
    low, high = NUMBERS[field]
    if not isinstance(given, int | float) or not low <= given <= high:
        raise KnowledgeError(_flaw(name, field, given, f"expected a number from {low} to {high}"))
    return float(given)


def _phrases(name: str, field: str, row: Mapping[str, object]) -> tuple[str, ...]:
    given = row.get(field, [])
    if not isinstance(given, list) or not all(isinstance(item, str) for item in given):
        raise KnowledgeError(_flaw(name, field, given, "expected a list of strings"))
    if len(set(given)) != len(given):
        twice = sorted({item for item in given if given.count(item) > 1})
        raise KnowledgeError(_flaw(name, field, twice, "each phrase may stand once"))
    return tuple(given)
