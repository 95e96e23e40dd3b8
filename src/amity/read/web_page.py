"""Reading web pages: the article's text without the page's furniture, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from io import BufferedReader
from typing import TYPE_CHECKING

from amity.core.documents import Document, document_id
from amity.core.dropped import Dropped, DropReason
from amity.read.cleaning import clean, is_blank
from amity.read.encodings import decode
from amity.read.web_dates import publication_day
from amity.read.web_metadata import PageFacts, page_facts
from amity.read.whole_texts import whole_bytes

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.ASCII | re.IGNORECASE)
DECLARATION_BYTES = 4096
# Main content of fewer letters is suspect: a caption or a cookie notice has as many. Letters, since not every script
# parts its words by spaces.
FEWEST_LETTERS = 100
# Telling main content apart takes time by the square of the depth; browsers themselves stop at 512.
DEEPEST = 1500
TAG = re.compile(r"<(/?)([a-z][\w-]*)", re.IGNORECASE)
# Elements that need not be closed, so that their number says nothing of depth.
LEFT_OPEN = frozenset(
    {"p", "li", "dt", "dd", "td", "th", "tr", "option", "img", "br", "hr", "input", "meta", "link", "source", "wbr"}
)


def read_web_page(stream: BufferedReader, name: str) -> Iterator[Document | Dropped]:
    """One document: its stored text is the text taken out of the page, and offsets count in that."""
    raw = whole_bytes(stream, name)
    if isinstance(raw, Dropped):
        yield raw
        return
    yield from _read_page(decode(raw, declared=declared_encoding(raw)), name)


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that the page names, as browsers understand that name ("iso-8859-1" is windows-1252)."""
    from resiliparse.parse.encoding import map_encoding_to_html5

    match = DECLARED.search(raw[:DECLARATION_BYTES])
    if match is None:
        return None
    encoding = map_encoding_to_html5(match[1].decode("ascii", "replace"), fallback_utf8=False)
    # A page that can say so in ASCII is not UTF-16.
    return None if encoding is None or encoding.startswith("utf-16") else encoding


def _read_page(html: str, name: str) -> Iterator[Document | Dropped]:
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(html)
    text = clean(article_text(tree, main_content=not is_too_deep(html)))
    if is_blank(text):
        yield Dropped(step="read", where=name, reason=DropReason.EMPTY, detail="there is no text in the page")
        return
    facts = page_facts(tree)
    yield _document(text, facts, name, html)


def _document(text: str, facts: PageFacts, name: str, html: str) -> Document:
    published = publication_day(facts, html)
    identity = document_id(text, title=facts.title, url=facts.url, publisher=facts.publisher, published=published)
    return Document(
        id=identity,
        name=name,
        text=text,
        title=facts.title,
        url=facts.url,
        publisher=facts.publisher,
        published=published,
        language=facts.language,
    )


def article_text(tree: HTMLTree, *, main_content: bool = True) -> str:
    """The page's main content; all of its text where hardly anything is left of that."""
    from resiliparse.extract.html2text import extract_plain_text

    # Without alternative texts of pictures, bylines and readers' comments: others wrote those, or for other eyes.
    # Without list bullets, which would stand in the middle of quotations.
    plain = partial(extract_plain_text, tree, alt_texts=False, list_bullets=False, comments=False)
    main = plain(main_content=True, post_meta=False) if main_content else ""
    if _letters(main) >= FEWEST_LETTERS:
        return main
    whole = plain()
    return whole if _letters(whole) >= 2 * _letters(main) else main


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


def is_too_deep(html: str) -> bool:
    """Whether elements stand in one another deeper than any page made for people has them."""
    if html.count("<") <= DEEPEST:
        return False
    depth = 0
    for tag in TAG.finditer(html):
        if tag[2].lower() not in LEFT_OPEN:
            depth += -1 if tag[1] else 1
            if depth > DEEPEST:
                return True
    return False
