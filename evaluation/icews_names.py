"""How well the actor names of ICEWS are told: which state each stands for.

    python evaluation/icews_names.py MAP.csv ... [--events EVENTS.parquet ...] [--missing N]

MAP.csv has the columns name and iso3, empty for no state; where it has a column
level, shares are printed by it. With events (columns date, source, target) each
name also counts as often as events name it, as of the year of the event. Names
without a state in the maps are counted by what they turn out to be: groups and
organisations are actors of their own, so a name that the maps leave without a
state and that we tie to one is shown apart.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from amity.core.actors import ActorKind
from amity.core.answers import AskedActor
from amity.core.dates import ALWAYS, Period, in_year
from amity.knowledge.load_actors import load_gazetteer
from amity.resolve import Resolver
from amity.resolve.coded_names import state_of_coded_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name of the maps: the state that it stands for, "" for none, and on which level."""

    name: str
    state: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one name at one time, and how many rows bear it."""

    named: Named
    actor: str
    kind: ActorKind | None
    rows: int

    @property
    def right(self) -> bool:
        return self.actor == self.named.state


def read_maps(paths: Iterable[Path]) -> dict[str, Named]:
    """All names; a map that gives a name a state overrules one that gives none."""
    names: dict[str, Named] = {}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                known = names.get(row["name"])
                if known is None or not known.state:
                    names[row["name"]] = Named(name=row["name"], state=row["iso3"], level=row.get("level") or "person")
    return names


def count_events(paths: Sequence[Path]) -> Counter[tuple[str, int]]:
    """How often events name each name, by year."""
    import duckdb

    counts: Counter[tuple[str, int]] = Counter()
    for path in paths:
        for column in ("source", "target"):
            query = f"SELECT {column}, year(CAST(date AS DATE)), count(*) FROM read_parquet(?) GROUP BY ALL"
            for name, year, rows in duckdb.execute(query, [str(path)]).fetchall():
                counts[(name, year)] += rows
    return counts


def tell(resolver: Resolver, named: Named, on: Period, rows: int) -> Told:
    asked = state_of_coded_name(named.name, resolver, on)
    if not isinstance(asked, AskedActor):
        return Told(named=named, actor="", kind=None, rows=rows)
    return Told(named=named, actor=asked.id, kind=resolver.gazetteer.actors[asked.id].kind, rows=rows)


def show(title: str, told: Sequence[Told], missing: int) -> None:
    with_state = [one for one in told if one.named.state]
    print(title)
    for level in ("", *sorted({one.named.level for one in with_state})):
        ones = [one for one in with_state if level in ("", one.named.level)]
        right = sum(one.rows for one in ones if one.right)
        wrong = sum(one.rows for one in ones if one.actor and not one.right)
        total = sum(one.rows for one in ones)
        share = f"{right / total:.2%}" if total else "-"
        print(f"  with a state{', ' + level if level else '':10} {total:8}   right {share:>8}   wrong {wrong:6}")
    kinds = Counter[str]()
    for one in told:
        if not one.named.state:
            kinds[one.kind.value if one.kind else "nobody we know"] += one.rows
    print("  without one       ", "   ".join(f"{kind} {rows}" for kind, rows in kinds.most_common()))
    gaps = Counter[tuple[str, str, str]]()
    for one in with_state:
        if not one.right:
            gaps[(one.named.name, one.named.state, one.actor or "nobody")] += one.rows
    for (name, state, actor), rows in gaps.most_common(missing):
        print(f"    {rows:6}  {name}: {state}, told {actor}")


def show_unknown(told: Sequence[Told], missing: int) -> None:
    """The names without a state in the maps that events bear most often and that we do not know."""
    unknown = Counter[str]()
    for one in told:
        if not one.named.state and not one.actor:
            unknown[one.named.name] += one.rows
    for name, rows in unknown.most_common(missing):
        print(f"    {rows:6}  {name}: unknown to us, without a state in the maps")


def main() -> None:
    parser = argparse.ArgumentParser(description="How well the actor names of ICEWS are told.")
    parser.add_argument("maps", type=Path, nargs="+", help="tables with name and iso3")
    parser.add_argument("--events", type=Path, nargs="*", default=[], help="event tables with date, source, target")
    parser.add_argument("--missing", type=int, default=10, metavar="N", help="name so many gaps")
    given = parser.parse_args()
    resolver = Resolver(load_gazetteer())
    names = read_maps(given.maps)
    show("names", [tell(resolver, named, ALWAYS, 1) for named in names.values()], given.missing)
    if given.events:
        counts = count_events(given.events)
        told = [
            tell(resolver, names[name], in_year(year), rows) for (name, year), rows in counts.items() if name in names
        ]
        show("names in events", told, given.missing)
        show_unknown(told, given.missing)


if __name__ == "__main__":
    main()
