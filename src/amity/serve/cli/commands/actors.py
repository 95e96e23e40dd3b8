"""amity actors"""

from __future__ import annotations

from typing import Annotated

import typer

from amity.serve.cli.options import Actors, Json, OnDay, SkipBadActors
from amity.serve.cli.outcomes import Outcome


def actors(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Some words, in quotes.")],
    on: OnDay = None,
    own: Actors = None,
    skip_bad_actors: SkipBadActors = False,
    json: Json = False,
) -> Outcome:
    """Say which actors a text names, and as whom.

    A capital, an army or a leader in office stands for its state. Names that could be several are listed with all
    that they may be.

    \b
    Examples:
      amity actors "Moscow's troops left while Assad clung on"
      amity actors "Yeltsin met the Germans" --on 1994
      amity actors "Ruritania's envoy met the Syrians" --actors ruritania.csv
    """
    from amity import api
    from amity.serve.cli.losses import warn_of_losses
    from amity.serve.cli.printing import page_width, print_json, print_lines

    naming = api.actors(text, on=on, actors=tuple(own or ()), leave_out_bad_actors=skip_bad_actors)
    warn_of_losses(naming.dropped)
    if json:
        mentions = [api.mention_json(mention, naming.names, naming.offices.get(mention)) for mention in naming.mentions]
        unresolved = [api.unresolved_json(name) for name in naming.unresolved]
        print_json({"mentions": mentions, "unresolved": unresolved})
    else:
        from amity.serve.cli.render.naming import naming_lines

        print_lines(naming_lines(naming, width=page_width()))
    return Outcome.DONE
