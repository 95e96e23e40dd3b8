"""Writes docs/relation-types.md from `relation_types.toml`.

python -m docs.make_relation_types
"""

from __future__ import annotations

from collections.abc import Iterable

from amity.core.claims import Quad
from amity.knowledge.relation_types import RelationKind, load_relation_types
from docs.pages import ROOT

PAGE = ROOT / "docs" / "relation-types.md"
HEAD = """\
# Relation types

What a claim can say. This page is made from `src/amity/knowledge/relation_types.toml` by
`python -m docs.make_relation_types`; the comment at the head of that file explains each field, and
[add a relation type](recipes/add-a-relation-type.md) says how to add one.

*Events* are what actors do or say on a day; their names and meanings are those of PLOVER 2.0 (Open Event Data
Alliance). *Standings* are states of affairs that a text describes. `commitment` and `hostility` say how far a type
speaks for (or, below 0, against) the two measures that a [verdict](decisions/0004-two-measures-of-a-relation.md) is
made of; `weight` is how much one such claim counts; after `fades` days without being said again it counts half.
"""
COLUMNS = "| type | says | example | directed | layer | commitment | hostility | weight | fades |"
RULE = "|---|---|---|---|---|---|---|---|---|"


def page_text() -> str:
    """The whole page, from the packaged types."""
    kinds = load_relation_types().values()
    events, standings = [kind for kind in kinds if kind.is_event], [kind for kind in kinds if not kind.is_event]
    parts = [HEAD, "## Events", ""]
    for quad in Quad:
        parts += [f"### Quad class {quad.value}: {quad.name.lower().replace('_', ' ')}", ""]
        parts += [*_table(kind for kind in events if kind.quad is quad), ""]
    parts += ["## Standings", "", *_table(standings)]
    return "\n".join(parts) + "\n"


def _table(kinds: Iterable[RelationKind]) -> list[str]:
    return [COLUMNS, RULE, *map(_row, kinds)]


def _row(kind: RelationKind) -> str:
    example = f'"{kind.examples[0]}"' if kind.examples else ""
    directed = "yes" if kind.directed else "no"
    figures = (kind.commitment, kind.hostility, kind.weight, kind.fades_days)
    cells = [
        f"`{kind.type}`",
        kind.meaning,
        example,
        directed,
        kind.layer.value,
        *(f"{figure:g}" for figure in figures),
    ]
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page_text(), encoding="utf-8")
