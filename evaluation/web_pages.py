"""How well the text of articles is taken out of web pages.

    python evaluation/web_pages.py PAGES_FOLDER GOLD.json

PAGES_FOLDER holds `<key>.html` or `<key>.html.gz`, GOLD.json maps each key to
`{"articleBody": "..."}`. Prints the mean over pages of precision, recall and F1
of the words (as a bag: order does not count), how often title, publisher and
date were found, and the pages that came out worst.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from amity.core.documents import Document
from amity.read import read_bytes

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One page: how much of what was taken is the article's, and how much of the article was taken."""

    key: str
    precision: float
    recall: float
    document: Document | None

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def measure(key: str, page: Path, gold: str) -> Measured:
    items = list(read_bytes(page.read_bytes(), page.name))
    document = next((item for item in items if isinstance(item, Document)), None)
    taken = Counter(WORD.findall(document.text if document else ""))
    wanted = Counter(WORD.findall(gold))
    shared = (taken & wanted).total()
    return Measured(
        key=key,
        precision=shared / taken.total() if taken else 0.0,
        recall=shared / wanted.total() if wanted else 1.0,
        document=document,
    )


def show(measured: Sequence[Measured], seconds: float, worst: int) -> None:
    f1, precision, recall = (mean(getattr(page, name) for page in measured) for name in ("f1", "precision", "recall"))
    print(f"pages      {len(measured)}, {1000 * seconds / len(measured):.0f} ms each")
    print(f"words      F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}")
    documents = [page.document for page in measured if page.document]
    for field in ("title", "url", "publisher", "published", "language"):
        found = sum(getattr(document, field) is not None for document in documents)
        print(f"{field:10} found in {found} of {len(measured)}")
    for page in sorted(measured, key=lambda page: page.f1)[:worst]:
        print(f"worst      {page.key[:12]}  F1 {page.f1:.2f}  precision {page.precision:.2f}  recall {page.recall:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description="How well the text of articles is taken out of web pages.")
    parser.add_argument("pages", type=Path, help="folder of <key>.html or <key>.html.gz")
    parser.add_argument("gold", type=Path, help='JSON: {key: {"articleBody": text}}')
    parser.add_argument("--worst", type=int, default=5, help="how many of the worst pages to name")
    given = parser.parse_args()
    gold = json.loads(given.gold.read_text(encoding="utf-8"))
    pages = {path.name.removesuffix(".gz").removesuffix(".html"): path for path in sorted(given.pages.iterdir())}
    started = time.perf_counter()
    measured = [measure(key, pages[key], gold[key]["articleBody"]) for key in gold if key in pages]
    show(measured, time.perf_counter() - started, given.worst)


if __name__ == "__main__":
    main()
