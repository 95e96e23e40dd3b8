"""What outside lists of actors have that our tables have not, and why.

    python evaluation/actor_lists.py LIST.csv ... [--codes CROSSWALK.csv] [--missing N] [--out FILE.csv]

Knows UCDP actors, the Phoenix dictionary, the World Factbook, Archigos and REIGN by
their columns. Each name is resolved as of its days. An actor is known where one of
its names means one of ours: a group only where it is of the same country, as far as
our tables tell, and a leader only where he stands for the right state (`--codes`: a
table with the columns stateabb and iso3). What is not known is missing, or left out
by our rule (docs/actor-coverage.md). `--actors FOLDER` takes other tables than ours.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from outside_lists import Codes, Listed, read_list

from amity.core.actors import ActorId, ActorKind, Mention, NameKind
from amity.core.dates import ALWAYS, Period
from amity.knowledge.gazetteer import Gazetteer
from amity.knowledge.load_actors import load_gazetteer
from amity.resolve import Resolver
from amity.resolve.folding import fold
from amity.resolve.questions import meant_by_all

WORD = re.compile(r"\w{3,}")
TITLES = frozenset({"president", "prime", "minister", "king", "queen", "von", "van", "bin", "the", "general", "chief"})
OWN_NAMES = (NameKind.NAME, NameKind.ADJECTIVE, NameKind.PEOPLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An actor of an outside list: whom it is among ours, or why it is none; neither where it is a gap."""

    listed: Listed
    actor: ActorId | None = None
    reason: str = ""


class Judge:
    """Looks up the actors of outside lists among ours."""

    def __init__(self, gazetteer: Gazetteer, codes: Codes) -> None:
        self._gazetteer = gazetteer
        self._codes = codes
        self._resolver = Resolver(gazetteer)
        self._kin = _kin(gazetteer)
        self._states = Resolver(_of_states_only(gazetteer))
        self._leaders = [name for name in gazetteer.names if name.kind is NameKind.LEADER]
        self._homes = self._homes_of_groups()

    def judge(self, listed: Listed) -> Judged:
        if listed.part.startswith("leaders") and (state := self._led_by(listed)):
            return Judged(listed=listed, actor=state)
        if listed.unlisted:
            return Judged(listed=listed, reason=listed.unlisted)
        found = self._actors_called(listed)
        if found:
            # "Islamic State" in Indonesia is Darul Islam, which another of its names says.
            return Judged(listed=listed, actor=next((id_ for id_ in found if self._is_at_home(id_, listed)), found[0]))
        if larger := self._part_of(listed):
            return Judged(listed=listed, reason=f"a part of a group that is listed ({larger})")
        return Judged(listed=listed, reason=listed.local)

    def _actors_called(self, listed: Listed) -> list[ActorId]:
        said = [(name, self._meant(name, listed.on)) for name in self._ways_to_say(listed)]
        return [mention.actor for name, mention in said if mention is not None and self._is_same(mention, name, listed)]

    def _ways_to_say(self, listed: Listed) -> Iterable[str]:
        """Its names; and with its country, for ours never are bare common words: "National Front of Sudan"."""
        yield from listed.names
        for name in listed.names:
            for home in listed.homes:
                yield from (f"{name} of {home}", f"{name} ({home})", f"{name} in {home}")

    def _meant(self, name: str, on: Period) -> Mention | None:
        # Resolver.named would look for names alike for each that is unknown, which takes long.
        for text in (name, name.upper()):
            resolved = self._resolver.mentions(text, on=on, any_case=True)
            if resolved.mentions or resolved.unresolved:
                return None if resolved.unresolved else meant_by_all(text, resolved.mentions)
        return None

    def _is_same(self, mention: Mention, name: str, listed: Listed) -> bool:
        actor = self._gazetteer.actors[mention.actor]
        if listed.part.startswith("groups"):
            if actor.kind is ActorKind.STATE:
                return mention.name_kind in OWN_NAMES and (" " in name or name == actor.name)
            return name not in listed.vague or self._is_at_home(mention.actor, listed)
        if listed.code in self._codes.states and actor.kind is ActorKind.STATE:
            return self._is_one_of(actor.id, self._codes.states[listed.code])
        if listed.homes and actor.kind is ActorKind.STATE:
            return actor.id in self._all_states(listed.homes, listed.on)
        return True

    def _led_by(self, listed: Listed) -> ActorId | None:
        """The state of which our tables have such a leader at that time; lists often give the bare surname."""
        states = self._codes.states.get(listed.code) or self._all_states(listed.homes, listed.on)
        words = set(_words(listed.names[0]))
        for name in self._leaders if states else ():
            called_so = words & set(_words(name.text)) and name.borne.overlaps(listed.on)
            if called_so and self._is_one_of(name.actor, frozenset(states)):
                return name.actor
        return None

    def _is_one_of(self, actor: ActorId, states: frozenset[str]) -> bool:
        """Whether a state is one of some, or came before or after one: the Soviet Union has Russia's code."""
        return bool(self._kin[actor] & states)

    def _is_at_home(self, group: ActorId, listed: Listed) -> bool:
        """Whether a group is of the listed country, as far as we know: many are called National Liberation Army."""
        homes, places = self._homes.get(group, frozenset()), self._all_states(listed.homes, listed.on)
        return not homes or not places or bool(homes & places)

    def _all_states(self, homes: Sequence[str], on: Period) -> frozenset[ActorId]:
        states = set()
        for home in homes:
            found = {mention.actor for period in (on, ALWAYS) for mention in self._found(home, period)}
            states |= {kin for state in found for kin in self._kin[state]}
        return frozenset(states)

    def _found(self, text: str, on: Period) -> Sequence[Mention]:
        return self._states.mentions(text, on=on).mentions

    def _homes_of_groups(self) -> dict[ActorId, frozenset[ActorId]]:
        """The states that a group belongs to: by common nouns ("rebels" of Syria), and by its own names."""
        homes: dict[ActorId, set[ActorId]] = defaultdict(set)
        kinds = {id_: actor.kind for id_, actor in self._gazetteer.actors.items()}
        for nominal in self._gazetteer.nominals:
            if nominal.about and nominal.actor and kinds[nominal.actor] is ActorKind.GROUP:
                homes[nominal.actor].add(nominal.about)
        for name in self._gazetteer.names:
            if kinds[name.actor] is ActorKind.GROUP and name.kind is NameKind.NAME:
                homes[name.actor] |= {mention.actor for mention in self._found(name.text, ALWAYS)}
        return {group: frozenset(states) for group, states in homes.items()}

    def _part_of(self, listed: Listed) -> ActorId | None:
        """The one group whose name stands in this name with more words around it: "Taleban - Ali Dad faction"."""
        if not listed.part.startswith("groups"):
            return None
        for name in listed.names:
            mentions = self._resolver.mentions(name).mentions
            groups = {m.actor for m in mentions if self._gazetteer.actors[m.actor].kind is ActorKind.GROUP}
            if len(groups) == 1 and self._is_at_home(group := groups.pop(), listed):
                return group
        return None


def _words(name: str) -> list[str]:
    return [word for word in WORD.findall(fold(name).lower()) if word not in TITLES]


def _kin(gazetteer: Gazetteer) -> dict[ActorId, frozenset[ActorId]]:
    """To each actor itself, those before it, and all that came after these: Serbia, Yugoslavia and Croatia are kin."""
    after: dict[ActorId, set[ActorId]] = defaultdict(set)
    for id_, before in gazetteer.follows.items():
        for predecessor in before:
            after[predecessor].add(id_)
    kin: dict[ActorId, frozenset[ActorId]] = {}
    for id_ in gazetteer.actors:
        line = {id_, *gazetteer.follows.get(id_, ())}
        kin[id_] = frozenset(line | {successor for one in line for successor in after[one]})
    return kin


def _of_states_only(gazetteer: Gazetteer) -> Gazetteer:
    states = {id_ for id_, actor in gazetteer.actors.items() if actor.kind is ActorKind.STATE}
    own = tuple(name for name in gazetteer.names if name.actor in states and name.kind in OWN_NAMES)
    return replace(gazetteer, names=own, nominals=(), contexts=())


def show(title: str, judged: Sequence[Judged], missing: int) -> None:
    parts: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        parts[one.listed.part].append(one)
    for part, ones in parts.items():
        known = sum(one.actor is not None for one in ones)
        reasons = Counter(one.reason.partition(" (")[0] for one in ones if one.actor is None)
        ours = len(ones) - (reasons.total() - reasons[""])  # those that the rule does not leave out
        print(f"{title}, {part}")
        print(f"  named {len(ones):6}   known {known:6} {_share(known, len(ones))}   of ours {_share(known, ours)}")
        for reason, count in sorted(reasons.items(), key=lambda pair: -pair[1]):
            print(f"  {count:6} {_share(count, len(ones))}  {reason or 'missing'}")
        gaps = list(dict.fromkeys(one.listed.names[0] for one in ones if one.actor is None and not one.reason))
        for name in gaps[:missing]:
            print(f"          {name}")


def _share(count: int, total: int) -> str:
    return f"{100 * count / total:5.1f}%" if total else "    -"


def write(path: Path, judged: Iterable[tuple[str, Judged]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table, lineterminator="\n")
        rows.writerow(["list", "part", "name", "homes", "actor", "reason"])
        for title, one in judged:
            listed = one.listed
            homes = "; ".join(listed.homes) or listed.code
            rows.writerow([title, listed.part, listed.names[0], homes, one.actor or "", one.reason])


def main() -> None:
    parser = argparse.ArgumentParser(description="What outside lists of actors have that ours have not.")
    parser.add_argument("lists", type=Path, nargs="+", help="tables known by their columns")
    parser.add_argument("--codes", type=Path, help="table with stateabb and iso3: which state a code means")
    parser.add_argument("--actors", type=Path, help="folder of tables to compare instead of ours")
    parser.add_argument("--missing", type=int, default=0, metavar="N", help="name so many gaps of each part")
    parser.add_argument("--out", type=Path, metavar="FILE.csv", help="write every actor with what became of it")
    given = parser.parse_args()
    judge = Judge(load_gazetteer(given.actors), Codes.read(given.codes))
    everything: list[tuple[str, Judged]] = []
    for path in given.lists:
        title, listed = read_list(path)
        judged = [judge.judge(one) for one in listed]
        show(title, judged, given.missing)
        everything += [(title, one) for one in judged]
    if given.out:
        write(given.out, everything)


if __name__ == "__main__":
    main()
