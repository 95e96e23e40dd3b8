"""Small documents written for these journeys: outlets, days, and what they said of whom."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from amity.core.documents import Document
from amity.read import read_paths

HORN = (
    {
        "date": "1998-06-06",
        "source": "Addis Courier",
        "title": "Bombs on Asmara",
        "text": "Ethiopian jets bombed Eritrea's capital on Friday. Ethiopia and Eritrea are at war over Badme.",
    },
    {
        "date": "1999-02-24",
        "source": "Red Sea Review",
        "text": "Ethiopia attacked Eritrea on three fronts on Tuesday. Ethiopian troops shelled Eritrean positions.",
    },
    {
        "date": "1999-05-20",
        "source": "Horn Daily",
        "text": "Eritrea accused Ethiopia of bombing Massawa. The war between Ethiopia and Eritrea goes on.",
    },
    {
        "date": "2018-07-10",
        "source": "Horn Daily",
        "text": "Ethiopia and Eritrea signed a peace treaty on Monday. Ethiopia restored relations with Eritrea.",
    },
    {
        "date": "2020-12-15",
        "source": "Nile Gazette",
        "text": "Eritrea and Ethiopia are allies. Eritrea sent troops to help Ethiopia in Tigray.",
    },
    {
        "date": "2021-01-11",
        "source": "Red Sea Review",
        "text": "Eritrea is Ethiopia's closest ally, a diplomat said. Ethiopia thanked Eritrea for its support.",
    },
)
HEAP = (
    "Are Ecuador and Peru enemies? Chile was Ecuador's closest ally in those years. Accept all cookies "
    "Ecuador and Peru were at war in the Cenepa valley in January 1995. Chile was Ecuador's closest ally in those "
    "years. Subscribe to our newsletter Ecuador and Peru signed a peace treaty in October 1998. hopes that the two"
)
PAGE = """\
<!doctype html><html lang="en"><head><title>Two capitals | The Delta Observer</title>
<meta property="og:site_name" content="The Delta Observer">
<meta property="article:published_time" content="2009-03-02T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Two capitals</h1>
<p>Vietnam and Laos are close allies, the two prime ministers said in Hanoi on Sunday, and will remain so.</p>
<p>Vietnam gave Laos weapons and sent it advisers. “Laos stands by Vietnam,” the host added after dinner.</p>
</article><footer>All rights reserved.</footer></body></html>
"""


def write_news(path: Path, stories: Iterable[Mapping[str, str]]) -> str:
    """Stories as JSON Lines; the path as a command is given it."""
    path.write_text("".join(json.dumps(story) + "\n" for story in stories), encoding="utf-8")
    return str(path)


def texts_of(*paths: str) -> dict[str, str]:
    """The stored text of each document in these files, by its id."""
    return {item.id: item.text for item in read_paths(paths, stdin=None) if isinstance(item, Document)}


def misquotes(answer: Mapping[str, Any], texts: Mapping[str, str]) -> list[str]:
    """The quotations of an answer that do not stand where they are said to stand; built-in facts have no text."""
    listed = [item for line in answer["listed"] for item in line["evidence"]]
    cited = [item for item in [*answer["evidence"], *listed] if not item["document"].startswith("facts:")]
    return [item["quote"] for item in cited if texts[item["document"]][item["start"] : item["end"]] != item["quote"]]
