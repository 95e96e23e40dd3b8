"""amity add"""

from __future__ import annotations

from amity.serve.cli.options import USUAL_READER, Actors, Json, Paths, Reader, SkipBadActors, Store
from amity.serve.cli.outcomes import Outcome


def add(
    paths: Paths,
    store: Store = None,
    actors: Actors = None,
    skip_bad_actors: SkipBadActors = False,
    reader: Reader = USUAL_READER,
    json: Json = False,
) -> Outcome:
    """Read documents or event tables into a store.

    What the store has already is not added again. May be stopped at any time and started again: it goes on where it
    was. What cannot be used is named on stderr; the rest counts nevertheless.

    \b
    Examples:
      amity add news/ reports.jsonl --store mystore
      curl -s https://example.org/report.html | amity add -
    """
    import os

    from amity import api
    from amity.serve.cli.losses import warn_of_losses
    from amity.serve.cli.printing import page_width, piped_in, print_json, print_lines
    from amity.serve.cli.progress import shown_progress

    with shown_progress() as progress:
        adding = api.add(
            tuple(paths),
            store=store,
            actors=tuple(actors or ()),
            leave_out_bad_actors=skip_bad_actors,
            reader=reader,
            stdin=piped_in(paths),
            workers=os.cpu_count() or 1,
            progress=progress,
        )
    warn_of_losses(adding.dropped)
    if json:
        print_json({"store": str(adding.store), "version": adding.version, **api.tally_json(adding.tally)})
    else:
        from amity.serve.cli.render.adding import adding_lines

        print_lines(adding_lines(adding.tally, adding.store, adding.version, width=page_width()))
    return Outcome.DONE
