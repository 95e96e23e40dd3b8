"""Runs every console block of the documentation again and writes what it prints today in its place.

python -m docs.refresh [--check]

An output that still fits stays as it is. One that was cut short with a line
`...` is cut again where it was: as many lines before and behind it. What has
`...` within a line and does not fit any more is named, and left to its author.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from docs.console import ANYTHING, PROMPT, Session, Step, a_desk, fits, steps
from docs.pages import ROOT, Block, blocks, pages


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument(
        "--check", action="store_true", help="change nothing; exit with 1 where something would change"
    )
    check = options.parse_args().check
    stale = [page for page in pages() if refresh(page, write=not check)]
    for page in stale:
        sys.stdout.write(f"{'stale' if check else 'refreshed'}: {page.relative_to(ROOT)}\n")
    return 1 if check and stale else 0


def refresh(page: Path, *, write: bool = True) -> bool:
    """Write the outputs of today into a page; whether anything in it changed."""
    before = page.read_text(encoding="utf-8")
    lines = before.splitlines(keepends=True)
    with a_desk():
        session = Session()
        rerun = [(block, _rerun(block, session)) for block in blocks(page, "console")]
    for block, text in reversed(rerun):  # from the end, so that the line numbers of the others hold
        first = block.line - 1
        lines[first : first + len(block.text.splitlines())] = [text]
    after = "".join(lines)
    if write and after != before:
        page.write_text(after, encoding="utf-8")
    return after != before


def _rerun(block: Block, session: Session) -> str:
    return "".join(f"{PROMPT}{step.command}\n{_today(block, step, session.run(step))}" for step in steps(block.text))


def _today(block: Block, step: Step, printed: str) -> str:
    if step.output and fits(step.output, printed):
        return step.output
    shown = step.output.splitlines(keepends=True)
    cut = next((place for place, line in enumerate(shown) if line.strip() == ANYTHING), None)
    if cut is None and any(ANYTHING in line and line not in printed for line in shown):
        sys.stderr.write(f"{block}: '{step.command}' prints something else now; its output has '...' in a line.\n")
        return step.output
    if cut is None:
        return printed
    lines, behind = printed.splitlines(keepends=True), len(shown) - cut - 1
    return "".join([*lines[:cut], shown[cut], *lines[len(lines) - behind :]])


if __name__ == "__main__":
    raise SystemExit(main())
