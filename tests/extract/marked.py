"""Sentences with their actors marked by hand: "{Russia=RUS} backs {Assad=SYR:leader}"."""

from __future__ import annotations

import re

from amity.core.actors import ActorId, Mention, NameKind
from amity.core.claims import DraftClaim
from amity.core.documents import DocumentId, Statement, StatementKind
from amity.core.readings import ResolvedStatement
from amity.extract.patterns.reader import PatternReader
from amity.knowledge.grammar import load_grammar
from amity.knowledge.relation_types import load_relation_types

MARK = re.compile(r"\{([^={}]+)=([^:{}]+)(?::(\w+))?\}")
READER = PatternReader(load_relation_types(), load_grammar())


def marked(sentence: str, kind: StatementKind = StatementKind.STATEMENT) -> ResolvedStatement:
    text, mentions, at = "", [], 0
    for mark in MARK.finditer(sentence):
        text += sentence[at : mark.start()]
        mentions.append(
            Mention(
                start=len(text),
                end=len(text) + len(mark[1]),
                text=mark[1],
                actor=ActorId(mark[2]),
                name_kind=NameKind(mark[3] or "name"),
            )
        )
        text += mark[1]
        at = mark.end()
    text += sentence[at:]
    statement = Statement(document=DocumentId("d"), start=0, end=len(text), text=text, kind=kind)
    return ResolvedStatement(statement=statement, mentions=tuple(mentions))


def read(sentence: str) -> tuple[DraftClaim, ...]:
    return READER.extract([marked(sentence)])[0]


def said(sentence: str) -> set[str]:
    """Claims in short: "RUS BACKS SYR", with "denied" or the reality behind where it is no plain fact."""
    words = set()
    for claim in read(sentence):
        extra = [claim.polarity.value] if claim.polarity != "affirmed" else []
        extra += [claim.reality.value] if claim.reality not in ("happened", "holds") else []
        words.add(" ".join([claim.actor, claim.type, claim.recipient, *extra]))
    return words
