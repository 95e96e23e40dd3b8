"""Other actors of the same kind in the places of those that a sentence names.

The names of a labelled sentence are slots. Filled anew in every round of
training, they teach the reader the words between the names, and not that one
state is always at war.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from amity.core.actors import ActorId, ActorKind, NameKind
from amity.knowledge.gazetteer import Gazetteer
from marked_sentences import LabelledSentence, Marked

WITH_ARTICLE = frozenset(
    {
        "USA",
        "GBR",
        "ARE",
        "NLD",
        "PHL",
        "BHS",
        "MDV",
        "GMB",
        "SYC",
        "COM",
        "MHL",
        "SLB",
        "CZE",
        "DOM",
        "CAF",
        "COD",
        "soviet-union",
        "ottoman-empire",
        "united-arab-republic",
    }
)  # states whose usual name goes with "the"
SOUGHT = (NameKind.NAME, NameKind.ADJECTIVE, NameKind.PEOPLE, NameKind.SEAT, NameKind.LEADER)
VOWELS = "AEIO"  # "a Kenyan" and "an Omani" stay right


@dataclass(frozen=True)
class Wardrobe:
    """What each actor may be called, by the form of the name, and who bears a name."""

    names: Mapping[ActorId, Mapping[NameKind, Sequence[str]]]
    bearers: Mapping[tuple[NameKind, str], ActorId]
    kinds: Mapping[ActorId, ActorKind]

    def of_kind(self, kind: ActorKind, forms: frozenset[NameKind], like: str) -> list[ActorId]:
        """Actors of a kind that have a name in all these forms, taking "the" as `like` does."""
        article = like in WITH_ARTICLE
        return [
            actor
            for actor, by_form in self.names.items()
            if self.kinds[actor] is kind and forms <= by_form.keys() and (actor in WITH_ARTICLE) == article
        ]


def make_wardrobe(gazetteer: Gazetteer) -> Wardrobe:
    names: dict[ActorId, dict[NameKind, list[str]]] = defaultdict(lambda: defaultdict(list))
    bearers: dict[tuple[NameKind, str], ActorId] = {}
    for name in gazetteer.names:
        if name.kind in SOUGHT and not name.text.lower().startswith("the "):
            names[name.actor][name.kind].append(name.text)
            bearers.setdefault((name.kind, name.text), name.actor)
    usual = {
        actor: {form: words[:3] if form is NameKind.NAME else words for form, words in by_form.items()}
        for actor, by_form in names.items()
    }
    return Wardrobe(usual, bearers, {id_: actor.kind for id_, actor in gazetteer.actors.items()})


def fill(sentence: LabelledSentence, wardrobe: Wardrobe, chance: random.Random) -> tuple[str, tuple[Marked, ...]]:
    """The sentence's text and mentions with other actors in the slots that can be filled."""
    chosen = _choose(sentence, wardrobe, chance)
    text, mentions, at = "", [], 0
    for mention in sentence.mentions:
        text += sentence.text[at : mention.start]
        old = sentence.text[mention.start : mention.end]
        new = chosen[mention.key][mention.form] if mention.key in chosen else old
        mentions.append(Marked(mention.key, mention.form, len(text), len(text) + len(new)))
        text += new
        at = mention.end
    return text + sentence.text[at:], tuple(mentions)


def _choose(sentence: LabelledSentence, wardrobe: Wardrobe, chance: random.Random) -> dict[str, dict[NameKind, str]]:
    """For each key that can be filled, one new name for each form in which it stands."""
    old: dict[str, dict[NameKind, str]] = defaultdict(dict)
    for mention in sentence.mentions:
        old[mention.key].setdefault(mention.form, sentence.text[mention.start : mention.end])
    bearers = {key: _bearer(words, wardrobe) for key, words in old.items()}
    taken = {bearer for bearer in bearers.values() if bearer is not None}
    chosen: dict[str, dict[NameKind, str]] = {}
    for key, actor in bearers.items():
        if actor is None:
            continue
        rivals = wardrobe.of_kind(wardrobe.kinds[actor], frozenset(old[key]), actor)
        rivals = [rival for rival in rivals if rival not in taken]
        if rivals:
            new = chance.choice(rivals)
            taken.add(new)
            chosen[key] = {form: _name(words, wardrobe.names[new][form], chance) for form, words in old[key].items()}
    return chosen


def _bearer(words: Mapping[NameKind, str], wardrobe: Wardrobe) -> ActorId | None:
    """The one actor whose names all these are; None where one of them is unknown or the actors differ."""
    found = {wardrobe.bearers.get((form, name)) for form, name in words.items()}
    return found.pop() if len(found) == 1 else None


def _name(old: str, rivals: Sequence[str], chance: random.Random) -> str:
    """A new name that goes with the same article as the old one, where there is one."""
    alike = [name for name in rivals if (name[0] in VOWELS) == (old[0] in VOWELS)]
    return chance.choice(alike or list(rivals))
