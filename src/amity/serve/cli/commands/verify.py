"""amity verify"""

from __future__ import annotations

from typing import Annotated

import typer

from amity.serve.cli.options import Json, Store
from amity.serve.cli.outcomes import Outcome


def verify(
    receipt: Annotated[str, typer.Argument(metavar="RECEIPT", help="As printed below an answer.")],
    store: Store = None,
    json: Json = False,
) -> Outcome:
    """Give an earlier answer again; is it the same?

    It is made anew from what the store held then, or from the same documents. Exits with 0 where it is the same, with
    4 where it is not (and says what changed) or where the receipt is unknown.

    \b
    Example:
      amity verify 7f3c-91ab-20
    """
    from amity import api
    from amity.serve.cli.printing import page_width, print_json, print_lines

    found = api.verify(receipt, store=store)
    if json:
        print_json({"same": found.same, "detail": found.detail, "answer": api.answer_json(found.answer)})
    else:
        from amity.serve.cli.render.verification import verification_lines

        print_lines(verification_lines(found.same, found.detail, found.answer, width=page_width()))
    return Outcome.DONE if found.same else Outcome.UNUSABLE_INPUT
