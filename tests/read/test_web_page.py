"""From a web page come its article and what it says of itself."""

from __future__ import annotations

import time
from datetime import date

import pytest

from amity.core.documents import document_id
from amity.core.dropped import DropReason
from tests.read.building import published_of_page, the_document, the_drop

ARTICLE = (
    "Russia is one of Syria's staunchest allies, the foreign minister said in Damascus on Thursday after a day of "
    "talks. The two governments signed an agreement on the naval base at Tartus, which both called a success."
)
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Ministers meet in Damascus | The Example Herald</title>
<meta property="og:title" content="Ministers meet &amp; sign in Damascus">
<meta property="og:site_name" content="The Example Herald">
<link rel="canonical" href="https://example.org/2019/11/19/ministers">
<script type="application/ld+json">
{{"@graph": [{{"@type": "NewsArticle", "headline": "Other", "datePublished": "2019-11-18T23:30:00-05:00"}}]}}
</script></head>
<body><nav><a href="/">Home</a><a href="/w">World</a></nav>
<article><h1>Ministers meet</h1><p>{ARTICLE}</p><ul><li>A point was made about the base.</li></ul></article>
<section id="comments" class="comments"><p>First! What a shame, says a reader.</p></section>
<footer>Copyright 2024 Example</footer></body></html>"""


def test_a_page_gives_its_article_without_its_furniture() -> None:
    document = the_document(PAGE, "page.html")
    assert ARTICLE in " ".join(document.text.split())
    for furniture in ("World", "First!", "Copyright", "•"):
        assert furniture not in document.text


def test_a_page_gives_what_it_says_of_itself() -> None:
    document = the_document(PAGE, "page.html")
    assert document.title == "Ministers meet & sign in Damascus"
    assert document.publisher == "The Example Herald"
    assert document.url == "https://example.org/2019/11/19/ministers"
    assert document.language == "en"
    assert document.published == date(2019, 11, 18)
    assert document.id == document_id(
        document.text,
        title=document.title,
        url=document.url,
        publisher=document.publisher,
        published=document.published,
    )


def test_a_page_of_few_words_is_read_whole() -> None:
    page = "<html><body><div class='sidebar'><p>Moscow and Damascus are allies.</p></div></body></html>"
    assert "Moscow and Damascus are allies." in the_document(page, "note.htm").text


def test_a_fragment_without_head_or_body_is_read() -> None:
    document = the_document("<p>They <b>met</b>.</p>", "bit.html")
    assert (document.text.strip(), document.title, document.published) == ("They met.", None, None)


@pytest.mark.parametrize("page", ["", "<html></html>", "<script>var a = 1</script>", "<p>\u200b</p>"])
def test_a_page_without_text_is_dropped_as_empty(page: str) -> None:
    assert the_drop(page, "void.html").reason is DropReason.EMPTY


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("windows-1251", "windows-1251", "Россия и Сирия"),
        ("shift_jis", "cp932", "日本とロシア①"),
        ("gb2312", "gb18030", "中国和俄罗斯"),
        ("iso-8859-1", "windows-1252", "“Genève”"),
        ("windows-1251", "utf-8", "Россия"),
        ("utf-16", "utf-8", "Россия"),
        ("no-such-thing", "utf-8", "Россия"),
    ],
)
def test_a_page_is_read_in_its_declared_encoding_unless_it_is_utf8(declared: str, encoding: str, text: str) -> None:
    page = f'<html><head><meta charset="{declared}"><title>{text}</title></head><body><p>{text}</p></body></html>'
    document = the_document(page.encode(encoding), "page.html")
    assert (document.text.strip(), document.title) == (text, text)


def test_a_relative_canonical_address_is_no_address() -> None:
    assert the_document('<link rel="canonical" href="/a"><p>They met.</p>', "page.html").url is None


def test_a_page_nested_beyond_reason_is_read_all_the_same() -> None:
    started = time.perf_counter()
    assert "allies" in the_document("<div>" * 50_000 + "allies", "deep.html").text
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2019-11-18T10:00:00Z">', date(2019, 11, 18)),
        (
            '<meta name="date" content="2019-11-19"><meta itemprop="datePublished" content="2019-11-18">',
            date(2019, 11, 18),
        ),
        ('<meta name="pubdate" content="Mon, 18 Nov 2019 10:00:00 GMT">', date(2019, 11, 18)),
        (
            '<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2019-11-18"}]</script>',
            date(2019, 11, 18),
        ),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<link rel="canonical" href="https://example.org/2019/11/18/story.html">', date(2019, 11, 18)),
    ],
)
def test_a_page_is_dated_by_its_metadata_or_its_address(head: str, day: date | None) -> None:
    assert published_of_page(head) == day


def test_a_page_is_dated_by_its_time_element() -> None:
    marked = '<p><time itemprop="datePublished" datetime="2019-11-18T09:00">18 Nov</time> They met.</p>'
    assert published_of_page("", marked) == date(2019, 11, 18)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="date" content="2019">', "<p>They met.</p>"),
        ('<meta property="article:published_time" content="2019-11">', "<p>They met.</p>"),
        ("", "<p>They met two hours ago.</p>"),
        ("", "<p>On 7 October 2023 Hamas attacked Israel.</p>"),
        ("", "<p>They met.</p><footer>© 2019 The Example Herald</footer>"),
        ('<link rel="canonical" href="https://example.org/2019/story.html">', "<p>They met.</p>"),
    ],
)
def test_no_day_is_made_up_from_a_year_a_month_today_or_an_event(head: str, body: str) -> None:
    assert published_of_page(head, body) is None
