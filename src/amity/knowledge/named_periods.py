"""How time is put into words: named stretches of time, and one language's date words.

Both are data: `periods/periods.csv` and `languages/<code>/dates.toml`.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

from amity.core.actors import ActorId
from amity.core.dates import Period
from amity.core.errors import KnowledgeError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

COLUMNS = ["name", "also", "from", "until", "about", "source"]
Lists = TypeVar("Lists", bound="DataclassInstance")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPeriod:
    """A stretch of time with names of its own; one day long where it is an event.

    A capital in a name must be a capital in the text, a small letter may be
    either: "Cold War" is not "cold war", "Syrian civil war" is "Syrian Civil War".
    """

    names: tuple[str, ...]
    period: Period
    about: tuple[ActorId, ...]
    source: str

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def is_event(self) -> bool:
        return self.period.days == 1


@dataclass(frozen=True, slots=True, eq=False)
class NamedPeriods:
    """All named periods. Equal only to itself, so that what is made from it can be kept by it."""

    periods: tuple[NamedPeriod, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    on: tuple[str, ...]
    on_named: tuple[str, ...]
    beside: tuple[str, ...]
    in_clause: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    from_: tuple[str, ...]
    onward: tuple[str, ...]
    between: tuple[str, ...]
    to: tuple[str, ...]
    and_: tuple[str, ...]
    to_now: tuple[str, ...]
    first_since: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelativeWords:
    last: tuple[str, ...]
    this: tuple[str, ...]
    next: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    ago: tuple[str, ...]
    past: tuple[str, ...]
    recent: tuple[str, ...]
    coming: tuple[str, ...]
    to_come: tuple[str, ...]
    for_: tuple[str, ...]
    more_than: tuple[str, ...]
    nearly: tuple[str, ...]
    about: tuple[str, ...]
    weekend: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextWords:
    """What stands around a number or a name and tells what it is."""

    year_openers: tuple[str, ...]
    year_framing: tuple[str, ...]
    month_openers: tuple[str, ...]
    no_year_before: tuple[str, ...]
    no_year_after: tuple[str, ...]
    day_names: tuple[str, ...]
    weekday_names_before: tuple[str, ...]
    weekday_names_after: tuple[str, ...]
    before_christ: tuple[str, ...]
    of: tuple[str, ...]
    the: tuple[str, ...]
    day_suffixes: tuple[str, ...]
    clause_breaks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineWords:
    verbs: tuple[str, ...]
    zones: tuple[str, ...]
    furniture: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingWords:
    """What tells the day of writing without being a date."""

    age_before: tuple[str, ...]
    age_after: tuple[str, ...]
    fillers: tuple[str, ...]
    year_of: tuple[str, ...]
    offset_after: tuple[str, ...]
    from_start: tuple[str, ...]
    offset_before: tuple[str, ...]
    gone_before: tuple[str, ...]
    gone_after: tuple[str, ...]
    titles: tuple[str, ...]
    deadline: tuple[str, ...]
    age_of: tuple[str, ...]
    doubt: tuple[str, ...]
    elliptic: tuple[str, ...]
    another: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DateWords:
    """One language's words for time. Equal only to itself, as `NamedPeriods` is."""

    language: str
    capitalised_names: bool
    months: Mapping[str, int]
    months_short: Mapping[str, int]
    weekdays: Mapping[str, int]
    weekdays_short: Mapping[str, int]
    seasons: Mapping[str, int]
    units: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    vague_numbers: Mapping[str, tuple[int, int]]
    ordinals: Mapping[str, int]
    parts: Mapping[str, tuple[float, float]]
    began: tuple[str, ...]
    ended: tuple[str, ...]
    days_away: Mapping[str, int]
    lately: Mapping[str, int]
    roles: RoleWords
    relative: RelativeWords
    context: ContextWords
    dateline: DatelineWords
    writing: WritingWords


def load_named_periods() -> NamedPeriods:
    """The named periods that come with the program."""
    return parse_named_periods(files("amity.knowledge").joinpath("periods", "periods.csv").read_text("utf-8"))


def parse_named_periods(table: str) -> NamedPeriods:
    """Read the text of a periods table; raises `KnowledgeError` that names the row which is not as it should be."""
    rows = csv.DictReader(io.StringIO(table))
    if rows.fieldnames != COLUMNS:
        raise KnowledgeError(f"periods.csv has the columns {rows.fieldnames}; it needs {COLUMNS}, in this order.")
    return NamedPeriods(tuple(_named_period(row, line) for line, row in enumerate(rows, start=2)))


def _named_period(row: Mapping[str, str], line: int) -> NamedPeriod:
    names = tuple(name for name in (row["name"].strip(), *map(str.strip, row["also"].split(";"))) if name)
    if not names or not row["source"].strip():
        raise KnowledgeError(f"periods.csv, line {line}: a period needs a name and a source; got {dict(row)}.")
    try:
        period = Period(
            date.fromisoformat(row["from"]), date.fromisoformat(row["until"]) if row["until"].strip() else None
        )
    except ValueError as error:
        raise KnowledgeError(
            f"periods.csv, line {line} ({names[0]}): from and until are ISO dates, until later than from "
            f"or empty where it goes on; got '{row['from']}' and '{row['until']}' ({error})."
        ) from error
    about = tuple(ActorId(actor) for actor in row["about"].split())
    return NamedPeriod(names=names, period=period, about=about, source=row["source"].strip())


def load_date_words(language: str = "en") -> DateWords:
    """The date words of a language, by its ISO 639 code; raises `KnowledgeError` where there are none."""
    file = files("amity.knowledge").joinpath("languages", language, "dates.toml")
    if not re.fullmatch(r"[a-z]{2,3}", language) or not file.is_file():
        raise KnowledgeError(
            f"No date words for the language '{language}': languages/{language}/dates.toml is not there. "
            "Write one after the pattern of languages/en/dates.toml."
        )
    return parse_date_words(file.read_text("utf-8"))


def parse_date_words(source: str) -> DateWords:
    """Read the text of a dates.toml; raises `KnowledgeError` that names what is missing, or unknown."""
    try:
        table = tomllib.loads(source)
        return _date_words(table)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"dates.toml is not TOML: {error}.") from error
    except KeyError as error:
        raise KnowledgeError(f"dates.toml lacks {error}. Compare with languages/en/dates.toml.") from error


def _date_words(table: Mapping[str, Any]) -> DateWords:
    relative = table["relative"]
    context = {
        "year_openers": table["year_openers"]["words"],
        "year_framing": table["year_openers"]["framing"],
        "month_openers": table["month_openers"]["words"],
        "no_year_before": table["not_years"]["before"],
        "no_year_after": table["not_years"]["after"],
        "day_names": table["not_years"]["day_names"],
        "weekday_names_before": table["weekday_names"]["before"],
        "weekday_names_after": table["weekday_names"]["after"],
        "before_christ": table["eras"]["before_christ"],
        "clause_breaks": table["clauses"]["breaks"],
        **table["joins"],
    }
    return DateWords(
        language=table["language"],
        capitalised_names=table["capitalised_names"],
        months=dict(table["months"]),
        months_short=dict(table["months_short"]),
        weekdays=dict(table["weekdays"]),
        weekdays_short=dict(table["weekdays_short"]),
        seasons=dict(table["seasons"]),
        units={unit: tuple(names) for unit, names in table["units"].items()},
        numbers=dict(table["numbers"]),
        vague_numbers={word: (low, high) for word, (low, high) in table["vague_numbers"].items()},
        ordinals=dict(table["ordinals"]),
        parts={word: (low, high) for word, (low, high) in table["parts"].items()},
        began=tuple(table["turns"]["began"]),
        ended=tuple(table["turns"]["ended"]),
        days_away=dict(relative["days"]),
        lately=dict(relative["lately"]),
        roles=_lists(RoleWords, table["roles"], "roles"),
        relative=_lists(RelativeWords, relative["words"], "relative.words"),
        context=_lists(ContextWords, context, "joins"),
        dateline=_lists(DatelineWords, table["dateline"], "dateline"),
        writing=_lists(WritingWords, table["writing"], "writing"),
    )


def _lists(kind: type[Lists], table: Mapping[str, Iterable[str]], section: str) -> Lists:
    """Fill a value of word lists from a section that must have exactly its names."""
    wanted = {field.name.rstrip("_"): field.name for field in fields(kind)}
    if set(table) != set(wanted):
        missing, unknown = sorted(set(wanted) - set(table)), sorted(set(table) - set(wanted))
        raise KnowledgeError(f"dates.toml, section {section}: missing {missing}, unknown {unknown}.")
    return kind(**{name: tuple(table[key]) for key, name in wanted.items()})
