"""Which actors a text names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.text import Text

from amity.core.actors import ActorId, Mention, NameKind, Part, Unresolved
from amity.core.dates import ALWAYS
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.layout import MARGIN, Lines, paragraph
from amity.serve.cli.render.words import stretch

NAMED_BY = {
    NameKind.NAME: "",
    NameKind.ADJECTIVE: "by its adjective",
    NameKind.PEOPLE: "by its people",
    NameKind.SEAT: "by its seat",
    NameKind.FORCE: "by its forces",
    NameKind.LEADER: "by its leader",
    NameKind.NOMINAL: "by what it is",
}


def naming_lines(
    mentions: Sequence[Mention], unresolved: Sequence[Unresolved], names: Mapping[ActorId, str], *, width: int
) -> Lines:
    """In the order of the text; names that were not tied to one actor below."""
    if not mentions and not unresolved:
        return paragraph("No actor that we know is named here.", width)
    lines: Lines = []
    for mention in sorted(mentions, key=lambda mention: mention.start):
        lines.extend(paragraph(_named(mention, names), width, hang=len(MARGIN) + 4))
    for name in sorted(unresolved, key=lambda name: name.start):
        words = Text.assemble((on_one_line(name.text), "bold"), (" not tied to one actor: ", "yellow"))
        lines.extend(paragraph(words + Text(on_one_line(name.why)), width, hang=len(MARGIN) + 4))
    return lines


def _named(mention: Mention, names: Mapping[ActorId, str]) -> Text:
    name = on_one_line(names.get(mention.actor, mention.actor))
    words = Text.assemble((on_one_line(mention.text), "bold"), f" → {name} ({mention.actor})")
    how = [mention.person or "", NAMED_BY[mention.name_kind], "as a place" if mention.part is Part.PLACE else ""]
    if mention.borne != ALWAYS:
        how.append(stretch(mention.borne))
    said = ", ".join(part for part in how if part)
    return words.append(f": {said}" if said else "", style="dim")
