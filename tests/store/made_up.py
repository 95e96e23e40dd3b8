"""Documents, claims and digests made up for the store's tests: single ones by hand, arbitrary ones for properties."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from amity.core.actors import ActorId
from amity.core.claims import Citation, Claim, ClaimId, Layer, Polarity, Reality, RelationType
from amity.core.dates import Period
from amity.core.digests import Digest
from amity.core.documents import Document, DocumentId, Statement, StatementId, StatementKind, document_id
from amity.core.dropped import Dropped, DropReason

RUSSIA, SYRIA, TURKEY = ActorId("RUS"), ActorId("SYR"), ActorId("TUR")


def a_document(text: str = "Russia and Syria are allies.", *, published: date | None = None) -> Document:
    return Document(id=document_id(text, published=published), name="page.txt", text=text, published=published)


def a_statement(document: Document, *, copy_of: Statement | None = None) -> Statement:
    end = len(document.text)
    copied = None if copy_of is None else copy_of.id
    return Statement(document=document.id, start=0, end=end, text=document.text, copy_of=copied)


def a_claim(
    statement: Statement,
    *,
    actor: ActorId = RUSSIA,
    recipient: ActorId = SYRIA,
    id_: str | None = None,
    holds: Period | None = None,
    published: date | None = None,
) -> Claim:
    return Claim(
        id=ClaimId(id_ or f"{statement.id}:{actor}:{recipient}"),
        actor=actor,
        recipient=recipient,
        type=RelationType("ALLIED"),
        layer=Layer.WORDS,
        polarity=Polarity.AFFIRMED,
        reality=Reality.HOLDS,
        attributed_to=None,
        holds=holds or Period(),
        dated=holds is not None,
        written=Period(),
        published=published,
        citation=Citation(
            document=statement.document,
            start=statement.start,
            end=statement.end,
            quote=statement.text,
            statement=statement.id,
        ),
        actor_mention=(0, 6),
        recipient_mention=(11, 16),
        reading_confidence=0.75,
        extractor="by hand",
    )


def a_digest(*texts: str, dropped: tuple[Dropped, ...] = ()) -> Digest:
    """A document for each text, each of one statement that makes one claim."""
    documents = tuple(a_document(text) for text in texts)
    statements = tuple(a_statement(document) for document in documents)
    claims = tuple(a_claim(statement) for statement in statements)
    return Digest(documents=documents, statements=statements, claims=claims, dropped=dropped)


def a_drop(where: str = "picture.png", reason: DropReason = DropReason.BINARY) -> Dropped:
    return Dropped(step="read", where=where, reason=reason, detail="not text")


texts = st.text(st.characters(exclude_categories=()), max_size=12)  # with lone surrogates, as cut emoji give
offsets = st.integers(0, 2**40)
spans = st.tuples(offsets, offsets)
days = st.dates()
perhaps_texts = st.none() | texts
perhaps_days = st.none() | days
periods = (
    st.builds(Period, perhaps_days)
    | st.builds(Period, st.none(), perhaps_days)
    | st.builds(
        lambda start, length: Period(start, start + timedelta(days=length)),
        st.dates(max_value=date(9000, 1, 1)),
        st.integers(1, 300_000),
    )
)
documents = st.builds(
    Document,
    id=texts,
    name=texts,
    text=texts,
    title=perhaps_texts,
    url=perhaps_texts,
    publisher=perhaps_texts,
    published=perhaps_days,
    language=perhaps_texts,
    given_id=perhaps_texts,
)
dropped_things = st.builds(Dropped, step=texts, where=texts, reason=st.sampled_from(DropReason), detail=texts)


def statements_of(ids: st.SearchStrategy[DocumentId]) -> st.SearchStrategy[Statement]:
    return st.builds(
        Statement,
        document=ids,
        start=offsets,
        end=offsets,
        text=texts,
        kind=st.sampled_from(StatementKind),
        copy_of=st.none() | texts.map(StatementId),
    )


def citations_of(ids: st.SearchStrategy[DocumentId]) -> st.SearchStrategy[Citation]:
    return st.builds(
        Citation,
        document=ids,
        start=offsets,
        end=offsets,
        quote=texts,
        statement=texts,
        statement_kind=st.sampled_from(StatementKind),
        publisher=perhaps_texts,
        copy_of=perhaps_texts,
    )


def claims_of(ids: st.SearchStrategy[DocumentId]) -> st.SearchStrategy[Claim]:
    return st.builds(
        Claim,
        id=texts,
        actor=texts,
        recipient=texts,
        type=texts,
        layer=st.sampled_from(Layer),
        polarity=st.sampled_from(Polarity),
        reality=st.sampled_from(Reality),
        attributed_to=perhaps_texts,
        holds=periods,
        dated=st.booleans(),
        written=periods,
        published=perhaps_days,
        citation=citations_of(ids),
        actor_mention=spans,
        recipient_mention=spans,
        reading_confidence=st.floats(0, 1),
        extractor=texts,
        actor_person=perhaps_texts,
        recipient_person=perhaps_texts,
    )


@st.composite
def digests(draw: st.DrawFn) -> Digest:
    """Any digest that speaks only of its own documents, and gives each thing its own id."""
    some = draw(st.lists(documents, min_size=1, max_size=3, unique_by=lambda item: item.id))
    ids = st.sampled_from([document.id for document in some])
    return Digest(
        documents=tuple(some),
        statements=tuple(draw(st.lists(statements_of(ids), max_size=3, unique_by=lambda item: item.id))),
        claims=tuple(draw(st.lists(claims_of(ids), max_size=3, unique_by=lambda item: item.id))),
        dropped=tuple(draw(st.lists(dropped_things, max_size=2))),
    )
