"""amity statements"""

from __future__ import annotations

from amity.serve.cli.options import JsonAnyway, Paths
from amity.serve.cli.outcomes import Outcome


def statements(paths: Paths, json: JsonAnyway = False) -> Outcome:
    """Print the statements of documents, one JSON a line.

    Each says where it stands (start and end count characters, end excluded), whether it is a statement, cut_off (an
    end is missing) or boilerplate, and in copy_of which statement it repeats.

    \b
    Example:
      amity statements page.txt | head -3
    """
    from amity import api
    from amity.serve.cli.losses import warn_of_losses
    from amity.serve.cli.printing import piped_in, print_json

    reading = api.statements(tuple(paths), stdin=piped_in(paths))
    for statement in reading.statements:
        print_json(api.statement_json(statement))
    warn_of_losses(reading.dropped)
    return Outcome.DONE
