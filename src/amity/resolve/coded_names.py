"""Whom the names of event data sets mean: "Foreign Affairs (Russia)", "Rebel Group (Syria)", "Hezbollah".

Such names are of two forms. "Role (Owner)" tells a role and, in the last
brackets, to whom it belongs: a state as a rule, else a group or an organisation.
The role's owner is the actor: of a ministry and of a crowd alike, for that is
all that the name tells; what the role may do for its owner is the data set's own
matter. Any other name is a proper name: a state, a person who leads one, or a
group, which is an actor of its own and of no state.
"""

from __future__ import annotations

import re

from amity.core.actors import Unresolved
from amity.core.answers import AskedActor
from amity.core.dates import ALWAYS, Period
from amity.resolve.questions import asked, meant_by_all
from amity.resolve.resolver import Resolver

PATRONYMIC = re.compile(r"(?<=\w) \w+(?:ovich|evich|ovna|evna|ichna|yich)(?= \w)")  # "Dmitry Anatolyevich Medvedev"
INVERTED = re.compile(r"([^,]+), ([^,]+)")  # "Korea, Republic of"
# Data sets call states by ISO's short names, and ISO calls the smaller Congo so; in prose the larger is meant.
ISO_SHORT_NAMES = {"Congo": "Republic of the Congo"}


def state_of_coded_name(name: str, resolver: Resolver, on: Period = ALWAYS) -> AskedActor | Unresolved:
    """The actor that a coded name stands for, as of a period; the whole name is left open where there is none.

    Unlike `Resolver.named` it offers no names alike: nobody typed these, and they come by the million.
    """
    called = _as_in_prose(owner_in_brackets(name) or name)
    resolved = resolver.mentions(called, on=on)
    meant = meant_by_all(called, resolved.mentions)
    if meant is not None and not resolved.unresolved:
        return asked(resolver.gazetteer.actors[meant.actor], meant)
    rivals = tuple(rival for one in resolved.unresolved for rival in one.rivals)
    why = resolved.unresolved[0].why if rivals else f"No actor in our lists is called {called!r}."
    return Unresolved(start=0, end=len(name), text=name, why=why, rivals=rivals)


def owner_in_brackets(name: str) -> str | None:
    """What stands in the last outermost brackets, where these end the name and a role stands before them.

    "Priest (Holy See (Vatican City State))" is of the "Holy See (Vatican City State)";
    what begins small is no owner but part of the name: "Hawiye (ethnic)".
    """
    stripped = name.rstrip()
    if not stripped.endswith(")"):
        return None
    depth = 0
    for place in range(len(stripped) - 1, 0, -1):
        depth += {")": 1, "(": -1}.get(stripped[place], 0)
        if depth == 0:
            owner = stripped[place + 1 : -1].strip()
            return owner if owner and not owner[0].islower() else None
    return None


def _as_in_prose(called: str) -> str:
    """A name as texts have it: without the patronymic of data sets, and upright."""
    return ISO_SHORT_NAMES.get(called) or PATRONYMIC.sub("", INVERTED.sub(r"\2 \1", called))
