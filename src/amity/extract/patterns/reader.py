"""The pattern reader: the baseline that needs no learned weights."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from amity.core.claims import DraftClaim, Polarity, Reality, RelationType
from amity.core.documents import StatementKind
from amity.core.readings import ResolvedStatement
from amity.extract.patterns.finds import Find
from amity.extract.patterns.lexicon import build_lexicon
from amity.extract.patterns.manner import manner_of, speaker_of
from amity.extract.patterns.nouns import read_bonds, read_compounds, read_nouns, read_traits
from amity.extract.patterns.persons import read_persons
from amity.extract.patterns.scene import Scene, lay_out
from amity.extract.patterns.verbs import read_verbs
from amity.knowledge.grammar import Grammar
from amity.knowledge.relation_types import RelationKind

RULES = (read_persons, read_compounds, read_bonds, read_traits, read_nouns, read_verbs)
SCORE = re.compile(r"(?<![\d–-])\d{1,3}[–-]\d{1,3}(?![\d–-])")
RESULTS = frozenset(
    {"beat", "beats", "defeat", "defeats", "defeated", "win", "wins", "won", "lose", "loses", "lost", "draw", "drew"}
)
CUT_OFF_DOUBT = 0.9  # a statement without its end may have meant something else
ALLIED, NOT_ALLIED = RelationType("ALLIED"), RelationType("NOT_ALLIED")


class PatternReader:
    """Reads claims by the phrases of the relation types and the order of words."""

    name = "patterns-1"

    def __init__(self, kinds: Mapping[RelationType, RelationKind], grammar: Grammar) -> None:
        self._kinds = kinds
        self._grammar = grammar
        self._lexicon = build_lexicon(kinds, grammar)

    def extract(self, batch: Sequence[ResolvedStatement]) -> list[tuple[DraftClaim, ...]]:
        """The claims of each statement; none where it is boilerplate or names fewer than two actors."""
        return [self._read(item) for item in batch]

    def _read(self, item: ResolvedStatement) -> tuple[DraftClaim, ...]:
        actors = {mention.actor for mention in item.mentions}
        if item.statement.kind is StatementKind.BOILERPLATE or len(actors) < 2:
            return ()
        scene = lay_out(item.statement.text, item.mentions, self._grammar)
        if _is_sport(scene):
            return ()
        doubt = CUT_OFF_DOUBT if item.statement.kind is StatementKind.CUT_OFF else 1.0
        finds = (find for rule in RULES for find in rule(scene, self._lexicon))
        return _best_of(self._draft(scene, find, doubt) for find in finds if _two_actors(scene, find))

    def _draft(self, scene: Scene, find: Find, doubt: float) -> DraftClaim:
        cue = find.cue
        kind = self._kinds[cue.type]
        at = cue.first if cue.manner_at is None else cue.manner_at
        manner = manner_of(scene, at, cue.last, is_event=kind.is_event, past_form=cue.past_form)
        type_, polarity = cue.type, manner.polarity
        if type_ == ALLIED and polarity is Polarity.DENIED:
            type_, polarity = NOT_ALLIED, Polarity.AFFIRMED
        actor, recipient = scene.mentions[find.actor.mention], scene.mentions[find.recipient.mention]
        return DraftClaim(
            actor=actor.actor,
            recipient=recipient.actor,
            type=type_,
            polarity=polarity,
            reality=Reality.ENDED if cue.ended else manner.reality,
            tense=manner.tense,
            attributed_to=speaker_of(scene, cue.first),
            actor_mention=actor,
            recipient_mention=recipient,
            cue=(scene.tokens[cue.first].start, scene.tokens[cue.last - 1].end),
            reading_confidence=round(cue.plainness * doubt, 4),
            extractor=self.name,
        )


def _is_sport(scene: Scene) -> bool:
    """Whether teams and athletes are spoken of: a word of sport, or a score, stands in the statement."""
    words = {token.low for token in scene.tokens if token.mention is None}
    scored = SCORE.search(scene.text) is not None and bool(words & RESULTS)
    return scored or bool(words & scene.grammar.sport)


def _two_actors(scene: Scene, find: Find) -> bool:
    return scene.mentions[find.actor.mention].actor != scene.mentions[find.recipient.mention].actor


def _best_of(drafts: Iterable[DraftClaim]) -> tuple[DraftClaim, ...]:
    """One claim a pair and type: the plainest; the first where two are as plain."""
    best: dict[tuple[str, str, str], DraftClaim] = {}
    for draft in drafts:
        key = (draft.actor, draft.recipient, draft.type)
        if key not in best or draft.reading_confidence > best[key].reading_confidence:
            best[key] = draft
    return tuple(best.values())
