"""How well a reader of claims reads sentences that nobody trained on.

    python evaluation/claims.py [FILE.jsonl ...] [--reader encoder] [--errors N] [--table]

The files are in the form of `training/sentences/`; without any, the test split
of `evaluation/claims/` is read, which was written apart from the training
sentences. Every ordered pair of marked actors is judged by the surest claim
between the two. Prints, in per cent:

    types         macro-F1 of the types, standings and "none" among them
    precision     of the pairs with a claim, how many have a relation
    recall        of the pairs with a relation, how many have a claim
    direction     of the pairs with a relation one way only and a claim one way
                  only, how many point the right way
    together      of the pairs of actors that act jointly on a third, how many are
                  not told to be in conflict
    places        of the ordered pairs with a place that is no party, how many have
                  no claim
    unplain       of the relations that are denied, planned, hypothetical, called
                  for or ended, how many are not told as plain fact
    manner        of those that are found, how many have just the right polarity and
                  reality
    attribution   of those that the sentence has somebody say, how many are told to
                  be said by that actor, or by somebody where it is no marked actor
    own_words     of those that the sentence says itself, how many are told so
    calibration   the mean distance between the chance that a claim gives and how
                  often such claims are right (lower is better)

then F1 by type. `--table` prints readers side by side in Markdown.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from amity.core.actors import ActorId, Mention
from amity.core.claims import DraftClaim, Polarity, Quad, Reality
from amity.core.documents import DocumentId, Statement
from amity.core.readings import ResolvedStatement
from amity.extract.extractor import EXTRACTORS, Extractor
from amity.knowledge.grammar import load_grammar
from amity.knowledge.relation_types import load_relation_types
from marked_sentences import Label, LabelledSentence, labels_by_pair, read_sentences

NONE = "none"
PLAIN = (Reality.HAPPENED, Reality.HOLDS)
TEST_SPLIT = Path(__file__).parent / "claims"
KINDS = load_relation_types()
CONFLICT = frozenset(
    kind.type for kind in KINDS.values() if kind.quad in (Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT)
) | {"HOSTILE", "AT_WAR", "RIVAL"}
BINS = 10
LOWER_IS_BETTER = frozenset({"calibration"})
Pair = tuple[str, str]


@dataclass
class Share:
    """So many right of so many."""

    right: int = 0
    all: int = 0

    def count(self, right: bool) -> None:
        self.right += right
        self.all += 1

    @property
    def per_cent(self) -> float:
        return 100 * self.right / max(self.all, 1)


@dataclass
class Score:
    """Counts over all ordered pairs."""

    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)  # (gold, found)
    direction: Share = field(default_factory=Share)
    together: Share = field(default_factory=Share)
    places: Share = field(default_factory=Share)
    unplain: Share = field(default_factory=Share)
    manner: Share = field(default_factory=Share)
    attribution: Share = field(default_factory=Share)
    own_words: Share = field(default_factory=Share)
    chances: list[tuple[float, bool]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def related(self) -> int:
        return sum(count for (gold, _), count in self.confusion.items() if gold != NONE)

    def figures(self) -> dict[str, float]:
        """The figures under their names, in per cent."""
        told = sum(count for (_, found), count in self.confusion.items() if found != NONE)
        both = sum(count for (gold, found), count in self.confusion.items() if NONE not in (gold, found))
        by_type = f1_by_type(self.confusion)
        return {
            "types": 100 * sum(by_type.values()) / max(len(by_type), 1),
            "precision": 100 * both / max(told, 1),
            "recall": 100 * both / max(self.related, 1),
            "direction": self.direction.per_cent,
            "together": self.together.per_cent,
            "places": self.places.per_cent,
            "unplain": self.unplain.per_cent,
            "manner": self.manner.per_cent,
            "attribution": self.attribution.per_cent,
            "own_words": self.own_words.per_cent,
            "calibration": 100 * calibration_error(self.chances),
        }


def resolved(sentence: LabelledSentence) -> ResolvedStatement:
    """The sentence as the resolver would leave it, with its own keys as actors."""
    text = sentence.text
    mentions = tuple(
        Mention(start=m.start, end=m.end, text=text[m.start : m.end], actor=ActorId(m.key), name_kind=m.form)
        for m in sentence.mentions
    )
    statement = Statement(document=DocumentId(sentence.where), start=0, end=len(text), text=text)
    return ResolvedStatement(statement=statement, mentions=mentions)


def found_of(claims: Iterable[DraftClaim], gold: Mapping[Pair, Sequence[Label]]) -> dict[Pair, DraftClaim]:
    """The surest claim for each ordered pair.

    Undirected types hold both ways, and so does an event that the two did with
    each other: a meeting is told once.
    """
    best: dict[Pair, DraftClaim] = {}
    for claim in sorted(claims, key=lambda c: c.reading_confidence):
        there, back = (claim.actor, claim.recipient), (claim.recipient, claim.actor)
        best[there] = claim
        mutual = any(label.both_ways and label.type == claim.type for label in gold.get(there, ()))
        if not KINDS[claim.type].directed or (mutual and back not in best):
            best[back] = claim
    return best


def judge(score: Score, sentence: LabelledSentence, claims: Sequence[DraftClaim]) -> None:
    gold = labels_by_pair(sentence)
    found = found_of(claims, gold)
    keys = sorted({mention.key for mention in sentence.mentions})
    idle = {key for key in keys if not any(key in pair for pair in gold)}
    for pair in ((a, b) for a in keys for b in keys if a != b):
        labels, claim = gold.get(pair, []), found.get(pair)
        told = str(claim.type) if claim else NONE
        names = sorted({label.type for label in labels})
        score.confusion[told if told in names else next(iter(names), NONE), told] += 1
        if told not in (names or [NONE]):
            wanted = "/".join(names) or NONE
            score.errors.append(f"{sentence.where} {'>'.join(pair)} {wanted}, told {told}: {sentence.text}")
        if labels and all(_is_unplain(label) for label in labels):
            score.unplain.count(claim is None or not _is_plain(claim))
        if claim is not None and told in names:
            same = [label for label in labels if label.type == told]
            score.manner.count(any(_same_manner(label, claim) for label in same))
            _judge_speaker(score, same[0], claim, keys)
        if "place" in sentence.tags and idle & set(pair):
            score.places.count(claim is None)
        if "co-agents" in sentence.tags and _act_together(pair, gold):
            score.together.count(claim is None or claim.type not in CONFLICT)
        _judge_direction(score, pair, gold, found)
    for claim in claims:
        right = any(label.type == claim.type for label in gold.get((claim.actor, claim.recipient), ()))
        score.chances.append((claim.reading_confidence, right))


def _judge_speaker(score: Score, label: Label, claim: DraftClaim, keys: Sequence[str]) -> None:
    if label.said_by is None:
        score.own_words.count(claim.attributed_to is None)
    elif label.said_by in keys:
        score.attribution.count(claim.attributed_to == label.said_by)
    else:
        score.attribution.count(claim.attributed_to is not None)


def _is_unplain(label: Label) -> bool:
    return label.polarity is Polarity.DENIED or label.reality not in PLAIN


def _is_plain(claim: DraftClaim) -> bool:
    return claim.polarity is Polarity.AFFIRMED and claim.reality in PLAIN


def _same_manner(label: Label, claim: DraftClaim) -> bool:
    reality = label.reality is claim.reality or (label.reality in PLAIN and claim.reality in PLAIN)
    return reality and label.polarity is claim.polarity


def _act_together(pair: Pair, gold: Mapping[Pair, Sequence[Label]]) -> bool:
    """Whether the two do the same to a third, and are in no conflict of their own."""
    if any(label.type in CONFLICT for way in (pair, pair[::-1]) for label in gold.get(way, ())):
        return False
    one, other = (_done_by(key, gold) for key in pair)
    return any(whom not in pair for whom, _ in one & other)


def _done_by(key: str, gold: Mapping[Pair, Sequence[Label]]) -> set[tuple[str, str]]:
    """To whom an actor does what."""
    return {(other, label.type) for (one, other), labels in gold.items() if one == key for label in labels}


def _judge_direction(
    score: Score, pair: Pair, gold: Mapping[Pair, Sequence[Label]], found: Mapping[Pair, DraftClaim]
) -> None:
    """Of the pairs with a relation one way only and a claim one way only: does it point the right way?"""
    back = (pair[1], pair[0])
    if pair in gold and back not in gold and ((pair in found) != (back in found)):
        score.direction.count(pair in found)


def f1_by_type(confusion: Mapping[tuple[str, str], int]) -> dict[str, float]:
    """F1 of each type that the gold labels have, and of none."""
    scores = {}
    for name in sorted({gold for gold, _ in confusion}):
        hit = confusion.get((name, name), 0)
        told = sum(count for (_, found), count in confusion.items() if found == name)
        wanted = sum(count for (gold, _), count in confusion.items() if gold == name)
        scores[name] = 2 * hit / (told + wanted)
    return scores


def calibration_error(chances: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins of equal width (Naeini et al. 2015)."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for chance, right in chances:
        bins[min(int(chance * BINS), BINS - 1)].append((chance, right))
    far = (abs(sum(chance - right for chance, right in inside)) for inside in bins.values())
    return sum(far) / max(len(chances), 1)


def measure(extractor: Extractor, files: Sequence[Path] | None = None) -> Score:
    """The score of a reader on labelled files; on the test split where none are named."""
    sentences = list(read_sentences(files or sorted(TEST_SPLIT.glob("*.jsonl"))))
    score = Score()
    for sentence, claims in zip(sentences, extractor.extract([resolved(s) for s in sentences]), strict=True):
        judge(score, sentence, claims)
    return score


def reader_named(name: str) -> Extractor:
    return EXTRACTORS[name](KINDS, load_grammar())


def report(score: Score) -> None:
    print(f"{sum(score.confusion.values())} ordered pairs, {score.related} related")
    for name, figure in score.figures().items():
        share = getattr(score, name, None)
        print(f"{name:12} {figure:5.1f}" + (f"   of {share.all}" if isinstance(share, Share) else ""))
    print("by type", " ".join(f"{name} {100 * value:.0f}" for name, value in f1_by_type(score.confusion).items()))


def table(scores: Mapping[str, Score]) -> str:
    """Readers side by side, the figures first and then F1 by type, in Markdown."""
    figures = {name: score.figures() for name, score in scores.items()}
    by_type = {name: f1_by_type(score.confusion) for name, score in scores.items()}
    rows = [(what, [figures[name][what] for name in scores]) for what in next(iter(figures.values()))]
    rows += [
        (f"F1 {type_}", [100 * by_type[name].get(type_, 0) for name in scores]) for type_ in by_type[next(iter(scores))]
    ]
    head = ["| | " + " | ".join(scores) + " |", "|---|" + "---|" * len(scores)]
    return "\n".join(
        [*head, *(f"| {what} | " + " | ".join(f"{value:.1f}" for value in row) + " |" for what, row in rows)]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--reader", default="encoder", choices=sorted(EXTRACTORS))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--table", action="store_true")
    given = parser.parse_args()
    if given.table:
        print(table({name: measure(reader_named(name), given.files) for name in EXTRACTORS}))
        return
    score = measure(reader_named(given.reader), given.files)
    report(score)
    step = max(len(score.errors) // given.errors, 1) if given.errors else 1
    print("\n".join(score.errors[::step][: given.errors]))


if __name__ == "__main__":
    main()
