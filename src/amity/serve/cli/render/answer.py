"""An answer as lines for a terminal."""

from __future__ import annotations

from collections.abc import Callable

from amity.core.answers import Answer, QuestionKind
from amity.serve.cli.render.closing import receipt_lines, remark_lines, uncounted_lines
from amity.serve.cli.render.dyad import dyad_sections
from amity.serve.cli.render.layout import Lines, stacked
from amity.serve.cli.render.listing import list_sections
from amity.serve.cli.render.side import side_sections
from amity.serve.cli.render.unknown import unknown_sections
from amity.serve.cli.render.when import when_sections

Sections = Callable[..., list[Lines]]

BY_KIND: dict[QuestionKind, Sections] = {
    QuestionKind.DYAD: dyad_sections,
    QuestionKind.LIST: list_sections,
    QuestionKind.WHEN: when_sections,
    QuestionKind.SIDE: side_sections,
}


def answer_lines(answer: Answer, *, width: int, why: bool = False, again: str | None = None) -> Lines:
    """The whole answer; `again` is the command that gives it once more, where its receipt is kept.

    No line is wider than `width` cells, save for words that cannot be broken.
    """
    sections = unknown_sections if answer.answer == "unknown" else BY_KIND[answer.question.kind]
    closing = [
        *uncounted_lines(answer.not_counted, width=width),
        *receipt_lines(answer, width=width, again=again, why=why),
    ]
    remarks = remark_lines(answer.remarks, width=width)
    return stacked([*sections(answer, width=width, why=why), remarks, closing])
