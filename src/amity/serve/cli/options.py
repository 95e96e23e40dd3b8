"""The arguments and options that commands share, each described once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from amity.serve.cli.days import first_day_meant, last_day_meant

USUAL_READER = "encoder"
READS = "Files or folders to read; - reads what is piped in."

Paths = Annotated[list[str], typer.Argument(metavar="PATH", help=READS)]
PathsOrStore = Annotated[
    list[str] | None, typer.Argument(metavar="PATH", help=f"{READS} Without any, the store is used.")
]
Json = Annotated[bool, typer.Option("--json", help="JSON instead of text.")]
JsonAnyway = Annotated[bool, typer.Option("--json", help="Accepted for likeness; it is JSON lines in any case.")]
Store = Annotated[
    Path | None,
    typer.Option("--store", metavar="DIR", help="The store to use.", show_default="in the user's data folder"),
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=last_day_meant,
        help="The day asked about. Else the latest day that the evidence speaks of.",
    ),
]
KnownBy = Annotated[
    date | None,
    typer.Option(
        "--known-by", metavar="DATE", parser=last_day_meant, help="Use only what was published by the end of that day."
    ),
]
NoFacts = Annotated[
    bool, typer.Option("--no-facts", help="Only the documents, not the built-in facts (treaties, wars, memberships).")
]
Actors = Annotated[
    list[Path] | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="Actors of your own: a CSV file in the form of one of the built-in tables. May be given again.",
    ),
]
SkipBadActors = Annotated[
    bool,
    typer.Option(
        "--skip-bad-actors",
        help="Leave out the flawed rows of these files, with a warning; without it they are an error.",
    ),
]
Reader = Annotated[
    str,
    typer.Option(
        "--reader",
        metavar="NAME",
        help="What reads the claims: encoder (learned, six layers), fast (three layers) or patterns (no weights).",
    ),
]
From = Annotated[
    date | None,
    typer.Option(
        "--from", metavar="DATE", parser=first_day_meant, help="The first day; 2016-06 is 1 June, 2016 is 1 January."
    ),
]
To = Annotated[
    date | None,
    typer.Option(
        "--to", metavar="DATE", parser=last_day_meant, help="The last day; 2016-06 is 30 June, 2016 is 31 December."
    ),
]
OnDay = Annotated[
    date | None,
    typer.Option(
        "--on", "--as-of", metavar="DATE", parser=last_day_meant, help="Names as they were borne on that day."
    ),
]
