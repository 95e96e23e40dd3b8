"""How well an extractor reads the relations of labelled sentences.

    python evaluation/claims.py [FILE.jsonl ...] [--extractor patterns] [--errors N]

The files are in the form of `training/sentences/` (all of them by default); a
learned reader must be measured on files that it was not trained on. Every
ordered pair of marked actors is judged: its type (or none) is right or wrong.
Prints precision, recall and F1 of finding related pairs, macro-F1 of the types
with none, how often the direction of directed types is right, and how often
what is denied, planned, hypothetical, called for or ended is taken for plain
fact; then F1 by type.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from amity.core.actors import ActorId, Mention
from amity.core.claims import DraftClaim, Polarity, Reality, RelationType
from amity.core.documents import DocumentId, Statement
from amity.core.readings import ResolvedStatement
from amity.extract.extractor import EXTRACTORS
from amity.knowledge.grammar import load_grammar
from amity.knowledge.relation_types import load_relation_types
from marked_sentences import LabelledSentence, read_sentences

NONE = "none"
PLAIN = (Reality.HAPPENED, Reality.HOLDS)
KINDS = load_relation_types()
Pair = tuple[str, str]


@dataclass
class Score:
    """Counts over all ordered pairs."""

    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)  # (gold, found)
    unplain: int = 0
    unplain_as_plain: int = 0
    directed: int = 0
    turned_round: int = 0
    errors: list[str] = field(default_factory=list)


def resolved(sentence: LabelledSentence) -> ResolvedStatement:
    """The sentence as the resolver would leave it, with its own keys as actors."""
    text = sentence.text
    mentions = tuple(
        Mention(start=m.start, end=m.end, text=text[m.start : m.end], actor=ActorId(m.key), name_kind=m.form)
        for m in sentence.mentions
    )
    statement = Statement(document=DocumentId(sentence.where), start=0, end=len(text), text=text)
    return ResolvedStatement(statement=statement, mentions=mentions)


def gold_of(sentence: LabelledSentence) -> dict[Pair, set[tuple[str, bool]]]:
    """For each ordered pair the types that it has, and whether each is plain fact."""
    gold: dict[Pair, set[tuple[str, bool]]] = defaultdict(set)
    for label in sentence.labels:
        plain = label.polarity is Polarity.AFFIRMED and label.reality in PLAIN
        gold[label.actor, label.recipient].add((label.type, plain))
        if label.both_ways or not KINDS[RelationType(label.type)].directed:
            gold[label.recipient, label.actor].add((label.type, plain))
    return gold


def found_of(claims: Iterable[DraftClaim]) -> dict[Pair, DraftClaim]:
    """The surest claim for each ordered pair; undirected types hold both ways."""
    best: dict[Pair, DraftClaim] = {}
    for claim in sorted(claims, key=lambda c: c.reading_confidence):
        best[claim.actor, claim.recipient] = claim
        if not KINDS[claim.type].directed:
            best[claim.recipient, claim.actor] = claim
    return best


def judge(score: Score, sentence: LabelledSentence, claims: Iterable[DraftClaim]) -> None:
    gold, found = gold_of(sentence), found_of(claims)
    keys = sorted({mention.key for mention in sentence.mentions})
    for pair in ((a, b) for a in keys for b in keys if a != b):
        types, claim = gold.get(pair, set()), found.get(pair)
        told = str(claim.type) if claim else NONE
        names = {name for name, _ in types}
        score.confusion[told if told in names else min(names, default=NONE), told] += 1
        if told not in (names or {NONE}):
            wanted = "/".join(sorted(names)) or NONE
            score.errors.append(f"{sentence.where} {'>'.join(pair)} {wanted}, told {told}: {sentence.text}")
        if claim is not None and types and not any(plain for _, plain in types):
            score.unplain += 1
            score.unplain_as_plain += claim.polarity is Polarity.AFFIRMED and claim.reality in PLAIN
        _judge_direction(score, pair, gold, found)


def _judge_direction(
    score: Score, pair: Pair, gold: Mapping[Pair, set[tuple[str, bool]]], found: Mapping[Pair, DraftClaim]
) -> None:
    """Of the pairs with a relation one way only and a claim one way only: does it point the right way?"""
    back = (pair[1], pair[0])
    one_way = pair in gold and back not in gold
    if one_way and ((pair in found) != (back in found)):
        score.directed += 1
        score.turned_round += back in found


def f1_by_type(confusion: Mapping[tuple[str, str], int]) -> dict[str, float]:
    names = sorted({gold for gold, _ in confusion})
    scores = {}
    for name in names:
        hit = confusion.get((name, name), 0)
        told = sum(count for (_, found), count in confusion.items() if found == name)
        wanted = sum(count for (gold, _), count in confusion.items() if gold == name)
        scores[name] = 2 * hit / (told + wanted) if told + wanted else 0.0
    return scores


def report(score: Score) -> None:
    related = sum(count for (gold, _), count in score.confusion.items() if gold != NONE)
    told = sum(count for (_, found), count in score.confusion.items() if found != NONE)
    both = sum(count for (gold, found), count in score.confusion.items() if NONE not in (gold, found))
    precision, recall = both / max(told, 1), both / max(related, 1)
    by_type = f1_by_type(score.confusion)
    print(f"{sum(score.confusion.values())} ordered pairs, {related} related")
    print(f"related pairs   precision {100 * precision:.1f} %   recall {100 * recall:.1f} %")
    print(f"types with none macro-F1 {100 * sum(by_type.values()) / len(by_type):.1f}")
    print(f"direction right {100 - 100 * score.turned_round / max(score.directed, 1):.1f} % of {score.directed}")
    print(f"unplain taken as plain {100 * score.unplain_as_plain / max(score.unplain, 1):.1f} % of {score.unplain}")
    print("by type", " ".join(f"{name} {100 * value:.0f}" for name, value in sorted(by_type.items())))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--extractor", default="patterns", choices=sorted(EXTRACTORS))
    parser.add_argument("--errors", type=int, default=0)
    given = parser.parse_args()
    extractor = EXTRACTORS[given.extractor](KINDS, load_grammar())
    sentences = list(read_sentences(given.files or None))
    score = Score()
    for sentence, claims in zip(sentences, extractor.extract([resolved(s) for s in sentences]), strict=True):
        judge(score, sentence, claims)
    report(score)
    step = max(len(score.errors) // given.errors, 1) if given.errors else 1
    print("\n".join(score.errors[::step][: given.errors]))


if __name__ == "__main__":
    main()
