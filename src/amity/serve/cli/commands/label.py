"""amity label"""

from __future__ import annotations

from typing import Annotated

import typer

from amity.serve.cli.options import USUAL_READER, JsonAnyway, Reader
from amity.serve.cli.outcomes import Outcome


def label(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Marked pairs, one JSON a line; - for what is piped in.")],
    reader: Reader = USUAL_READER,
    json: JsonAnyway = False,
) -> Outcome:
    """Type pairs that you marked in sentences.

    Each line of FILE is such as {"id": "7", "text": "Iran arms Syria.", "actor": [0, 4], "recipient": [10, 15]}: spans
    in characters, end excluded, of any words. Out comes the same id with the type, its quad class and the
    probabilities of all types and of none, as PLOVER counts them: a promise of aid is AGREE, its refusal REJECT. A line
    that cannot be used is named on stderr; the rest is labelled.

    \b
    Examples:
      amity label pairs.jsonl
      amity label - --reader fast < pairs.jsonl
    """
    from amity import api
    from amity.serve.cli.losses import warn_of_losses
    from amity.serve.cli.printing import piped_in, print_json

    labelling = api.label(file, reader=reader, stdin=piped_in([file]))
    count = 0
    for pair in labelling.pairs:
        print_json(api.labelled_pair_json(pair))
        count += 1
    warn_of_losses(labelling.dropped, every=True)
    return Outcome.UNUSABLE_INPUT if labelling.dropped and not count else Outcome.DONE
