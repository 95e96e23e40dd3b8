"""How a thing is said: affirmed or denied, real or not, when, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from amity.core.claims import Polarity, Reality, Tense
from amity.extract.patterns.scene import PERSONAL, Group, Scene

PAST_BE = frozenset({"was", "were", "had", "did"})
PERFECT = frozenset({"has", "have", "'ve", "’ve"})
FUTURE = frozenset({"will", "shall", "would", "'ll", "’ll"})
OFFERS = frozenset({"to", "of", "for"})
FORMER = frozenset({"former", "ex", "ousted", "deposed", "late", "then"})
DENIALS = frozenset({"denied", "denies", "deny", "denying", "nonsense", "untrue", "myth", "mistake", "fiction"})
AFTER = 9  # tokens behind the cue in which it may be said to be over
WINDOW = 14  # tokens before the cue that are looked at
NEAR, FAR = 5, 9  # tokens before the cue that a negation, or a hedge, can reach over


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What a cue's surroundings make of it."""

    polarity: Polarity
    reality: Reality
    tense: Tense


def manner_of(scene: Scene, first: int, last: int, *, is_event: bool, past_form: bool = False) -> Manner:
    """How the words around the cue put it, which starts at token `first` and ends before `last`."""
    start = max(scene.clause_start(first), first - WINDOW, _after_opening(scene, first))
    skipped = (scene.is_party, lambda at: _of_a_title(scene, at), lambda at: _is_month(scene, at))
    before = [scene.low(at) for at in range(start, first) if not any(skip(at) for skip in skipped)]
    reality = _reality(scene, before, first, is_event)
    if reality in (Reality.HAPPENED, Reality.HOLDS) and _is_over(scene, last):
        reality = Reality.ENDED
    return Manner(
        polarity=_polarity(scene, before, first),
        reality=reality,
        tense=_tense(before, is_event, past_form),
    )


def _is_month(scene: Scene, at: int) -> bool:
    """Whether "May" is the month: with a capital inside a sentence, or before a number."""
    token = scene.tokens[at]
    return token.low == "may" and scene.text[token.start] == "M" and (at > 0 or scene.low(at + 1)[:1].isdigit())


def _of_a_title(scene: Scene, at: int) -> bool:
    """Whether "former" belongs to somebody's office: "former ruler Assad was an ally"."""
    return scene.low(at) in FORMER and scene.is_party(at + 1)


def _after_opening(scene: Scene, first: int) -> int:
    """Where the main clause begins after an opening phrase: "Far from being allies, A and B compete"."""
    for at in range(first - 1, max(-1, first - WINDOW), -1):
        if scene.low(at) == "," and scene.is_party(at + 1) and not scene.is_party(at - 1):
            return at + 1
    return 0


def _is_over(scene: Scene, last: int) -> bool:
    """Whether the words after the cue say that it is over: "their alliance has lapsed"."""
    for at in range(last, min(last + AFTER, len(scene.tokens))):
        low = scene.low(at)
        no_more = low == "no" and scene.low(at + 1) == "more"
        is_over = low == "over" and scene.low(at - 1) in scene.grammar.be  # not "at war over Badme"
        if no_more or is_over or (low in scene.grammar.over and low != "over"):
            return True
        if low in {";", ".", "and", "but", "—"} or (low in scene.grammar.breakers and low != "that"):
            return False
    return False


def _denied_above(scene: Scene, first: int) -> bool:
    """Whether the clause is one that somebody denies: "there is no evidence that", "A denied that"."""
    that = scene.clause_start(first) - 1
    if scene.low(that) != "that":
        return False
    above = {scene.low(at) for at in range(max(0, that - 4), that)}
    return bool(above & DENIALS) or ("no" in above and bool(above & {"evidence", "proof", "sign", "truth"}))


def _polarity(scene: Scene, before: list[str], first: int) -> Polarity:
    near = before[-NEAR:]
    if _denied_above(scene, first):
        return Polarity.DENIED
    if "longer" in near:  # "no longer" ends a thing, it does not deny that it was
        return Polarity.AFFIRMED
    negations = sum(word in scene.grammar.negations for word in near)  # two of them affirm: "did not stop"
    far_from = "far" in near and "from" in near
    not_only = "not" in near and "only" in near
    return Polarity.DENIED if (negations % 2 == 1 or far_from) and not not_only else Polarity.AFFIRMED


def _reality(scene: Scene, before: list[str], first: int, is_event: bool) -> Reality:
    grammar = scene.grammar
    far, near = before[-FAR:], before[-4:]
    if any(word in grammar.hypothetical for word in far) or _under_if(scene, first) or is_question(scene):
        return Reality.HYPOTHETICAL
    infinitive = near[-1:] == ["to"] or near[-2:-1] == ["to"]
    if any(word in grammar.called_for for word in (far if infinitive else near[-3:])):
        return Reality.CALLED_FOR
    if near[-1:] == ["to"] and near[-2:-1] and near[-2] in grammar.be:  # "are to launch", "were to sign"
        return Reality.PLANNED
    if any(word in {"will", "shall", "'ll", "’ll"} for word in near) or (
        infinitive and any(word in grammar.planned for word in far)
    ):
        return Reality.PLANNED
    if any(word in grammar.ended for word in near) or " ".join(near[-3:]).find("no longer") >= 0:
        return Reality.ENDED
    return Reality.HAPPENED if is_event else Reality.HOLDS


def is_question(scene: Scene) -> bool:
    """A question claims nothing: "Are A and B allies?"; so too without its mark."""
    return scene.text.rstrip("”\"') ").endswith("?") or scene.low(0) in scene.grammar.auxiliaries - {
        "to",
        "having",
        "being",
    }


def _under_if(scene: Scene, first: int) -> bool:
    """Whether the clause itself opens with "if", "whether" or "unless"."""
    return scene.low(scene.clause_start(first) - 1) in {"if", "whether", "unless"}


def _tense(before: list[str], is_event: bool, past_form: bool) -> Tense:
    for word in reversed(before[-6:]):
        if word in PERFECT:
            return Tense.PERFECT
        if word in PAST_BE:
            return Tense.PAST
        if word in FUTURE:
            return Tense.FUTURE
        if word in {"is", "are", "'re", "’re"}:
            return Tense.PRESENT
    if past_form:
        return Tense.PAST
    return Tense.PRESENT


def speaker_of(scene: Scene, first: int) -> str | None:
    """Who says what stands at token `first`: an actor's id or a name; None where the text itself does.

    "Russia said that ...", "..., a diplomat said", "according to Kyiv, ...".
    """
    for at, token in enumerate(scene.tokens):
        if token.low not in scene.grammar.speech or token.mention is not None:
            continue
        if token.low == "according" and scene.low(at + 1) == "to":
            found = scene.object_after(at + 2, reach=4)
            return _who(scene, found[0] if found else None, at + 2, min(at + 6, len(scene.tokens)))
        if at < first and not _own_words(scene, at, first):
            return _who(scene, scene.subject_before(at), scene.clause_start(at), at)
        reports = at > first and token.low in scene.grammar.reporting
        opened = _closed_quotation(scene, first, at) if reports else None
        if opened is not None:
            return _who(scene, scene.group_at.get(at - 1), opened + 1, at)
    return None


def _own_words(scene: Scene, at: int, first: int) -> bool:
    """Whether a full stop or semicolon lies between the speaking and the said."""
    return any(scene.low(step) in {".", ";", "!", "?"} for step in range(at, first))


def _closed_quotation(scene: Scene, first: int, at: int) -> int | None:
    """Where what is said ends before the speaker: the comma or quotation mark; None where neither stands near."""
    marks = (step for step in range(at - 1, max(first, at - 8), -1) if scene.low(step) in {",", "”", '"'})
    return next(marks, None)


def _who(scene: Scene, group: Group | None, start: int, end: int) -> str | None:
    """The actor who speaks; without one, the last words before `end` that may name somebody."""
    if group is not None:
        return scene.mentions[group.parties[-1].mention].actor
    auxiliaries = scene.grammar.auxiliaries
    words = [scene.low(step) for step in range(max(start, end - 4), end) if scene.low(step) not in auxiliaries]
    words = [word for word in words if word[:1].isalnum()]
    if not words or words[-1] in PERSONAL:
        return None
    return " ".join(words)
