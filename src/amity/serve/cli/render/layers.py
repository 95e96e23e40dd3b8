"""What they signed, what they did, what was said: one line each."""

from __future__ import annotations

from collections.abc import Mapping

from rich.text import Text

from amity.core.answers import LayerFinding
from amity.core.claims import Layer
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.layout import MARGIN, Lines, paragraph
from amity.serve.cli.render.shortening import shortened
from amity.serve.cli.render.words import long_day, spelled

LABEL = 10
SLACK = 16  # what may be lost where the first line breaks
SILENT = LayerFinding(state="unknown")


def layer_lines(layers: Mapping[Layer, LayerFinding], *, width: int) -> Lines:
    """Notes may be quotations: what is longer than two lines is cut."""
    lines: Lines = []
    room = 2 * (width - len(MARGIN) - LABEL) - SLACK
    for layer in Layer:
        head = Text(MARGIN + layer.value.ljust(LABEL), style="dim")
        lines.extend(paragraph(shortened(_said(layers.get(layer, SILENT)), room), width, head=head))
    return lines


def _said(finding: LayerFinding) -> str:
    note = on_one_line(finding.note)
    if finding.state == "unknown":
        return note or "nothing found"
    since = f" since {long_day(finding.since)}" if finding.since else ""
    return f"{spelled(finding.state)}{since}{': ' if note else ''}{note}"
