"""amity relation, amity changes: the same reading, of which one shows the whole course and one the turns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amity.serve.cli.options import (
    USUAL_READER,
    Actors,
    AsOf,
    From,
    Json,
    KnownBy,
    NoFacts,
    PathsOrStore,
    Reader,
    SkipBadActors,
    Store,
    To,
)
from amity.serve.cli.outcomes import Outcome

if TYPE_CHECKING:
    from amity.core.outcomes import Relating

One = Annotated[str, typer.Argument(metavar="A", help="A state, group or organisation, by name or id.")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another.")]


@dataclass(frozen=True, slots=True)
class Means:
    """The user's own files of actors, what is to become of their flawed rows, and what reads the claims."""

    actors: tuple[Path, ...]
    skip_bad: bool
    reader: str


def relation(
    a: One,
    b: Other,
    paths: PathsOrStore = None,
    start: From = None,
    end: To = None,
    as_of: AsOf = None,
    store: Store = None,
    known_by: KnownBy = None,
    no_facts: NoFacts = False,
    actors: Actors = None,
    skip_bad_actors: SkipBadActors = False,
    reader: Reader = USUAL_READER,
    json: Json = False,
) -> Outcome:
    """Show how two actors stood toward each other, over time.

    --as-of D is short for --from D --to D. Exits with 3 where the evidence says nothing of the two.

    \b
    Examples:
      amity relation Russia Syria page.txt
      amity relation USA Iran --from 1970 --to 1990 --json
    """
    from amity import api
    from amity.serve.cli.printing import page_width, print_json, print_lines

    start, end = _stretch(start, end, as_of, as_of)
    means = Means(tuple(actors or ()), skip_bad_actors, reader)
    found = _relate(a, b, paths or (), start, end, store, known_by, not no_facts, means, changes_only=False)
    if json:
        print_json(api.relation_json(found.relation, found.names))
    else:
        from amity.serve.cli.render.course import course_lines

        print_lines(course_lines(found.relation, found.names, width=page_width()))
    return _outcome(found)


def changes(
    a: One,
    b: Other,
    paths: PathsOrStore = None,
    start: From = None,
    end: To = None,
    as_of: AsOf = None,
    store: Store = None,
    known_by: KnownBy = None,
    no_facts: NoFacts = False,
    actors: Actors = None,
    skip_bad_actors: SkipBadActors = False,
    reader: Reader = USUAL_READER,
    json: Json = False,
) -> Outcome:
    """Show when the relation of two actors turned.

    Each turn with its likeliest day and the days between which it must have come. --as-of D is short for --to D. Exits
    with 3 where the evidence says nothing of the two.

    \b
    Examples:
      amity changes Russia Syria page.txt
      amity changes Turkey Israel --from 2000
    """
    from amity import api
    from amity.serve.cli.printing import page_width, print_json, print_lines

    start, end = _stretch(start, end, None, as_of)
    means = Means(tuple(actors or ()), skip_bad_actors, reader)
    found = _relate(a, b, paths or (), start, end, store, known_by, not no_facts, means, changes_only=True)
    if json:
        whole = api.relation_json(found.relation, found.names)
        print_json({"actors": whole["actors"], "changes": whole["changes"]})
    else:
        from amity.serve.cli.render.course import changes_lines

        print_lines(changes_lines(found.relation, found.names, width=page_width()))
    return _outcome(found)


def _relate(
    a: str,
    b: str,
    paths: Sequence[str],
    start: date | None,
    end: date | None,
    store: Path | None,
    known_by: date | None,
    use_facts: bool,
    means: Means,
    *,
    changes_only: bool,
) -> Relating:
    from amity import api
    from amity.serve.cli.losses import remark_on_reading, warn_of_losses
    from amity.serve.cli.printing import piped_in
    from amity.serve.cli.progress import shown_progress

    with shown_progress() as progress:
        found = (api.changes if changes_only else api.relation)(
            a,
            b,
            tuple(paths),
            store=store,
            start=start,
            end=end,
            known_by=known_by,
            use_facts=use_facts,
            actors=means.actors,
            leave_out_bad_actors=means.skip_bad,
            reader=means.reader,
            stdin=piped_in(paths),
            progress=progress,
        )
    warn_of_losses(found.dropped)
    remark_on_reading(found.tally)
    return found


def _stretch(
    start: date | None, end: date | None, first: date | None, last: date | None
) -> tuple[date | None, date | None]:
    """From when to when, where `first` and `last` are what --as-of stands for."""
    if last is not None and (start or end):
        raise typer.BadParameter("give either --as-of or --from and --to, not both.")
    start, end = start or first, end or last
    if start and end and end < start:
        raise typer.BadParameter(f"--to {end} is before --from {start}.")
    return start, end


def _outcome(found: Relating) -> Outcome:
    """Not enough evidence where no day of the stretch has any."""
    from amity.core.relations import Verdict

    known = any(estimate.verdict is not Verdict.UNKNOWN for estimate in found.relation.estimates)
    return Outcome.DONE if known else Outcome.NOT_ENOUGH_EVIDENCE
