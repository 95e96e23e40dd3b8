"""What a web page says of itself: in meta elements, in linked data, in its markup."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from amity.read.fields import language_code, one_line

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree
    from resiliparse.parse.html.node import ElementNode

Nodes = Sequence[Mapping[str, object]]

# Best first. The name is the meta element's `property`, `name` or `itemprop`, in small letters.
TITLE_METAS = ("og:title", "twitter:title", "dc.title", "citation_title")
PUBLISHER_METAS = ("og:site_name", "dc.publisher", "citation_publisher", "publisher", "application-name")
LANGUAGE_METAS = ("og:locale", "content-language", "dc.language", "language", "inlanguage")
DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "article.published",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "date",
)
ARTICLE_TYPES = re.compile(r"Article|Posting|NewsItem|Report|WebPage|Review", re.IGNORECASE)
MOST_NODES = 2000  # of linked data: far more than any article's page has


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """Title, address, publisher, language, and the words in which the page dates itself, best first."""

    title: str | None
    url: str | None
    publisher: str | None
    language: str | None
    dates: tuple[str, ...]


def page_facts(tree: HTMLTree) -> PageFacts:
    metas = _metas(tree)
    articles = [node for node in _linked_data(tree) if _is_article(node)]
    return PageFacts(
        title=_first(_named(metas, TITLE_METAS), _values(articles, "headline"), [tree.title], _texts(tree, "h1")),
        url=_first(
            _addresses(_attributes(tree, "link[rel=canonical]", "href")),
            _addresses(_named(metas, ("og:url",))),
            _addresses(_values(articles, "url")),
        ),
        publisher=_first(_named(metas, PUBLISHER_METAS), _values(articles, "publisher")),
        language=_language(tree, metas, articles),
        dates=_dates(tree, metas, articles),
    )


def _first(*offers: Iterable[object]) -> str | None:
    """The first that says anything, in the order given."""
    lines = (one_line(value) for offer in offers for value in offer)
    return next((line for line in lines if line), None)


def _metas(tree: HTMLTree) -> Mapping[str, list[str]]:
    metas: dict[str, list[str]] = defaultdict(list)
    for element in _select(tree, "meta"):
        content = element.getattr("content")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = element.getattr(key)
            if name and content:
                metas[name.strip().lower()].append(content)
    return metas


def _named(metas: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    return [content for name in names for content in metas.get(name, ())]


def _select(tree: HTMLTree, selector: str) -> Iterable[ElementNode]:
    document = tree.document
    return document.query_selector_all(selector) if document is not None else ()


def _attributes(tree: HTMLTree, selector: str, attribute: str) -> Iterator[str | None]:
    return (element.getattr(attribute) for element in _select(tree, selector))


def _texts(tree: HTMLTree, selector: str) -> Iterator[str | None]:
    return (element.text for element in _select(tree, selector))


def _addresses(values: Iterable[object]) -> Iterator[str]:
    """Only whole addresses: a relative one names nothing outside of its own site."""
    return (value for value in values if isinstance(value, str) and re.match(r"\s*https?://\w", value, re.IGNORECASE))


def _language(tree: HTMLTree, metas: Mapping[str, list[str]], articles: Nodes) -> str | None:
    offers = (*_attributes(tree, "html", "lang"), *_attributes(tree, "html", "xml:lang"))
    offers += (*_named(metas, LANGUAGE_METAS), *map(one_line, _values(articles, "inLanguage")))
    codes = (language_code((offer or "").strip()) for offer in offers)
    return next((code for code in codes if code), None)


def _dates(tree: HTMLTree, metas: Mapping[str, list[str]], articles: Nodes) -> tuple[str, ...]:
    marked = _attributes(tree, "time[itemprop~=datePublished], time[pubdate]", "datetime")
    offers = (*_named(metas, DATE_METAS), *_values(articles, "datePublished"), *marked)
    return tuple(line for line in map(one_line, offers) if line)


def _linked_data(tree: HTMLTree) -> Iterator[Mapping[str, object]]:
    """All nodes of the page's JSON-LD, outer ones first; what is broken says nothing."""
    for script in _select(tree, "script[type='application/ld+json']"):
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(MOST_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, dict):
                yield node
                waiting.extend(value for value in node.values() if isinstance(value, (dict, list)))
            elif isinstance(node, list):
                waiting.extend(node)


def _is_article(node: Mapping[str, object]) -> bool:
    types = node.get("@type")
    return any(isinstance(name, str) and ARTICLE_TYPES.search(name) for name in _as_list(types))


def _values(nodes: Nodes, field: str) -> Iterator[object]:
    return (value for node in nodes for value in _as_list(node.get(field)))


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
