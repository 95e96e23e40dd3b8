"""Verbs: "Russia bombed the rebels", "Assad, backed by Iran", "Iran and Iraq clashed"."""

from __future__ import annotations

from collections.abc import Iterator

from amity.core.claims import RelationType
from amity.extract.patterns.finds import Cue, Find, among, between
from amity.extract.patterns.lexicon import Lexicon, Phrase, find_phrase
from amity.extract.patterns.parties import DASHES
from amity.extract.patterns.scene import PERSONAL, Group, Scene

PLAIN, PASSIVE, TOGETHER = 0.85, 0.85, 0.6
AFTER_RECIPIENT = 8  # tokens behind the recipient in which the phrase may go on
BY_WITHIN = 4  # tokens between a participle and its "by"
COOPERATE = RelationType("COOPERATE")
PAST_LEADS = frozenset(
    {"also", "then", "now", "still", "already", "soon", "longer", "later", "again", "long", "even", "first"}
)
HARSH = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})  # done side by side, they show cooperation


def read_verbs(scene: Scene, lexicon: Lexicon) -> Iterator[Find]:
    """Claims that a verb makes of its subject and its object, in the active and the passive."""
    lows = [token.low for token in scene.tokens]
    blocked = frozenset(at for at, token in enumerate(scene.tokens) if token.mention is not None or not token.is_word)
    subjects: list[tuple[int, Group]] = []
    taken = -1
    for at, low in enumerate(lows):
        if at <= taken or at in blocked or _is_noun(scene, at):
            continue
        for phrase in lexicon.verbs.get(low, ()):
            found = list(_read_phrase(scene, phrase, lows, at, blocked, subjects))
            if found:
                yield from found
                taken = found[0].cue.last - 1
                break


def _is_noun(scene: Scene, at: int) -> bool:
    """Whether "attack", "support" or "assaults" is a noun here: after an article, adjective or another noun."""
    before = scene.low(at - 1)
    if before in DASHES:  # "Russian-backed" is a compound
        return True
    if scene.low(at).endswith(("ed", "ing")):
        return False
    group = scene.group_at.get(at - 1)
    if group is not None:
        return group.parties[-1].modifier
    if at == 0 or not scene.tokens[at - 1].is_word:
        return False
    grammar = scene.grammar
    leads_to_verb = grammar.auxiliaries | grammar.conjunctions | grammar.relatives | grammar.negations
    plain = before in leads_to_verb or before.endswith("ly") or before in PERSONAL or before in grammar.breakers
    return not plain and (before not in PAST_LEADS)


def _read_phrase(
    scene: Scene,
    phrase: Phrase,
    lows: list[str],
    at: int,
    blocked: frozenset[int],
    subjects: list[tuple[int, Group]],
) -> Iterator[Find]:
    if lows[at] in phrase.passive and (agent := _agent_after(scene, at)) is not None:
        sufferer = _subject(scene, at, subjects, governed=not _has_be(scene, at))
        if sufferer is not None:
            yield from between(agent, sufferer, _cue(phrase, at, at + 1, PASSIVE, past=True))
        return
    last = find_phrase(lows, at, phrase, blocked)
    if last is None:
        return
    past = lows[at].endswith("ed") or lows[at] in phrase.passive
    subject = _subject(scene, at, subjects, governed=False)
    if subject is None:
        return
    if phrase.reciprocal:
        if len(subject.parties) > 1:
            subjects.append((at, subject))
            yield from among(subject, _cue(phrase, at, last, PLAIN, past=past))
        return
    pointed = scene.object_after(last, led_by_preposition=phrase.ends_in_preposition)
    if pointed is None or not _followed_by(scene, phrase, pointed[0].last):
        return
    if pointed[0] is subject:
        return
    subjects.append((at, subject))
    yield from between(subject, pointed[0], _cue(phrase, at, last, PLAIN * pointed[1], past=past))
    if phrase.type in HARSH and len(subject.parties) > 1:
        together = Cue(type=COOPERATE, first=at, last=last, plainness=TOGETHER, past_form=past)
        yield from among(subject, together)


def _cue(phrase: Phrase, first: int, last: int, plainness: float, *, past: bool) -> Cue:
    return Cue(type=phrase.type, first=first, last=last, plainness=plainness, past_form=past)


def _followed_by(scene: Scene, phrase: Phrase, at: int) -> bool:
    """Whether the words after "{b}" follow the recipient: "supply B with"."""
    wanted = [word for word in phrase.after if word != "*"]
    following = [scene.low(step) for step in range(at, at + AFTER_RECIPIENT)]
    return all(word in following for word in wanted)


def _agent_after(scene: Scene, at: int) -> Group | None:
    """Who did it: the group after "by"."""
    for step in range(at + 1, min(at + 1 + BY_WITHIN, len(scene.tokens))):
        if scene.low(step) == "by":
            found = scene.object_after(step + 1, led_by_preposition=True)
            return found[0] if found else None
        if scene.is_party(step) or not scene.tokens[step].is_word:
            return None
    return None


def _has_be(scene: Scene, at: int) -> bool:
    return any(scene.low(step) in scene.grammar.be for step in range(max(0, at - 4), at))


def _subject(scene: Scene, at: int, subjects: list[tuple[int, Group]], *, governed: bool) -> Group | None:
    """The verb's subject; after "and" it is that of the verb before: "A praised B and bombed C"."""
    step = at - 1
    while step >= 0 and (scene.low(step) in scene.grammar.auxiliaries or scene.low(step).endswith("ly")):
        step -= 1
    shared = scene.low(step) in {"and", "but", "then"} and not scene.is_party(step)
    if shared and subjects and subjects[-1][0] >= scene.clause_start(step) - 1:
        return subjects[-1][1]
    return scene.subject_before(at, governed=governed)
