"""From documents to claims: the order of the steps, written once, top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from amity.core.actors import Mention
from amity.core.claims import Claim, DraftClaim
from amity.core.dates import ALWAYS, Period, on_day
from amity.core.digests import Digest
from amity.core.documents import Document, Statement, StatementKind
from amity.core.dropped import Dropped
from amity.core.readings import ResolvedStatement
from amity.flow.naming import named_in
from amity.flow.tools import Tools
from amity.ground.find import find_times
from amity.ground.grounding import ground
from amity.ground.times import TimeExpression
from amity.ground.writing import infer_writing
from amity.split import fold_copies, split

SAID_BEFORE = 300  # characters in which somebody was named whom a common noun may mean
MOST_CUT = 0.1  # of the statements of a running text that may be cut off
LONGEST_ERA_YEARS = 15
BATCH_DOCUMENTS, BATCH_CHARACTERS = 64, 1_000_000


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document whose statements are split and resolved, with when each was written.

    `times` are those that the statements name, where they were needed to tell when
    the document was written; else None, and found for the statements that claim
    something.
    """

    document: Document
    statements: tuple[Statement, ...]
    resolved: list[ResolvedStatement]
    written: list[Period]
    times: list[tuple[TimeExpression, ...]] | None


def understand(documents: Sequence[Document], tools: Tools) -> Digest:
    """The statements and claims of some documents; pure, so it may run anywhere, twice, in any order.

    The reader of claims sees the statements of all documents together: what
    stands in several of them is read once.
    """
    prepared = [_prepare(document, tools) for document in documents]
    drafts = iter(tools.extractor.extract([item for one in prepared for item in one.resolved]))
    digests = [_ground_all(one, [next(drafts) for _ in one.statements], tools) for one in prepared]
    return Digest(
        documents=tuple(documents),
        statements=tuple(statement for digest in digests for statement in digest.statements),
        claims=tuple(claim for digest in digests for claim in digest.claims),
        dropped=tuple(dropped for digest in digests for dropped in digest.dropped),
    )


def understand_document(document: Document, tools: Tools) -> Digest:
    """Split, resolve, extract and ground one document."""
    return understand([document], tools)


def _prepare(document: Document, tools: Tools) -> Prepared:
    statements = fold_copies(split(document, rules=tools.knowledge.split_rules))
    resolved = _resolve(statements, document, tools)
    if document.published is not None:
        return Prepared(document, statements, resolved, [on_day(document.published)] * len(statements), None)
    times = [_times(statement, document, tools) for statement in statements]
    return Prepared(document, statements, resolved, _writings(statements, times, resolved, tools), times)


def _ground_all(one: Prepared, drafts: Sequence[Sequence[DraftClaim]], tools: Tools) -> Digest:
    claims: dict[str, Claim] = {}
    dropped: list[Dropped] = []
    for at, (statement, when, said) in enumerate(zip(one.statements, one.written, drafts, strict=True)):
        if not said:
            continue
        found = one.times[at] if one.times is not None else _times(statement, one.document, tools)
        for draft in said:
            grounded = _ground(draft, statement, one.document, found, when, tools)
            if isinstance(grounded, Dropped):
                dropped.append(grounded)
            else:
                claims[grounded.id] = grounded
    return Digest(
        documents=(one.document,), statements=one.statements, claims=tuple(claims.values()), dropped=tuple(dropped)
    )


def in_batches(
    documents: Iterable[Document], most: int = BATCH_DOCUMENTS, most_characters: int = BATCH_CHARACTERS
) -> Iterator[tuple[Document, ...]]:
    """Documents by the batch: as many as are worth one version of the store, or fewer where that is asked for."""
    batch: list[Document] = []
    characters = 0
    for document in documents:
        batch.append(document)
        characters += len(document.text)
        if len(batch) >= most or characters >= most_characters:
            yield tuple(batch)
            batch, characters = [], 0
    if batch:
        yield tuple(batch)


def _times(statement: Statement, document: Document, tools: Tools) -> tuple[TimeExpression, ...]:
    knowledge = tools.knowledge
    return find_times(
        statement.text, published=document.published, periods=knowledge.periods, words=knowledge.date_words
    )


def _resolve(statements: Sequence[Statement], document: Document, tools: Tools) -> list[ResolvedStatement]:
    """The actors of each statement, as of the day of publication, in the light of what the document says before."""
    on = on_day(document.published) if document.published else ALWAYS
    worded = [statement.text for statement in statements if statement.kind is not StatementKind.BOILERPLATE]
    about = tools.resolver.main_state(worded, on=on, language=document.language)
    flows = _is_of_one_author(statements)
    resolved: list[ResolvedStatement] = []
    before = ""
    for statement in statements:
        mentions: tuple[Mention, ...] = ()
        if statement.kind is not StatementKind.BOILERPLATE:
            found = named_in(statement.text, tools, before=before, on=on, about=about, language=document.language)
            mentions = found.mentions
            before = f"{before} {statement.text}"[-SAID_BEFORE:].partition(" ")[2] if flows else ""
        resolved.append(ResolvedStatement(statement=statement, mentions=mentions))
    return resolved


def _is_of_one_author(statements: Sequence[Statement]) -> bool:
    """Whether a document is one running text: in a heap, what stands before is somebody else's."""
    cut = sum(statement.kind is StatementKind.CUT_OFF for statement in statements)
    return cut <= MOST_CUT * len(statements)


def _writings(
    statements: Sequence[Statement],
    times: Sequence[tuple[TimeExpression, ...]],
    resolved: Sequence[ResolvedStatement],
    tools: Tools,
) -> list[Period]:
    """When each statement of a document without a date was written: by its own words, within the era of the others."""
    own = [
        infer_writing(
            statement.text,
            found,
            published=None,
            periods=tools.knowledge.periods,
            words=tools.knowledge.date_words,
            mentions=item.mentions,
        )
        for statement, found, item in zip(statements, times, resolved, strict=True)
    ]
    era = era_of(own)
    return own if era is None else [_within(period, era) for period in own]


def era_of(writings: Sequence[Period]) -> Period | None:
    """When the statements of one document were written, from what bounds of each are known; None without any end.

    It ends with the last that is known to have been written. It begins with the
    earliest day after which any of them was written, not too long before: a
    statement that tells of 2015 as past may be as old as that.
    """
    ends = [period.end for period in writings if period.bounded and period.end is not None]
    if not ends:
        return None
    end = max(ends)
    oldest = date(max(end.year - LONGEST_ERA_YEARS, 1), 1, 1)
    starts = [period.start for period in writings if period.start is not None and oldest <= period.start < end]
    return Period(min(starts, default=oldest), end)


def _within(period: Period, era: Period) -> Period:
    """What is open of a time of writing is closed by the era; what contradicts it stays."""
    return period if period.bounded else (period.meet(era) or period)


def _ground(
    draft: DraftClaim,
    statement: Statement,
    document: Document,
    times: Sequence[TimeExpression],
    written: Period,
    tools: Tools,
) -> Claim | Dropped:
    layer = tools.knowledge.kinds[draft.type].layer
    return ground(draft, statement=statement, document=document, times=times, written=written, layer=layer)
