"""How fast names are found: megabytes a second, on the prose that was written for the project.

python benchmarks/resolve.py [--folder KNOWLEDGE_ACTORS] [--megabytes 5]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from amity.core.dates import ALWAYS, in_year
from amity.knowledge.load_actors import load_gazetteer
from amity.resolve.folding import fold
from amity.resolve.lexicon import Lexicon, as_printed
from amity.resolve.resolver import Resolver

PROSE = Path(__file__).parent.parent / "training" / "prose"
RUNS = 3  # the best counts: the machine may be shared
STATEMENT = 160  # characters, about

T = TypeVar("T")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folder", type=Path, default=None)
    options.add_argument("--megabytes", type=float, default=5.0)
    given = options.parse_args()
    seconds, gazetteer = best_of(lambda: load_gazetteer(given.folder))
    print(f"load        {seconds:8.3f} s   {len(gazetteer.actors)} actors, {len(gazetteer.names)} names")
    seconds, resolver = best_of(lambda: Resolver(gazetteer))
    entries = as_printed(gazetteer)
    print(f"build       {seconds:8.3f} s   {len(entries)} forms")
    text = prose(given.megabytes)
    size = len(text.encode()) / 1e6
    automaton = Lexicon(entries)
    folded = fold(text)
    for name, work in (
        ("fold", lambda: fold(text)),
        ("automaton", lambda: automaton.scan(folded)),
        ("find", lambda: automaton.find(folded)),
    ):
        seconds, _ = best_of(work)
        print(f"{name:<11} {size / seconds:8.1f} MB/s")
    statements = [text[at : at + STATEMENT] for at in range(0, len(text), STATEMENT)]
    for name, on in (("undated", ALWAYS), ("dated", in_year(2016))):
        seconds, mentions = best_of(
            lambda on=on: sum(len(resolver.mentions(one, on=on).mentions) for one in statements)
        )
        print(f"{name:<11} {size / seconds:8.1f} MB/s   {mentions} mentions in {len(statements)} statements")
    seconds, _ = best_of(lambda: len(resolver.mentions(text).mentions))
    print(f"whole text  {size / seconds:8.1f} MB/s")


def prose(megabytes: float) -> str:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(PROSE.glob("*.txt")))
    wanted = int(megabytes * 1e6)
    return (text * (wanted // len(text) + 1))[:wanted]


def best_of(work: Callable[[], T]) -> tuple[float, T]:
    best, result = float("inf"), None
    for _ in range(RUNS):
        started = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - started)
    assert result is not None
    return best, result


if __name__ == "__main__":
    main()
