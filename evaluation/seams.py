"""How well `split` takes heaps of snippets apart, and how well it leaves articles whole.

    python evaluation/seams.py [--heaps N]

The heaps are spliced, with a fixed seed, from prose that the seam model was
neither trained nor tempered on (`training/prose/*13.txt`, `*14.txt`).
"""

from __future__ import annotations

import argparse
import random
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from amity.core.documents import Document, Statement, document_id
from amity.knowledge.split_rules import SplitRules, load_split_rules
from amity.split import fold_copies, split
from splices import Heap, in_other_print, make_heap, on_one_line, read_articles

HELD_BACK = ("13", "14")
SEED = 2024


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares from 0 to 1, and false cuts by 1,000 words of whole articles."""

    seams_found: float
    within_one_snippet: float
    copies_marked: float
    statements_a_snippet: float
    false_cuts: float


def measure_splitting(rules: SplitRules, *, heaps: int) -> Figures:
    """Split that many fresh heaps, and every article whole."""
    articles = read_articles(HELD_BACK, held_out=True)
    dice = random.Random(SEED)
    counts = [0] * 7
    for _ in range(heaps):
        heap = make_heap(articles, dice, snippets=dice.randrange(40, 90))
        statements = fold_copies(split(_document(heap.text), rules=rules))
        counts = [sum(pair) for pair in zip(counts, _count(heap, statements), strict=True)]
    seams, found, inside, pure, repeated, marked, snippets = counts
    return Figures(
        seams_found=found / seams,
        within_one_snippet=pure / inside,
        copies_marked=marked / max(1, repeated),
        statements_a_snippet=inside / snippets,
        false_cuts=_false_cuts(articles, rules),
    )


def _document(text: str) -> Document:
    return Document(id=document_id(text), name="heap", text=text)


def _count(heap: Heap, statements: tuple[Statement, ...]) -> list[int]:
    """Seams, those found, statements, those within one snippet, repeated snippets, those marked, snippets."""
    starts = {statement.start for statement in statements}
    begins = [start for start, _ in heap.snippets[1:]]
    pure = sum(
        sum(start < statement.end and statement.start < end for start, end in heap.snippets) == 1
        for statement in statements
    )
    repeated = marked = 0
    seen = set()
    for start, end in heap.snippets:
        inside = [statement for statement in statements if start <= statement.start and statement.end <= end]
        if inside and heap.text[start:end] in seen:
            repeated += 1
            marked += all(statement.copy_of for statement in inside)
        seen.add(heap.text[start:end])
    found = sum(start in starts for start in begins)
    return [len(begins), found, len(statements), pure, repeated, marked, len(heap.snippets)]


def _false_cuts(articles: list[str], rules: SplitRules) -> float:
    """By 1,000 words: statements that end in the middle of a sentence of an article that was never spliced."""
    dice = random.Random(SEED)
    cuts = words = 0
    for article in articles:
        text = in_other_print(on_one_line(article), dice)
        words += len(text.split())
        for statement in split(_document(text), rules=rules)[:-1]:
            cuts += not statement.text.rstrip("\"'”’)]").endswith((".", "!", "?", "…"))
    return 1000 * cuts / words


def main() -> None:
    ask = argparse.ArgumentParser(description="Measure how documents are split.")
    ask.add_argument("--heaps", type=int, default=40)
    figures = measure_splitting(load_split_rules(), heaps=ask.parse_args().heaps)
    print(f"seams found               {100 * figures.seams_found:.1f} %")
    print(f"within one snippet        {100 * figures.within_one_snippet:.1f} % of statements")
    print(f"repeated snippets marked  {100 * figures.copies_marked:.1f} %")
    print(f"statements a snippet      {figures.statements_a_snippet:.2f}")
    print(f"false cuts in articles    {figures.false_cuts:.2f} by 1,000 words")


if __name__ == "__main__":
    main()
