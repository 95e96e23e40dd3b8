"""Whether "the British" are the people, or only the adjective of a noun that follows."""

from __future__ import annotations

import re

ARTICLE = "the "
PEOPLE_FOLLOWED_BY = re.compile(
    r"\s*(?:$|[^\s\w-])|\s+(?:and|or|but|nor|who|whom|whose|that|which|are|were|is|was|be|have|had|has|do|did|will|would"
    r"|can|could|may|might|must|should|shall|to|in|on|at|of|from|by|with|against|for|as|than|into|after|before|when|while"
    r"|until|since|because|if|not|never|also|themselves|alone|all|both|began|fought|went|took|gave|made|left|withdrew"
    r"|said|say|want|wanted|sent|lost|won|kept|knew|saw|held|came|now|then|still|soon)\b"
    r"|\s+(?!armed|united|combined|allied|occupied|red)\w+ed\b"
)


def is_only_adjective(folded: str, start: int, end: int) -> bool:
    """Whether a people's name with its article, "the British", is followed by a noun that it describes."""
    return folded[start : start + len(ARTICLE)].lower() == ARTICLE and PEOPLE_FOLLOWED_BY.match(folded, end) is None
