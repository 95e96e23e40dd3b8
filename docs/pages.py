"""The pages of the documentation, and what can be checked in them: fenced blocks, links, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^[ ]*(?P<marks>`{3,})(?P<language>\w*)[ \t]*$")
LINK = re.compile(r"\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>.+?)[ \t]*#*$", re.MULTILINE)
FENCED = re.compile(r"^[ ]*(`{3,}).*?^[ ]*\1[ \t]*$", re.MULTILINE | re.DOTALL)
IN_CODE = re.compile(r"`[^`\n]*`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block without the indent of its list; `line` is that of its first line in the page, counted from 1."""

    page: Path
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def pages() -> list[Path]:
    """Every page that users read: those at the top, and all of `docs/`."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(page: Path, language: str) -> Iterator[Block]:
    """The fenced blocks of a page that are marked with a language."""
    opened: tuple[str, str, int] | None = None
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    for number, line in enumerate(lines, start=1):
        fence = FENCE.match(line.rstrip("\n"))
        if opened is None and fence:
            opened = (fence["marks"], fence["language"], number + 1)
        elif opened and fence and fence["marks"] == opened[0] and not fence["language"]:
            if opened[1] == language:
                text = dedent("".join(lines[opened[2] - 1 : number - 1]))
                yield Block(page=page, line=opened[2], language=language, text=text)
            opened = None


def links(page: Path) -> Iterator[str]:
    """The targets of a page's links, without those that stand in code."""
    for found in LINK.finditer(IN_CODE.sub("", prose(page))):
        yield found["target"]


def anchors(page: Path) -> set[str]:
    """What a link may name behind `#`: the headings, in the form that they get on the web."""
    return {_anchor(found["title"]) for found in HEADING.finditer(prose(page))}


def prose(page: Path) -> str:
    """A page's text without its fenced blocks."""
    return FENCED.sub("", page.read_text(encoding="utf-8"))


def _anchor(title: str) -> str:
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
