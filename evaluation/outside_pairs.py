"""How well a reader tells who is for and who is against whom, on pairs that others marked.

    python evaluation/outside_pairs.py PAIRS.txt [--reader encoder] [--every 5]

The file has a sentence a line with two entities in square brackets, both again
behind tabs, and a number: 0 for neutral, 1 and 2 for a favourable stance of the
first toward the second and of the second toward the first, 3 and 4 for an
unfavourable one (directed sentiment between entities, Park and others 2021).
Nothing is trained on it. The reader's cooperation counts as favourable, its
conflict as unfavourable. Prints macro-F1 over the five answers, and, of the pairs
that have a stance and for which one is told, how often its sign and its
direction are right.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from claims import f1_by_type

from amity.core.claims import Quad, RelationType
from amity.core.pairs import LabelledPair, MarkedPair
from amity.extract.extractor import LABELLERS
from amity.knowledge.relation_types import load_relation_types

KINDS = load_relation_types()
MARK = re.compile(r"\[([^\[\]]+)\]")
FOR = frozenset(
    {kind.type for kind in KINDS.values() if kind.quad in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)}
    | {RelationType(name) for name in ("ALLIED", "PACT", "BACKS", "HOSTS", "PARTNERED", "PART_OF")}
)
AGAINST = frozenset(
    {kind.type for kind in KINDS.values() if kind.quad in (Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT)}
    | {RelationType(name) for name in ("RIVAL", "HOSTILE", "AT_WAR")}
)
NEUTRAL, FORTH, BACK, AGAINST_FORTH, AGAINST_BACK = range(5)


def read_pairs(path: Path, every: int) -> Iterator[tuple[MarkedPair, int]]:
    """Each so-and-so-many-th line that holds two marks, as the pair of the first and second; its number."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        sentence, *_, answer = line.split("\t")
        marks = list(MARK.finditer(sentence))
        if number % every or len(marks) != 2:
            continue
        text = MARK.sub(r"\1", sentence)
        first = (marks[0].start(), marks[0].start() + len(marks[0][1]))
        second = (marks[1].start() - 2, marks[1].start() - 2 + len(marks[1][1]))
        yield MarkedPair(id=str(number), text=text, actor=first, recipient=second), int(answer)


def stance(there: LabelledPair, back: LabelledPair) -> int:
    """The likeliest of the five answers, from what is told of the pair either way."""

    def share(pair: LabelledPair, types: frozenset[RelationType]) -> float:
        return sum(chance for type_, chance in pair.probabilities.items() if type_ in types)

    chances = {
        FORTH: share(there, FOR),
        BACK: share(back, FOR),
        AGAINST_FORTH: share(there, AGAINST),
        AGAINST_BACK: share(back, AGAINST),
    }
    best = max(chances, key=chances.__getitem__)
    return best if chances[best] >= 0.5 else NEUTRAL


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--reader", default="encoder", choices=sorted(LABELLERS))
    parser.add_argument("--every", type=int, default=5)
    args = parser.parse_args()
    label = LABELLERS[args.reader](KINDS)
    confusion: Counter[tuple[str, str]] = Counter()
    for pair, answer in read_pairs(args.file, args.every):
        turned = MarkedPair(id=pair.id, text=pair.text, actor=pair.recipient, recipient=pair.actor)
        confusion[str(answer), str(stance(label(pair), label(turned)))] += 1
    f1 = f1_by_type(confusion)
    both = {pair: count for pair, count in confusion.items() if "0" not in pair}
    signed = sum(count for (a, b), count in both.items() if (a in "12") == (b in "12"))
    directed = sum(count for (a, b), count in both.items() if (a in "13") == (b in "13"))
    total = max(sum(both.values()), 1)
    print(f"{sum(confusion.values())} pairs, macro-F1 {100 * sum(f1.values()) / len(f1):.1f}")
    print("by answer", " ".join(f"{name} {100 * value:.0f}" for name, value in f1.items()))
    print(f"sign right {100 * signed / total:.1f} %, direction right {100 * directed / total:.1f} % of {total}")


if __name__ == "__main__":
    main()
