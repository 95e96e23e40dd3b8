"""When a web page was published."""

from __future__ import annotations

import re
from datetime import date

from amity.read.cleaning import without_controls
from amity.read.days import FIRST_YEAR, LAST_YEAR, day_of
from amity.read.web_metadata import PageFacts


def publication_day(facts: PageFacts, html: str) -> date | None:
    """The day that the page's metadata give, else one that its address or its marks write out, else None.

    None is better than a guess: a page dated by an event that it reports, or by
    today, would bear witness at the wrong time.
    """
    for words in facts.dates:
        if day := day_of(words):
            return day
    found = _day_searched_for(html, facts.url)
    return found if found and is_written(found, f"{facts.url}\n{html}") else None


def _day_searched_for(html: str, url: str | None) -> date | None:
    from htmldate import find_date

    # Without the extensive search: on news pages whose metadata were taken away, what that adds is wrong in a third of
    # the cases (it takes days out of the prose and the page's foot), what is found without it in a tenth.
    # Bytes, because a string that looks like an address would be fetched; a fixed last day, because the default is
    # today's, and the same page must read the same tomorrow.
    try:
        found = find_date(
            without_controls(html).encode(),
            extensive_search=False,
            original_date=True,
            url=url,
            min_date=f"{FIRST_YEAR}-01-01",
            max_date=f"{LAST_YEAR}-12-31",
        )
    except ValueError:  # characters that the XML library behind it refuses, written as "&#1;"
        return None
    return day_of(found) if found else None


def is_written(day: date, page: str) -> bool:
    """Whether the page shows this day, month and year together, in whatever language.

    Where a page gives only a year or a month, or "two hours ago", the search
    fills in the first of January, or today.
    """
    y, m, d = str(day.year), f"0?{day.month}", f"0?{day.day}"
    word = r"[^\W\d]+"
    gap = r"[^\w<>]{0,3}"
    forms = (
        rf"{y}{day.month:02}{day.day:02}",
        rf"{y}\D{{1,3}}{m}\D{{1,3}}{d}(?!\d)",
        rf"(?<!\d)(?:{d}\D{{1,2}}{m}|{m}\D{{1,2}}{d})\D{{1,2}}{y}",
        rf"(?<!\d){d}[a-zº]{{0,2}}{gap}(?:{word}{gap}){{1,3}}{y}",  # 19 November 2019, 19 de noviembre de 2019
        rf"{word}{gap}{d}(?!\d)[a-z]{{0,2}}{gap}{y}",  # November 19, 2019
    )
    return any(re.search(form, page) for form in forms)
