"""The labelled sentences of `training/sentences/`: their form, and what breaks it.

    python training/marked_sentences.py [FILE ...]

One sentence a line, as JSON: `text` with each mention of an actor as
`[key:form|words]`, `pairs` with every relation that the sentence states, `tags`
with the families that it belongs to. Ordered pairs that are not listed have no
relation. `training/sentences/card.md` explains it with examples. Run as a
program it checks all files (or those named), prints counts by type and family,
and ends with exit code 1 where a line breaks the form.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from amity.core.actors import NameKind
from amity.core.claims import Polarity, Reality, RelationType
from amity.knowledge.relation_types import load_relation_types

FOLDER = Path(__file__).parent / "sentences"
FORMS = {
    "name": NameKind.NAME,
    "adj": NameKind.ADJECTIVE,
    "people": NameKind.PEOPLE,
    "seat": NameKind.SEAT,
    "force": NameKind.FORCE,
    "leader": NameKind.LEADER,
    "nom": NameKind.NOMINAL,
}
MARK = re.compile(r"\[([a-z]\w?):(\w+)\|([^\[\]|]+)\]")
PAIR = re.compile(r"(?P<one>[a-z]\w?)(?P<way>[>-])(?P<other>[a-z]\w?) (?P<type>[A-Z_]+)(?P<manner>(?: [^ ].*)?)")
UNPLAIN = {
    reality.value: reality for reality in (Reality.PLANNED, Reality.HYPOTHETICAL, Reality.CALLED_FOR, Reality.ENDED)
}
TYPES = load_relation_types()


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention: its actor's key, the form of the name, and where it stands in the plain text."""

    key: str
    form: NameKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Label:
    """A relation that a sentence states; `both_ways` where it holds in either direction."""

    actor: str
    recipient: str
    type: str
    both_ways: bool
    polarity: Polarity
    reality: Reality
    said_by: str | None


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence without its marks, with its mentions and labels; `where` is its file and line."""

    where: str
    text: str
    mentions: tuple[Marked, ...]
    labels: tuple[Label, ...]
    tags: tuple[str, ...]


class FormError(ValueError):
    """A line that breaks the form; says where and how."""


def read_sentences(paths: Sequence[Path] | None = None) -> Iterator[LabelledSentence]:
    """All labelled sentences, file by file; FormError at the first line that breaks the form."""
    for path in sorted(FOLDER.glob("*.jsonl")) if paths is None else paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip():
                yield parse(line, f"{path.name}:{number}")


def parse(line: str, where: str) -> LabelledSentence:
    """One line of JSON as a labelled sentence."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as flaw:
        raise FormError(f"{where}: not JSON: {flaw}") from flaw
    if not isinstance(row, dict) or not {"text", "pairs"} <= set(row) <= {"text", "pairs", "tags"}:
        raise FormError(f"{where}: expected an object with text, pairs and tags")
    text, mentions = unmarked(row["text"], where)
    keys = {mention.key for mention in mentions}
    return LabelledSentence(
        where, text, mentions, tuple(_label(pair, keys, where) for pair in row["pairs"]), tuple(row.get("tags", ()))
    )


def unmarked(marked: str, where: str) -> tuple[str, tuple[Marked, ...]]:
    """The plain text, and its mentions with offsets in it."""
    text, mentions, at = "", [], 0
    for mark in MARK.finditer(marked):
        key, form, words = mark.groups()
        if form not in FORMS:
            raise FormError(f"{where}: '{form}' in {mark.group()}: expected one of {', '.join(FORMS)}")
        text += marked[at : mark.start()]
        mentions.append(Marked(key, FORMS[form], len(text), len(text) + len(words)))
        text += words
        at = mark.end()
    text += marked[at:]
    if "|" in text or re.search(r"\[\w+:", text):
        raise FormError(f"{where}: a mark is not closed or not in the form [key:form|words]: {text[:80]}")
    return text, tuple(mentions)


def _label(pair: str, keys: set[str], where: str) -> Label:
    match = PAIR.fullmatch(pair)
    if match is None:
        raise FormError(f"{where}: '{pair}': expected such as 'a>b AID planned by:c'")
    one, other, type_ = match["one"], match["other"], match["type"]
    if {one, other} - keys or one == other:
        raise FormError(f"{where}: '{pair}': keys must be two different ones of {', '.join(sorted(keys))}")
    if type_ not in TYPES:
        raise FormError(f"{where}: '{type_}' is no relation type")
    manner, _, said_by = match["manner"].strip().partition("by:")
    words = manner.split()
    if set(words) - {"denied", *UNPLAIN} or len(set(words) & set(UNPLAIN)) > 1:
        raise FormError(f"{where}: '{manner.strip()}' in '{pair}': expected denied, or one of {', '.join(UNPLAIN)}")
    plain = Reality.HAPPENED if TYPES[RelationType(type_)].is_event else Reality.HOLDS
    return Label(
        actor=one,
        recipient=other,
        type=type_,
        both_ways=match["way"] == "-",
        polarity=Polarity.DENIED if "denied" in words else Polarity.AFFIRMED,
        reality=next((UNPLAIN[word] for word in words if word in UNPLAIN), plain),
        said_by=said_by.strip().strip('"') or None,
    )


def ordered_pairs(label: Label) -> tuple[tuple[str, str], ...]:
    """The keys between which the relation holds, actor first: both orders where it goes both ways."""
    if label.both_ways or not TYPES[RelationType(label.type)].directed:
        return (label.actor, label.recipient), (label.recipient, label.actor)
    return ((label.actor, label.recipient),)


def labels_by_pair(sentence: LabelledSentence) -> dict[tuple[str, str], list[Label]]:
    """For each ordered pair of keys that has a relation, its labels."""
    found: dict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in sentence.labels:
        for pair in ordered_pairs(label):
            found[pair].append(label)
    return found


def main(paths: Sequence[str]) -> int:
    sentences, flaws, seen = [], [], Counter[str]()
    for path in [Path(name) for name in paths] or sorted(FOLDER.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            try:
                sentences.append(parse(line, f"{path.name}:{number}"))
            except FormError as flaw:
                flaws.append(str(flaw))
    for sentence in sentences:
        seen[sentence.text.casefold()] += 1
    flaws += [f"{count} times: {text[:80]}" for text, count in seen.items() if count > 1]
    types = Counter(label.type for sentence in sentences for label in sentence.labels)
    tags = Counter(tag for sentence in sentences for tag in sentence.tags)
    print(f"{len(sentences)} sentences, {sum(types.values())} labels")
    print("types ", " ".join(f"{name} {count}" for name, count in types.most_common()))
    print("tags  ", " ".join(f"{name} {count}" for name, count in tags.most_common()))
    print("\n".join(flaws) or "no line breaks the form")
    return 1 if flaws else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
