"""How far a second, independent reading of labelled sentences differs from the first.

    python training/second_reading.py --draw N --seed S --to UNLABELLED.jsonl
    python training/second_reading.py [SECOND.jsonl ...] [--show N]

Drawn sentences carry no pairs and no tags: the second reader sees the marks
alone. Compared are all ordered pairs of marked actors, by family: a pair differs
where the two readings share no type ("none" being one), and its manner differs
where they share a type but not how it is said. Without files, all of
`training/second_reading/` are compared.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from marked_sentences import FOLDER, Label, LabelledSentence, labels_by_pair, read_sentences

READINGS = Path(__file__).parent / "second_reading"
Pair = tuple[str, str]


def draw(count: int, seed: int, to: Path) -> None:
    """Write marked sentences without their labels, drawn evenly from all files."""
    lines = [line for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    chosen = random.Random(seed).sample([line for line in lines if line.strip()], count)
    to.write_text(
        "".join(
            json.dumps({"text": json.loads(line)["text"], "pairs": []}, ensure_ascii=False) + "\n" for line in chosen
        ),
        encoding="utf-8",
    )


def differences(first: LabelledSentence, second: LabelledSentence) -> tuple[int, list[Pair], list[Pair]]:
    """How many ordered pairs there are; those that differ in type; those that differ in manner only."""
    ours, theirs = labels_by_pair(first), labels_by_pair(second)
    keys = sorted({mention.key for mention in first.mentions})
    pairs = [(a, b) for a in keys for b in keys if a != b]
    type_, manner = [], []
    for pair in pairs:
        one, other = ours.get(pair, []), theirs.get(pair, [])
        shared = {label.type for label in one} & {label.type for label in other}
        if not shared and (one or other):
            type_.append(pair)
        elif shared and not _same_manner(one, other, shared):
            manner.append(pair)
    return len(pairs), type_, manner


def _same_manner(one: Sequence[Label], other: Sequence[Label], shared: set[str]) -> bool:
    def ways(labels: Sequence[Label]) -> set[tuple[str, str, str]]:
        return {(label.type, label.polarity, label.reality) for label in labels if label.type in shared}

    return bool(ways(one) & ways(other))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--draw", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path)
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    if args.draw:
        draw(args.draw, args.seed, args.to)
        return
    first = {sentence.text: sentence for sentence in read_sentences()}
    pairs, types, manners = Counter[str](), Counter[str](), Counter[str]()
    shown: list[str] = []
    count = 0
    for second in read_sentences(args.files or sorted(READINGS.glob("*.jsonl"))):
        ours = first.get(second.text)
        if ours is None:
            continue
        count += 1
        all_pairs, type_, manner = differences(ours, second)
        for family in (*(ours.tags or ("plain",)), "all"):
            pairs[family] += all_pairs
            types[family] += len(type_)
            manners[family] += len(manner)
        if type_ or manner:
            shown.append(f"{ours.where} {type_ or manner} {_short(ours)} / {_short(second)}: {ours.text}")
    print(f"{count} sentences read twice")
    print(f"{'family':14}{'pairs':>7}{'type':>8}{'manner':>8}")
    for family, number in pairs.most_common():
        print(f"{family:14}{number:>7}{types[family] / number:>8.1%}{manners[family] / number:>8.1%}")
    step = max(len(shown) // args.show, 1) if args.show else 1
    print("\n".join(shown[::step][: args.show]))


def _short(sentence: LabelledSentence) -> str:
    return ", ".join(
        f"{label.actor}{'-' if label.both_ways else '>'}{label.recipient} {label.type} {label.reality} {label.polarity}"
        for label in sentence.labels
    )


if __name__ == "__main__":
    main()
