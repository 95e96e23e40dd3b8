"""What is asked, and what is answered with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from amity.core.actors import ActorId
from amity.core.claims import Claim, Layer
from amity.core.dates import ALWAYS, Period
from amity.core.relations import Change, Estimate, Relation, Verdict


class QuestionKind(StrEnum):
    DYAD = "dyad"  # how do two stand
    LIST = "list"  # who stands so with one
    WHEN = "when"  # since when, until when
    SIDE = "side"  # whose side is one on, in a place


class Asked(StrEnum):
    """What a question wants to know of a relation."""

    ALLIES = "allies"
    PARTNERS = "partners"
    BACKING = "backing"
    ENEMIES = "enemies"
    RIVALS = "rivals"
    WAR = "war"
    STANCE = "stance"  # how do they stand: any verdict answers it


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedActor:
    """An actor as the question names it; `person` where it names a leader."""

    id: ActorId
    name: str
    person: str | None = None
    borne: Period = ALWAYS  # when the person held the office


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, understood. `as_of` is the day asked about, where one was given."""

    text: str
    kind: QuestionKind
    asked: Asked
    actors: tuple[AskedActor, ...]
    as_of: date | None = None
    known_by: date | None = None
    began: bool = True  # of `when`: the beginning is asked, else the end
    negated: bool = False
    of_the_past: bool = False  # "were they allies?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One piece of evidence in an answer."""

    claim: Claim
    speaks_for: bool  # for the relation that the question asks about
    weight: float
    copies: int  # how often it stands in the documents, itself included
    document_name: str
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerFinding:
    """What one layer says: "yes" or "no" of a treaty, else a verdict's word."""

    state: str
    since: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One line of an answer that is a list."""

    actor: ActorId
    name: str
    verdict: Verdict
    chance: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer with all that it rests on.

    `answer` is to the question as asked: yes, no, mixed or unknown; for a list
    "list", for a `when` the date in ISO or "unknown".
    """

    question: Question
    answer: str
    sentence: str  # the verdict in one sentence
    as_of: date
    as_of_reason: str
    estimate: Estimate
    relation: Relation | None
    likelihood: float
    likelihood_words: str
    confidence: str  # low, moderate, high
    confidence_reason: str
    layers: Mapping[Layer, LayerFinding]
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]
    changes: tuple[Change, ...]
    not_counted: Mapping[str, int]
    listed: tuple[Listed, ...] = ()
    remarks: tuple[str, ...] = ()  # what the actors' own dates imply, and what would help
    receipt: str = ""
    facts_used: bool = True
    extra: Mapping[str, str] = field(default_factory=dict)
