"""amity ask"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from amity.serve.cli.options import (
    USUAL_READER,
    Actors,
    AsOf,
    Json,
    KnownBy,
    NoFacts,
    PathsOrStore,
    Reader,
    SkipBadActors,
    Store,
)
from amity.serve.cli.outcomes import Outcome


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="A question in plain words, in quotes.")],
    paths: PathsOrStore = None,
    store: Store = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    no_facts: NoFacts = False,
    why: Annotated[bool, typer.Option("--why", help="All reasons, in full, with their weights.")] = False,
    actors: Actors = None,
    skip_bad_actors: SkipBadActors = False,
    reader: Reader = USUAL_READER,
    json: Json = False,
) -> Outcome:
    """Answer a question about who stands with whom.

    With PATHs the answer comes from those documents and the built-in facts, and nothing is kept. Without, from the
    store and the built-in facts. Exits with 3 where the evidence does not say.

    \b
    Questions that are understood:
      "Are Russia and Syria allies?"           "Is Armenia at war with Azerbaijan?"
      "Who are Syria's allies?"                "Who backs Hezbollah?"
      "Since when are Turkey and Qatar allies?"
      "Whose side is Turkey on in Syria?"      "Did China back North Korea in 2016?"

    \b
    Examples:
      amity ask "Are Russia and Syria allies?" page.txt
      amity ask "Who backs Hezbollah?" news/ --as-of 2016-06 --why
      amity ask "Are Russia and Syria allies?" page.txt --no-facts --json
    """
    from amity import api
    from amity.serve.cli.losses import remark_on_reading, warn_of_losses
    from amity.serve.cli.printing import page_width, piped_in, print_json, print_lines
    from amity.serve.cli.progress import shown_progress

    given = tuple(paths or ())
    with shown_progress() as progress:
        asking = api.ask(
            question,
            given,
            store=store,
            as_of=as_of,
            known_by=known_by,
            use_facts=not no_facts,
            actors=tuple(actors or ()),
            leave_out_bad_actors=skip_bad_actors,
            reader=reader,
            stdin=piped_in(given),
            progress=progress,
        )
    warn_of_losses(asking.dropped)
    if json:
        print_json(api.answer_json(asking.answer))
    else:
        from amity.serve.cli.render.answer import answer_lines

        remark_on_reading(asking.tally)
        again = verify_command(asking.answer.receipt, store) if asking.receipt_kept else None
        print_lines(answer_lines(asking.answer, width=page_width(), why=why, again=again))
    return Outcome.NOT_ENOUGH_EVIDENCE if asking.answer.answer == "unknown" else Outcome.DONE


def verify_command(receipt: str, store: Path | None) -> str:
    """What to type to have the answer again."""
    import shlex

    return f"amity verify {receipt}" + ("" if store is None else f" --store {shlex.quote(str(store))}")
