"""amity actors"""

from __future__ import annotations

from typing import Annotated

import typer

from amity.serve.cli.options import Json, OnDay
from amity.serve.cli.outcomes import Outcome


def actors(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Some words, in quotes.")],
    on: OnDay = None,
    json: Json = False,
) -> Outcome:
    """Say which actors a text names, and as whom.

    A capital, an army or a leader in office stands for its state. Names that could be several are listed with all
    that they may be.

    \b
    Examples:
      amity actors "Moscow's troops left while Assad clung on"
      amity actors "Yeltsin met the Germans" --on 1994
    """
    from amity import api
    from amity.serve.cli.printing import page_width, print_json, print_lines

    naming = api.actors(text, on=on)
    if json:
        mentions = [api.mention_json(mention, naming.names) for mention in naming.mentions]
        unresolved = [api.unresolved_json(name) for name in naming.unresolved]
        print_json({"mentions": mentions, "unresolved": unresolved})
    else:
        from amity.serve.cli.render.naming import naming_lines

        print_lines(naming_lines(naming.mentions, naming.unresolved, naming.names, width=page_width()))
    return Outcome.DONE
