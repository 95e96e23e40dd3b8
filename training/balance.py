"""Whether the labelled sentences hold enough of every relation type and of every family.

    python training/balance.py [FILE ...]

Prints how many sentences, labels and ordered pairs there are, and the count of
each type and family beside the fewest that will do. Ends with exit code 1 where
there are fewer. What is meant by a family is said at FAMILIES.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from amity.core.claims import Polarity
from marked_sentences import TYPES, UNPLAIN, Label, LabelledSentence, ordered_pairs, read_sentences

FEWEST_OF_A_TYPE = 250  # ordered pairs
FEWEST_OF_A_FAMILY = 600  # sentences or ordered pairs, whichever are more
FAMILIES = {
    "none": {"none"},
    "place": {"place"},
    "co-agents": {"co-agents"},
    "reversed or passive": {"reversed", "passive"},
    "unplain": {Polarity.DENIED.value, *UNPLAIN},
    "attributed": {"attributed"},
}  # by tags; "unplain" and "attributed" also by what the labels say


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Counts of labelled sentences.

    `pairs` are all ordered pairs of marked actors, `related` those of them with
    a relation. `types` are in ordered pairs; `tagged` in sentences with a tag of
    the family; `told` in ordered pairs whose labels are of the family.
    """

    sentences: int
    labels: int
    pairs: int
    related: int
    types: Counter[str]
    tagged: Counter[str]
    told: Counter[str]

    def shortfalls(self) -> list[str]:
        """What there is too little of, in words; empty where there is enough of all."""
        types = {type_: self.types[type_] for type_ in TYPES}
        families = {family: self.of_family(family) for family in FAMILIES}
        return [
            f"{name}: {count}, expected at least {fewest}"
            for counts, fewest in ((types, FEWEST_OF_A_TYPE), (families, FEWEST_OF_A_FAMILY))
            for name, count in counts.items()
            if count < fewest
        ]

    def of_family(self, family: str) -> int:
        """Sentences or ordered pairs, whichever are more."""
        return max(self.tagged[family], self.told[family])


def weigh(sentences: Sequence[LabelledSentence]) -> Balance:
    """Count sentences, labels and ordered pairs by type and family."""
    labels = [label for sentence in sentences for label in sentence.labels]
    types, told = Counter[str](), Counter[str]()
    for label in labels:
        count = len(ordered_pairs(label))
        types[label.type] += count
        told.update(dict.fromkeys(_families_told(label), count))
    return Balance(
        sentences=len(sentences),
        labels=len(labels),
        pairs=sum(_count_pairs(sentence) for sentence in sentences),
        related=sum(len(_related(sentence)) for sentence in sentences),
        types=types,
        tagged=Counter(
            family for sentence in sentences for family, tags in FAMILIES.items() if tags & {*sentence.tags}
        ),
        told=told,
    )


def _families_told(label: Label) -> list[str]:
    unplain = label.polarity is Polarity.DENIED or label.reality in UNPLAIN.values()
    return ["unplain"] * unplain + ["attributed"] * (label.said_by is not None)


def _count_pairs(sentence: LabelledSentence) -> int:
    keys = len({mention.key for mention in sentence.mentions})
    return keys * (keys - 1)


def _related(sentence: LabelledSentence) -> set[tuple[str, str]]:
    return {pair for label in sentence.labels for pair in ordered_pairs(label)}


def main(paths: Sequence[str]) -> int:
    balance = weigh(list(read_sentences([Path(name) for name in paths] or None)))
    print(f"{balance.sentences} sentences, {balance.labels} labels")
    print(f"{balance.pairs} ordered pairs of actors, {balance.related} of them with a relation")
    print(f"types, in ordered pairs, at least {FEWEST_OF_A_TYPE}")
    for type_ in sorted(TYPES):
        print(f"  {type_:<20} {balance.types[type_]:>6}")
    print(f"families, in sentences by tag, then in ordered pairs by label, at least {FEWEST_OF_A_FAMILY} of either")
    for family in FAMILIES:
        print(f"  {family:<20} {balance.tagged[family]:>6} {balance.told.get(family, ''):>6}")
    shortfalls = balance.shortfalls()
    print("\n".join(shortfalls) or "enough of all")
    return 1 if shortfalls else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
