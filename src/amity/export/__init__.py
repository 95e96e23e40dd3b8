"""Export: core values become JSON that scripts may rely on.

One module per noun. Every function gives a new dict with the same keys in the
same order each time: days in ISO, enums as their values, a missing thing as
null, fractions to six digits, offsets in code points.
"""

from amity.export.actors import mention_json, unresolved_json
from amity.export.answers import answer_json
from amity.export.claims import claim_json
from amity.export.dropped import dropped_json, tally_json
from amity.export.json_text import dumps
from amity.export.pairs import labelled_pair_json
from amity.export.relations import change_json, relation_json
from amity.export.statements import statement_json

__all__ = [
    "answer_json",
    "change_json",
    "claim_json",
    "dropped_json",
    "dumps",
    "labelled_pair_json",
    "mention_json",
    "relation_json",
    "statement_json",
    "tally_json",
    "unresolved_json",
]
