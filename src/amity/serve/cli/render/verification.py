"""Whether an answer given again is the same."""

from __future__ import annotations

from rich.text import Text

from amity.core.answers import Answer
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.layout import Lines, paragraph
from amity.serve.cli.render.verdict import as_of


def verification_lines(same: bool, detail: str, answer: Answer, *, width: int) -> Lines:
    verdict = Text("The same answer. ", style="bold green") if same else Text("Not the same answer. ", style="bold red")
    return [
        *paragraph(verdict + Text(on_one_line(detail)), width),
        *paragraph(f"Question: {on_one_line(answer.question.text)}", width),
        *paragraph(f"Answer: {on_one_line(answer.sentence)}", width),
        *paragraph(as_of(answer), width),
    ]
