"""amity claims"""

from __future__ import annotations

from amity.serve.cli.options import USUAL_READER, Actors, JsonAnyway, PathsOrStore, Reader, SkipBadActors, Store
from amity.serve.cli.outcomes import Outcome


def claims(
    paths: PathsOrStore = None,
    store: Store = None,
    actors: Actors = None,
    skip_bad_actors: SkipBadActors = False,
    reader: Reader = USUAL_READER,
    json: JsonAnyway = False,
) -> Outcome:
    """Print the claims found, one JSON a line.

    Who, toward whom, what, when, and the words that say so. With PATHs, the claims of these documents; without, those
    of the store. Types are PLOVER's events and the standings (ALLIED, BACKS, AT_WAR and others).

    \b
    Examples:
      amity claims page.txt
      amity claims --store mystore > claims.jsonl
    """
    from amity import api
    from amity.serve.cli.losses import warn_of_losses
    from amity.serve.cli.printing import piped_in, print_json

    given = tuple(paths or ())
    own = tuple(actors or ())
    reading = api.claims(
        given, store=store, actors=own, leave_out_bad_actors=skip_bad_actors, reader=reader, stdin=piped_in(given)
    )
    for claim in reading.claims:
        print_json(api.claim_json(claim))
    warn_of_losses(reading.dropped)
    return Outcome.DONE
