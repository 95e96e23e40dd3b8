"""Which actors a text names."""

from __future__ import annotations

from rich.text import Text

from amity.core.actors import ActorId, Mention, NameKind, Part, Unresolved
from amity.core.dates import ALWAYS
from amity.core.outcomes import Naming
from amity.serve.cli.harmless import on_one_line
from amity.serve.cli.render.layout import MARGIN, Lines, paragraph
from amity.serve.cli.render.words import stretch

NAMED_BY = {
    NameKind.NAME: "by name",
    NameKind.ADJECTIVE: "by its adjective",
    NameKind.PEOPLE: "by its people",
    NameKind.SEAT: "by its seat",
    NameKind.FORCE: "by its forces",
    NameKind.LEADER: "by its leader",
    NameKind.NOMINAL: "by a common noun",
}


def naming_lines(naming: Naming, *, width: int) -> Lines:
    """In the order of the text; names that were not tied to one actor below."""
    if not naming.mentions and not naming.unresolved:
        return paragraph("No actor that we know is named here.", width)
    lines: Lines = []
    for mention in sorted(naming.mentions, key=lambda mention: mention.start):
        lines.extend(paragraph(_named(mention, naming), width, hang=len(MARGIN) + 4))
    for name in sorted(naming.unresolved, key=lambda name: name.start):
        lines.extend(paragraph(_untied(name, naming), width, hang=len(MARGIN) + 4))
    return lines


def _named(mention: Mention, naming: Naming) -> Text:
    words = Text.assemble((on_one_line(mention.text), "bold"), f" → {_actor(mention.actor, naming)}")
    borne = "" if mention.borne == ALWAYS else stretch(mention.borne)
    place = "as a place" if mention.part is Part.PLACE else ""
    said = [NAMED_BY[mention.name_kind], borne, place]
    if mention.person:
        office = f"{naming.offices.get(mention, '')} {borne}".strip()
        said = [f"{said[0]} {mention.person}", office, place]
    return words.append(": " + on_one_line(", ".join(part for part in said if part)), style="dim")


def _untied(name: Unresolved, naming: Naming) -> Text:
    """The name, and all that it may be; where nobody in particular, why."""
    rivals = ", ".join(_actor(rival, naming) for rival in name.rivals)
    why = f"it may be any of {rivals}" if rivals else on_one_line(name.why)
    return Text.assemble((on_one_line(name.text), "bold"), (" not tied to one actor: ", "yellow"), why)


def _actor(id_: ActorId, naming: Naming) -> str:
    return f"{on_one_line(naming.names.get(id_, id_))} ({id_})"
