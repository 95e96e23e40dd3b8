"""What files call the parts of a document, and making a document of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from amity.core.documents import Document, document_id
from amity.core.dropped import Dropped, DropReason
from amity.read.cleaning import clean, clean_line, is_blank
from amity.read.days import EXPECTED, day_of

# Part of a document -> the names it goes by in files, the first that is there counts.
# Capitals, hyphens and underscores make no difference: "Publication-Date" is publicationdate.
FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "articlebody", "maintext", "fulltext"),
    "title": ("title", "headline"),
    "url": ("url", "link", "uri", "canonicalurl"),
    "date": (
        "date",
        "published",
        "publicationdate",
        "publishedat",
        "publisheddate",
        "datepublished",
        "datepublish",
        "pubdate",
        "publishdate",
    ),
    "source": ("source", "publisher", "outlet", "sourcename", "sitename", "newspaper", "sourcedomain"),
    "language": ("language", "lang"),
    "id": ("id", "docid", "documentid", "uuid", "guid"),
}
NO_LANGUAGE = frozenset({"mul", "und", "zxx", "mis", "xx"})


def known_fields(given: Mapping[str, object]) -> dict[str, object]:
    """The fields of a file under our names for them; empty ones are left out."""
    squashed: dict[str, object] = {}
    for name, value in given.items():
        squashed.setdefault(re.sub(r"[^a-z0-9]", "", name.lower()), value)
    found: dict[str, object] = {}
    for field, names in FIELD_NAMES.items():
        values = [squashed[name] for name in names if squashed.get(name) not in (None, "", [], {})]
        if values:
            found[field] = values[0]
    return found


def make_document(text: str, fields: Mapping[str, object], *, name: str, where: str) -> Iterator[Document | Dropped]:
    """The document that `fields` describe, and what of them could not be used.

    A document is kept without a date that cannot be read, and the date is
    reported: guessing it would let the document speak too early or too late.
    """
    text = clean(text)
    if is_blank(text):
        yield Dropped(step="read", where=where, reason=DropReason.EMPTY, detail="there is no text in it")
        return
    title, url, publisher = (one_line(fields.get(field)) for field in ("title", "url", "source"))
    written = one_line(fields.get("date"))
    published = day_of(written) if written else None
    if written and published is None:
        yield unusable_date(written, where)
    yield Document(
        id=document_id(text, title=title, url=url, publisher=publisher, published=published),
        name=name,
        text=text,
        title=title,
        url=url,
        publisher=publisher,
        published=published,
        language=language_code(one_line(fields.get("language"))),
        given_id=one_line(fields.get("id")),
    )


def unusable_date(written: str, where: str) -> Dropped:
    shown = written if len(written) <= 40 else written[:37] + "..."
    detail = f"the date '{shown}' names no day: {EXPECTED}; the document is kept without a date"
    return Dropped(step="read", where=where, reason=DropReason.BROKEN, detail=detail)


def one_line(value: object) -> str | None:
    """A field's value as one line of text; None where it says nothing.

    A source may be an object with a name of its own, as news services write it.
    """
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return clean_line(str(value)) or None


def language_code(written: str | None) -> str | None:
    """The language alone, "pt" of "pt-BR"; None for what is no language code."""
    match = re.match(r"([A-Za-z]{2,3})(?:[-_]|$)", written or "")
    if match is None or match[1].lower() in NO_LANGUAGE:
        return None
    return match[1].lower()
