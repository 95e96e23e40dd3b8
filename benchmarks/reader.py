"""How many marked pairs the learned readers type a second, on one thread.

    python benchmarks/reader.py [--rounds 7]

The pairs are those of the project's test split that have a relation, each typed
as `amity label` does it. Prints the median, the slowest and the quickest round,
and how much quicker the fast reader is: the machine's own speed drops out of
that figure.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from amity.core.pairs import MarkedPair
from amity.extract.extractor import LABELLERS
from amity.knowledge.relation_types import load_relation_types
from marked_sentences import read_sentences

TEST_SPLIT = Path(__file__).parent.parent / "evaluation" / "claims"
BATCH = 32


def marked_pairs() -> list[MarkedPair]:
    pairs = []
    for sentence in read_sentences(sorted(TEST_SPLIT.glob("*.jsonl"))):
        spans = {mention.key: (mention.start, mention.end) for mention in sentence.mentions}
        pairs += [
            MarkedPair(id=sentence.where, text=sentence.text, actor=spans[one.actor], recipient=spans[one.recipient])
            for one in sentence.labels[:1]
        ]
    return pairs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    pairs = marked_pairs()
    medians = {}
    for name, make in LABELLERS.items():
        label = make(load_relation_types())
        for pair in pairs[:BATCH]:
            label(pair)
        speeds = []
        for _ in range(args.rounds):
            started = time.perf_counter()
            for pair in pairs:
                label(pair)
            speeds.append(len(pairs) / (time.perf_counter() - started))
        medians[name] = statistics.median(speeds)
        print(f"{name:8} {medians[name]:6.0f} pairs a second  ({min(speeds):.0f} to {max(speeds):.0f})")
    print(f"fast over encoder: {medians['fast'] / medians['encoder']:.2f}")


if __name__ == "__main__":
    main()
