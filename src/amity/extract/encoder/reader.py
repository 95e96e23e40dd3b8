"""The learned reader of claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from amity.core.actors import ActorId, Mention, Part
from amity.core.claims import DraftClaim, Polarity, Quad, Reality, RelationType, Tense
from amity.core.documents import StatementKind
from amity.core.readings import ResolvedStatement
from amity.extract.encoder.network import LONGEST, Judged, Network
from amity.extract.encoder.passages import Passage, Span
from amity.extract.encoder.second_opinion import weighed
from amity.extract.encoder.windows import windows
from amity.extract.patterns.manner import is_question, manner_of, speaker_of
from amity.extract.patterns.reader import PatternReader
from amity.extract.patterns.scene import Scene, lay_out
from amity.knowledge.grammar import Grammar
from amity.knowledge.relation_types import RelationKind

RELATED = 0.5  # the chance that there is some relation, from which on one is told
OVER = 0.65  # the chance that a thing is over, from which on it is told so
SHARED = 0.3  # the chance of a type, from which on it is told beside a likelier one
CUT_OFF_DOUBT = 0.9  # a statement without its end may have meant something else
OVERLAP = 40  # pieces that two parts of a long statement have in common
ITSELF, SOMEBODY, FIRST_ACTOR = range(3)  # who may say a thing: the text, somebody else, the marked actors
UNNAMED = "somebody"  # who says it, where the words name nobody
NONE = 0  # the place of "none" among the types
ALLIED, NOT_ALLIED = RelationType("ALLIED"), RelationType("NOT_ALLIED")
COOPERATION = (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)
PAST_ENDING = "ed"


@dataclass(frozen=True)
class Finding:
    """A type that the encoder finds between two actors of a passage."""

    actor: int
    recipient: int
    type: RelationType
    chance: float
    reality: Reality | None  # None: it happened, or holds
    denied: bool
    speaker: int  # who says it: `ITSELF`, `SOMEBODY`, or `FIRST_ACTOR` and the number of an actor
    look: tuple[int, int]  # the piece of the passage that the pair looked at most


class EncoderReader:
    """Reads claims with a learned encoder: every ordered pair of a statement's actors, in one pass.

    What it finds is weighed against the patterns' claims, which are few and sure.
    """

    def __init__(self, network: Network, kinds: Mapping[RelationType, RelationKind], grammar: Grammar) -> None:
        self._network = network
        self._kinds = kinds
        self._grammar = grammar
        self._patterns = PatternReader(kinds, grammar)
        self._pasts = frozenset(
            form for forms in grammar.irregular.values() for form in forms if not form.endswith("ing")
        )

    @property
    def name(self) -> str:
        return self._network.name

    def extract(self, batch: Sequence[ResolvedStatement]) -> list[tuple[DraftClaim, ...]]:
        """The claims of each statement; equal statements are read once, those without two actors not at all."""
        read: dict[tuple[object, ...], tuple[DraftClaim, ...]] = {}
        found = []
        for item in batch:
            key = (item.statement.text, item.statement.kind, item.mentions)
            if key not in read:
                read[key] = weighed(self._read(item), self._patterns.extract([item])[0], self._kinds)
            found.append(read[key])
        return found

    def _read(self, item: ResolvedStatement) -> tuple[DraftClaim, ...]:
        if item.statement.kind is StatementKind.BOILERPLATE or len({m.actor for m in item.mentions}) < 2:
            return ()
        text = item.statement.text
        scene: Scene | None = None
        best: dict[tuple[str, str, str], DraftClaim] = {}
        for start, end in self._parts(text):
            mentions = [m for m in item.mentions if start <= m.start and m.end <= end]
            by_actor = _by_actor(mentions)
            if len(by_actor) < 2:
                continue
            passage = Passage(text[start:end], tuple(_spans(named, start) for named in by_actor.values()))
            actors = list(by_actor.values())
            for finding in findings(self._network.judge([passage])[0], self._network, self._kinds):
                scene = scene or lay_out(text, item.mentions, self._grammar)
                if finding.reality is None and is_question(scene):  # "Are A and B allies?" claims nothing
                    continue
                draft = self._draft(scene, finding, actors, start, item.statement.kind)
                key = (draft.actor, draft.recipient, draft.type)
                if key not in best or draft.reading_confidence > best[key].reading_confidence:
                    best[key] = draft
        return tuple(best.values())

    def _parts(self, text: str) -> list[tuple[int, int]]:
        if len(text) < LONGEST:  # a piece has a character at least
            return [(0, len(text))]
        offsets = self._network.piece_offsets(text)
        if len(offsets) <= LONGEST - 2:
            return [(0, len(text))]
        return windows(offsets, LONGEST - 2, OVERLAP)

    def _draft(
        self, scene: Scene, finding: Finding, actors: Sequence[Sequence[Mention]], start: int, kind: StatementKind
    ) -> DraftClaim:
        actor, recipient = _nearest(actors[finding.actor], actors[finding.recipient])
        at = _token_at(scene, finding.look[0] + start)
        cue = scene.tokens[at]
        is_event = self._kinds[finding.type].is_event
        past = cue.low.endswith(PAST_ENDING) or cue.low in self._pasts
        type_, polarity = finding.type, Polarity.DENIED if finding.denied else Polarity.AFFIRMED
        if type_ == ALLIED and polarity is Polarity.DENIED:
            type_, polarity = NOT_ALLIED, Polarity.AFFIRMED
        return DraftClaim(
            actor=actor.actor,
            recipient=recipient.actor,
            type=type_,
            polarity=polarity,
            reality=finding.reality or (Reality.HAPPENED if is_event else Reality.HOLDS),
            tense=_tense(scene, at, finding.reality, is_event, past),
            attributed_to=_speaker(finding.speaker, actors, scene, at),
            actor_mention=actor,
            recipient_mention=recipient,
            cue=(cue.start, cue.end),
            reading_confidence=round(finding.chance * (CUT_OFF_DOUBT if kind is StatementKind.CUT_OFF else 1.0), 4),
            extractor=self.name,
        )


def findings(judged: Judged, network: Network, kinds: Mapping[RelationType, RelationKind]) -> Iterator[Finding]:
    """What is said of the pairs of one passage, in the order of the actors.

    An undirected type is told once, and so is an event of cooperation that both
    did: a meeting of two is one meeting.
    """
    related = 1 - judged.types[..., NONE] >= RELATED
    for one, other in combinations(range(len(related)), 2):
        if not (related[one, other] or related[other, one]):
            continue
        there, back = judged.types[one, other], judged.types[other, one]
        for number, name in enumerate(network.types[1:], start=1):
            kind = kinds[RelationType(name)]
            ways = [(one, other, there), (other, one, back)]
            if not kind.directed:
                ways = [(one, other, (there + back) / 2)]
            told = [way for way in ways if _told(way[2], number)]
            if kind.quad in COOPERATION:
                told = sorted(told, key=lambda way: -way[2][number])[:1]
            for actor, recipient, chances in told:
                yield _finding(judged, network, actor, recipient, number, float(chances[number]))


def _told(chances: np.ndarray, number: int) -> bool:
    related = 1 - chances[NONE] >= RELATED
    return bool(related and (chances[number] >= SHARED or chances[1:].argmax() + 1 == number))


def _finding(judged: Judged, network: Network, actor: int, recipient: int, number: int, chance: float) -> Finding:
    looks = judged.looks[actor, recipient]
    look = max(range(len(looks)), key=lambda at: (looks[at], -at) if judged.offsets[at][1] else (-1.0, 0))
    return Finding(
        actor=actor,
        recipient=recipient,
        type=RelationType(network.types[number]),
        chance=chance,
        reality=_likeliest(judged, network, actor, recipient, number),
        denied=bool(judged.manners[actor, recipient, number, -1] > 0),
        speaker=int(judged.speakers[actor, recipient].argmax()),
        look=judged.offsets[look],
    )


def _likeliest(judged: Judged, network: Network, actor: int, recipient: int, number: int) -> Reality | None:
    """The likeliest reality; that a thing is over must be plainly said, for a date alone already bounds it."""
    chances = judged.realities(actor, recipient)[number]
    for at in np.argsort(-chances):
        reality = network.realities[int(at)]
        if reality is not Reality.ENDED or chances[at] >= OVER:
            return reality
    return None


def _by_actor(mentions: Sequence[Mention]) -> dict[ActorId, list[Mention]]:
    found: dict[ActorId, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.actor].append(mention)
    # "Assad's men in Syria": where an actor is a party as well, the place tells nothing of it
    return {actor: [one for one in named if one.part is not Part.PLACE] or named for actor, named in found.items()}


def _spans(mentions: Sequence[Mention], start: int) -> tuple[Span, ...]:
    return tuple(Span(mention.start - start, mention.end - start, mention.name_kind) for mention in mentions)


def _nearest(ones: Sequence[Mention], others: Sequence[Mention]) -> tuple[Mention, Mention]:
    """The two mentions, one of each actor, between which least is said; the first such in the text."""
    pairs = [(one, other) for one in ones for other in others]
    return min(pairs, key=lambda pair: max(pair[0].start, pair[1].start) - min(pair[0].end, pair[1].end))


def _token_at(scene: Scene, offset: int) -> int:
    """The token that stands at an offset; the one before where none does."""
    at = 0
    for number, token in enumerate(scene.tokens):
        if token.start > offset:
            break
        at = number
    return at


def _speaker(told: int, actors: Sequence[Sequence[Mention]], scene: Scene, at: int) -> str | None:
    """Who says what stands at a token: an actor's id, the words for somebody else, or None for the text itself."""
    if told == ITSELF:
        return None
    if told == SOMEBODY:
        return speaker_of(scene, at) or UNNAMED
    return actors[told - FIRST_ACTOR][0].actor


def _tense(scene: Scene, at: int, reality: Reality | None, is_event: bool, past: bool) -> Tense:
    if reality is Reality.PLANNED:
        return Tense.FUTURE
    return manner_of(scene, at, at + 1, is_event=is_event, past_form=past).tense
