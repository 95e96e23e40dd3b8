"""Reads lists of actors that others keep, to compare ours with: every row becomes a `Listed`.

A list is known by its columns, not by its file's name. Nothing of it is kept.
"""

from __future__ import annotations

import csv
import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from amity.core.dates import ALWAYS, Period

Row = Mapping[str, str]
LATEST = Period(date(2026, 1, 1), date(2026, 2, 1))  # the day of lists that tell of today
ACRONYM = re.compile(r"[A-Z/-]{2,6}")
LANGUAGES = frozenset({"Spanish", "Arabic", "French", "Somali"})  # where a language stands in place of a name
BRACKETS = re.compile(r"\s*\([^()]*\)")
LISTED_AS = re.compile(r"[;,] (?![^()]*\))")
AND_NO_NAME = re.compile(r"see individual|have operated in")
OUR_FIRST_DAY = date(1945, 9, 2)  # our tables of leaders are whole from then on


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One actor of an outside list: all names the list gives it, the best first."""

    part: str  # of the list: "groups", "leaders"
    names: tuple[str, ...]
    on: Period = ALWAYS  # when the list says it bore them
    homes: tuple[str, ...] = ()  # the countries that the list puts it in, as the list names them
    code: str = ""  # the country's code in the list
    vague: frozenset[str] = frozenset()  # of its names those that others on the list bear too
    unlisted: str = ""  # why our rule leaves such an actor out, if it does
    local: str = ""  # the same, where the rule leaves it out only if we do not know it


Reader = Callable[[Iterable[Row]], Iterator[Listed]]


def read_list(path: Path) -> tuple[str, list[Listed]]:
    """The list's name and its actors. Raises SystemExit for a table with other columns."""
    with path.open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table)
        columns = set(rows.fieldnames or ())
        for (name, needed), reader in LISTS.items():
            if set(needed.split()) <= columns:
                return name, list(reader(rows))
    known = "; ".join(f"{name}: {needed}" for name, needed in LISTS)
    raise SystemExit(f"{path}: columns {', '.join(sorted(columns))} are of no list known here. Known are {known}")


def _ucdp(rows: Iterable[Row]) -> Iterator[Listed]:
    """Every side of an armed conflict but the governments."""
    groups = [(row, _ucdp_names(row)) for row in rows if row["Org"] != "4"]
    borne = Counter(name for _, names in groups for name in names)
    for row, names in groups:
        fought_since_1989 = bool(row["NSID"].strip(" 0") or row["OSID"].strip(" 0"))
        homes = [part for place in row["Location"].split(",") for part in re.split(r"[()]", place)]
        yield Listed(
            part="groups since 1989" if fought_since_1989 else "groups in wars with a state, some before 1989",
            names=names,
            homes=tuple(home.strip() for home in homes if home.strip()),
            vague=frozenset(name for name in names if borne[name] > 1 or ACRONYM.fullmatch(name)),
            unlisted=_left_out(row),
            local=_too_local(row),
        )


def _ucdp_names(row: Row) -> tuple[str, ...]:
    columns = ("NameOrigFullEng", "NameOrigFull", "NameOrig", "NameData", "NewNameFullEng", "NewName")
    names = (row[column].strip().replace("´", "'") for column in columns)
    return tuple(dict.fromkeys(name for name in names if name and name not in LANGUAGES)) or (row["NameData"],)


def _left_out(row: Row) -> str:
    if row["Org"] == "2":
        return "supporters of somebody, no body of their own"
    if row["Org"] == "3":
        return "a local communal group"
    return ""


def _too_local(row: Row) -> str:
    if re.match(r"(?:Military [Ff]action|Forces (?:of|loyal)|Lashk?ha?r of|Laskhar of)", row["NameData"]):
        return "men named after their commander or tribe"
    if row["ConflictId"].strip():
        return ""
    if row["Region"] == "5":
        return "a gang or a part of one, at odds with other gangs"
    return "a local militia that never fought a state"


def _phoenix(rows: Iterable[Row]) -> Iterator[Listed]:
    for row in rows:
        start, end = _day(row["start"]), _day(row["end"])
        dated = start is not None or end is not None
        yield Listed(
            part=f"{row['file']}, {'dated' if dated else 'undated'}",
            names=(row["surface"].replace("_", " "),),
            on=_period(start, end),
            code=row["cameo_code"][:3] if row["file"] == "Countries" else "",
        )


def _factbook(rows: Iterable[Row]) -> Iterator[Listed]:
    organisations: dict[str, None] = {}
    for coded in rows:
        row = {column: html.unescape(cell or "") for column, cell in coded.items()}
        home = row["short"] if row["short"] not in ("", "none") else row["long"]
        parts = {
            "states": ("short", "long"),
            "capitals": ("capital",),
            "demonyms": ("demonym_adj", "demonym_noun"),
            "leaders": ("chief_of_state", "head_of_government"),
        }
        for part, columns in parts.items():
            for column in columns:
                name = BRACKETS.sub("", re.split(r"[;,] | or ", row[column])[0]).strip()
                if name and name != "none" and "see individual" not in name:
                    yield Listed(part=part, names=(name,), on=LATEST, homes=(home,))
        for group in LISTED_AS.split(row["terrorist_groups"]):
            if group.strip(" *") and not AND_NO_NAME.search(group):
                yield Listed(part="groups", names=_with_and_without_brackets(group.strip(" *")), on=LATEST)
        organisations |= dict.fromkeys(BRACKETS.sub("", member).strip() for member in LISTED_AS.split(row["igos"]))
    for organisation in filter(None, organisations):
        yield Listed(part="organisations", names=(organisation,), on=LATEST)


def _with_and_without_brackets(name: str) -> tuple[str, ...]:
    inside = re.findall(r"\(([^()]+)\)", name)
    return (name, BRACKETS.sub("", name).strip(), *inside)


def _archigos(rows: Iterable[Row]) -> Iterator[Listed]:
    for row in rows:
        on = _period(_day(row["startdate"]), _day(row["enddate"]))
        of_old = on.end is not None and on.end <= OUR_FIRST_DAY
        yield Listed(
            part="leaders before 1945" if of_old else "leaders since 1945",
            names=(row["leader"],),
            on=on,
            code=row["obsid"].partition("-")[0],
            local="out of office before September 1945" if of_old else "",
        )


def _reign(rows: Iterable[Row]) -> Iterator[Listed]:
    for row in rows:
        start = _month(row["syear"], row["smonth"], 1)
        end = _month(row["eyear"], row["emonth"], 28)
        yield Listed(part="leaders", names=(row["leader"],), on=_period(start, end), code=row["stateabb"])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _month(year: str, month: str, day: int) -> date | None:
    try:
        return date(int(float(year)), int(float(month)), day)
    except ValueError:
        return None


def _period(start: date | None, last: date | None) -> Period:
    """From a first day to a last day, both included; what ends before it starts is of any time."""
    end = last + timedelta(days=1) if last is not None else None
    if start is not None and end is not None and end <= start:
        return ALWAYS
    return Period(start, end)


@dataclass(frozen=True, slots=True)
class Codes:
    """Which of our states a code of an outside list means; several, where one state followed another."""

    states: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path | None) -> Codes:
        """From a crosswalk with the columns stateabb and iso3; empty without one."""
        if path is None:
            return cls()
        states: dict[str, set[str]] = {}
        with path.open(encoding="utf-8", newline="") as table:
            for row in csv.DictReader(table):
                states.setdefault(row["stateabb"], set()).add(row["iso3"])
        return cls({code: frozenset(ids) for code, ids in states.items()})


LISTS: dict[tuple[str, str], Reader] = {
    ("UCDP actors", "NameData NameOrigFullEng Org ConflictId NSID OSID Location Region"): _ucdp,
    ("Phoenix", "file surface cameo_code start end"): _phoenix,
    ("World Factbook", "short long capital demonym_adj chief_of_state terrorist_groups igos"): _factbook,
    ("Archigos", "obsid leader startdate enddate"): _archigos,
    ("REIGN", "stateabb leader syear smonth eyear emonth"): _reign,
}
