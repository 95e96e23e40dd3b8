"""A gate that refuses to let the readers of claims get worse.

    python evaluation/gate.py [--raise]

Measures every reader on the test split and compares its figures with
`floors.json`. Ends with exit code 1 where one has sunk below its floor. With
`--raise` the floors follow what is measured upwards, less a small margin; they
are never lowered here: whoever must lower one does it by hand, and says why.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from claims import LOWER_IS_BETTER, measure, reader_named

FLOORS = Path(__file__).parent / "floors.json"
MARGIN = 0.3  # by which a floor stays below what was measured, in points: another processor rounds otherwise
Figures = Mapping[str, float]


def load_floors() -> dict[str, dict[str, float]]:
    """For each reader its floors; for what is better when lower they are ceilings."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def sunk(figures: Figures, floors: Figures) -> list[str]:
    """What is worse than its floor, in words."""
    return [
        f"{name} {figures[name]:.1f}, {'at most' if name in LOWER_IS_BETTER else 'at least'} {floor:.1f} wanted"
        for name, floor in floors.items()
        if (figures[name] > floor if name in LOWER_IS_BETTER else figures[name] < floor)
    ]


def raised(figures: Figures, floors: Figures) -> dict[str, float]:
    """Floors that follow the figures upwards; ceilings downwards."""
    higher = {}
    for name, figure in figures.items():
        if name in LOWER_IS_BETTER:
            higher[name] = round(min(figure + MARGIN, floors.get(name, 100.0)), 1)
        else:
            higher[name] = round(max(figure - MARGIN, floors.get(name, 0.0)), 1)
    return higher


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true")
    args = parser.parse_args()
    floors = load_floors()
    figures = {reader: measure(reader_named(reader)).figures() for reader in floors}
    if args.lift:
        lifted = {reader: raised(figures[reader], floors[reader]) for reader in floors}
        FLOORS.write_text(json.dumps(lifted, indent=2) + "\n", encoding="utf-8")
    flaws = [f"{reader}: {flaw}" for reader in floors for flaw in sunk(figures[reader], floors[reader])]
    print("\n".join(flaws) or "no reader has sunk below its floors")
    return 1 if flaws else 0


if __name__ == "__main__":
    sys.exit(main())
