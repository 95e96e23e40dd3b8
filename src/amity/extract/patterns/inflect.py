"""The forms that an English verb takes."""

from __future__ import annotations

from collections.abc import Mapping

VOWELS = "aeiou"


def verb_forms(base: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """All forms of a verb: bomb, bombs, bombed, bombing. A hyphened verb inflects its last part."""
    return frozenset({base, _third_person(base), *_ing(base, irregular), *past_forms(base, irregular)})


def past_forms(base: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The past and the past participle: struck; gave, given."""
    if base in irregular:
        return frozenset(form for form in irregular[base] if not form.endswith("ing"))
    return frozenset({_regular_past(base)})


def _third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _ing(base: str, irregular: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    given = frozenset(form for form in irregular.get(base, ()) if form.endswith("ing"))
    if given:
        return given
    if base.endswith("ie"):
        return frozenset({base[:-2] + "ying"})
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return frozenset({base[:-1] + "ing"})
    return frozenset({base + "ing"})


def plural(noun: str) -> str:
    """ally, allies; foe, foes."""
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
