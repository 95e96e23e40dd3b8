"""The tables of actors keep their own laws, and say where they do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

import pytest

from amity.core.actors import ActorId, ActorKind, NameKind
from amity.core.dates import Period
from amity.core.errors import KnowledgeError
from amity.knowledge.gazetteer import Gazetteer, Name
from amity.knowledge.load_actors import HEADERS, load_gazetteer

# babel's territories that are no states: they belong to one, or nobody lives there.
NO_STATES = (
    "AC AI AQ AS AW AX BL BM BQ BV CC CK CP CQ CW CX DG EA EU EZ FK FO GF GG GI GL GP GS GU HK HM IC IM IO JE KY MF"
    " MO MP MQ MS NC NF NU PF PM PN PR QO RE SH SJ SX TA TC TF TK UM UN VG VI WF XA XB YT ZZ"
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def nothing_breaks(broken: Iterable[object]) -> None:
    """Fail with every entry that breaks a law, one a line, for whoever edits the tables."""
    lines = [str(entry) for entry in broken]
    assert not lines, "\n".join(lines)


def test_every_country_of_today_is_among_the_states(gazetteer: Gazetteer) -> None:
    from babel import Locale
    from babel.core import get_global

    codes: dict[str, set[str]] = defaultdict(set)
    for alias, territories in get_global("territory_aliases").items():
        if len(alias) == 3 and alias.isalpha() and len(territories) == 1:
            codes[territories[0]].add(alias)  # France: FRA, and FXX in former times
    codes["XK"].add("XKX")
    countries = {code for code in Locale("en").territories if len(code) == 2} - set(NO_STATES.split())
    states = {id_ for id_, actor in gazetteer.actors.items() if actor.kind is ActorKind.STATE}
    assert len(countries) == 198
    nothing_breaks(sorted(code for code in countries if not codes[code] & states))


def test_nobody_belongs_to_itself_by_any_way(gazetteer: Gazetteer) -> None:
    nothing_breaks(_cycles({id_: actor.part_of for id_, actor in gazetteer.actors.items()}))


def test_nobody_follows_itself(gazetteer: Gazetteer) -> None:
    """A state may follow one that followed it, as Russia follows the Soviet Union."""
    nothing_breaks(id_ for id_, predecessors in gazetteer.follows.items() if id_ in predecessors)


def _cycles(links: Mapping[ActorId, Iterable[ActorId]]) -> Iterator[ActorId]:
    """The ids from which the links lead back to themselves."""
    for start in links:
        seen: set[ActorId] = set()
        ahead = list(links[start])
        while ahead:
            reached = ahead.pop()
            if reached not in seen:
                seen.add(reached)
                ahead += links.get(reached, ())
        if start in seen:
            yield start


def test_every_name_of_two_actors_at_once_is_listed_with_its_contexts(gazetteer: Gazetteer) -> None:
    listed = {context.name for context in gazetteer.contexts}
    bearers: dict[str, list[Name]] = defaultdict(list)
    for name in gazetteer.names:
        bearers[name.text].append(name)
    shared = {
        f"{text}: {one.actor}, {other.actor}"
        for text, group in bearers.items()
        if text not in listed
        for one, other in combinations(group, 2)
        if one.actor != other.actor and one.borne.overlaps(other.borne) and one.person != other.person
    }
    nothing_breaks(sorted(shared))


def test_a_name_with_contexts_has_somebody_that_it_may_mean(gazetteer: Gazetteer) -> None:
    assert {context.name for context in gazetteer.contexts} <= {name.text for name in gazetteer.names}


def test_at_most_one_bearer_of_a_name_is_usual_at_a_time(gazetteer: Gazetteer) -> None:
    usual = [context for context in gazetteer.contexts if context.usual]
    double = [
        one.name
        for one, other in combinations(usual, 2)
        if one.name == other.name and _existed(gazetteer, one.actor).overlaps(_existed(gazetteer, other.actor))
    ]
    nothing_breaks(double)


def _existed(gazetteer: Gazetteer, actor: ActorId | None) -> Period:
    return gazetteer.actors[actor].existed if actor is not None else Period()


def test_words_of_contexts_are_in_small_letters(gazetteer: Gazetteer) -> None:
    nothing_breaks([word for context in gazetteer.contexts for word in context.words if word != word.lower()])


def test_nobody_holds_one_office_twice_at_a_time(gazetteer: Gazetteer) -> None:
    terms = defaultdict(list)
    for term in gazetteer.terms:
        terms[(term.actor, term.person, term.office)].append(term.in_office)
    double = [key for key, held in terms.items() if any(one.overlaps(other) for one, other in combinations(held, 2))]
    nothing_breaks(double)


def test_nobody_leads_two_states_at_once(gazetteer: Gazetteer) -> None:
    states = {id_ for id_, actor in gazetteer.actors.items() if actor.kind is ActorKind.STATE}
    terms = defaultdict(list)
    for term in gazetteer.terms:
        if term.actor in states:
            terms[term.person].append(term)
    double = [
        (person, one.actor, other.actor)
        for person, held in terms.items()
        for one, other in combinations(held, 2)
        if one.actor != other.actor and one.in_office.overlaps(other.in_office)
    ]
    nothing_breaks(double)


def test_leaders_hold_office_while_their_actor_exists(gazetteer: Gazetteer) -> None:
    outside = [
        (term.person, term.actor, str(term.in_office))
        for term in gazetteer.terms
        if not term.in_office.overlaps(gazetteer.actors[term.actor].existed)
    ]
    nothing_breaks(outside)


def test_regimes_rule_while_their_state_exists(gazetteer: Gazetteer) -> None:
    outside = [
        (id_, regime.name)
        for id_, actor in gazetteer.actors.items()
        for regime in actor.regimes
        if regime.ruled.meet(actor.existed) != regime.ruled
    ]
    nothing_breaks(outside)


def test_members_and_organisations_exist_while_the_membership_is_held(gazetteer: Gazetteer) -> None:
    outside = [
        (held.actor, held.organisation, str(held.held))
        for held in gazetteer.memberships
        for one in (held.actor, held.organisation)
        if held.held.meet(gazetteer.actors[one].existed) != held.held
    ]
    nothing_breaks(outside)


def test_nobody_is_a_member_twice_at_a_time(gazetteer: Gazetteer) -> None:
    memberships = defaultdict(list)
    for one in gazetteer.memberships:
        memberships[(one.actor, one.organisation)].append(one.held)
    double = [key for key, held in memberships.items() if any(a.overlaps(b) for a, b in combinations(held, 2))]
    nothing_breaks(double)


def test_names_are_no_common_words_and_no_blocked_phrases(gazetteer: Gazetteer) -> None:
    names = {name.text for name in gazetteer.names}
    nothing_breaks(sorted(names & set(gazetteer.blocked)))
    nominals = {nominal.word for nominal in gazetteer.nominals}
    nothing_breaks(sorted(name for name in names if name.lower() in nominals))
    nothing_breaks(sorted(name for name in names if len(name) < 2 or name != name.strip()))


def test_names_begin_with_a_capital_somewhere(gazetteer: Gazetteer) -> None:
    """A name in small letters would be found in the middle of any sentence."""
    nothing_breaks(sorted({name.text for name in gazetteer.names if name.text.islower() and name.text.isalpha()}))


def test_nobody_is_a_neighbour_of_itself(gazetteer: Gazetteer) -> None:
    nothing_breaks(id_ for id_, sides in gazetteer.neighbours.items() if any(id_ in ids for ids in sides.values()))


def test_every_state_of_today_with_many_people_has_its_number(gazetteer: Gazetteer) -> None:
    from babel.core import get_global

    known = set(get_global("territory_aliases"))
    states = [id_ for id_, actor in gazetteer.actors.items() if actor.kind is ActorKind.STATE and id_ in known]
    led = {term.actor for term in gazetteer.terms}
    nothing_breaks(sorted(id_ for id_ in states if id_ in led and id_ not in gazetteer.millions and len(id_) == 3))


def test_every_actor_and_leader_has_a_source(gazetteer: Gazetteer) -> None:
    nothing_breaks([id_ for id_, actor in gazetteer.actors.items() if not actor.source])
    nothing_breaks([term.person for term in gazetteer.terms if not term.source])
    nothing_breaks([held for held in gazetteer.memberships if not held.source])


def test_nouns_mean_actors_that_exist_then(gazetteer: Gazetteer) -> None:
    """The state spoken of may be one only later: the guerrillas in Kenya of 1953, in East Timor of 1990."""
    outside = [
        (nominal.word, nominal.actor)
        for nominal in gazetteer.nominals
        if nominal.actor is not None and not nominal.borne.overlaps(gazetteer.actors[nominal.actor].existed)
    ]
    nothing_breaks(outside)


def test_a_leader_bears_names_of_kind_leader_only(gazetteer: Gazetteer) -> None:
    assert all((name.kind is NameKind.LEADER) == (name.person is not None) for name in gazetteer.names)


SMALL = {
    "states.csv": "RUS,Russia,1721-11-02..,Russia@1991-12-26..,Russian,,Moscow; the Kremlin,GRU; FSB,,USSR,UN 1991\n"
    "USSR,Soviet Union,1922-12-30..1991-12-26,Russia,Soviet,,Moscow,Red Army,perestroika@1985-03-11..,,treaty",
    "groups.csv": "wagner,Wagner Group,2014-05-01..2023-08-23,Wagner; PMC Wagner@2015-01-01..,,,,RUS,,press",
    "organisations.csv": "cis,Commonwealth of Independent States,1991-12-08..,CIS,,,treaty",
    "leaders.csv": "Vladimir Putin,Putin,RUS,president,2012-05-07..,inaugurated",
    "memberships.csv": "RUS,cis,1991-12-26..,treaty",
    "nominals.csv": "government,,,\nmercenaries,RUS,wagner,2014-05-01..2023-08-23",
    "blocked.csv": "Russian roulette,a game",
    "contexts.csv": "Wagner,wagner,yes,mercenary; prigozhin\nWagner,,,opera; bayreuth\nPMC,wagner,yes,",
    "names.csv": "Россия; России,RUS,ru,name,1991-12-26..,,usual\nПутин,RUS,ru,leader,,Vladimir Putin,usual",
    "not_names.csv": "русская рулетка,ru,a game",
    "populations.csv": "RUS,147,rounded",
    "neighbours.csv": "RUS,,,,USSR,map",
}


def a_folder(home: Path, **changed: str) -> Path:
    """The small tables; `changed` gives other lines for a table by its name without ending."""
    for file, header in HEADERS.items():
        lines = changed.get(file.removesuffix(".csv"), SMALL[file])
        (home / file).write_text(f"{header}\n{lines}\n", encoding="utf-8")
    return home


def test_a_folder_of_tables_becomes_a_gazetteer(tmp_path: Path) -> None:
    small = load_gazetteer(a_folder(tmp_path))
    assert sorted(small.actors) == ["RUS", "USSR", "cis", "wagner"]
    assert small.follows == {"RUS": ("USSR",)}
    assert small.actors[ActorId("USSR")].regimes[0].name == "perestroika"
    assert {name.text: str(name.borne) for name in small.names if name.actor == "wagner"} == {
        "Wagner Group": "2014-05-01..2023-08-23",
        "Wagner": "2014-05-01..2023-08-23",
        "PMC Wagner": "2015-01-01..2023-08-23",
        "PMC": "2014-05-01..2023-08-23",
    }
    assert [str(name.borne) for name in small.names if (name.text, name.actor) == ("Russia", "RUS")] == ["1991-12-26.."]
    assert [(name.text, name.person) for name in small.names if name.person] == [
        ("Vladimir Putin", "Vladimir Putin"),
        ("Putin", "Vladimir Putin"),
    ]
    assert small.nominals[0].about is None and small.nominals[0].actor is None
    assert small.contexts[1].words == ("opera", "bayreuth")


@pytest.mark.parametrize(
    ("table", "lines", "told"),
    [
        ("states", "RUS,Russia", "states.csv line 2: 2 cells were given, expected 11"),
        ("states", "RUS,Russia,1991,,,,,,,,x", "states.csv line 2, column 'existed': '1991' was given"),
        ("states", "RUS,Russia,1991-13-26..,,,,,,,,x", "'1991-13-26..' was given"),
        ("states", "RUS,Russia,1991-12-26..1990-01-01,,,,,,,,x", "the end comes after the start"),
        ("states", "RUS,,..,,,,,,,,x", "column 'name': '' was given, expected some text"),
        ("states", "RUS,Russia,..,Rus@soon,,,,,,,x", "column 'also': 'soon' was given"),
        ("states", "RUS,Russia,1991-12-26..,Rus@..1900-01-01,,,,,,,x", "a time at which RUS existed (1991-12-26..)"),
        ("states", "RUS,Russia,..,@..1990-01-01,,,,,,,x", "a name before '@'"),
        ("states", "RUS,Russia,..,,,,,,,,x\nRUS,Russia,..,,,,,,,,x", "line 3, column 'id': 'RUS' was given"),
        ("states", "RUS,Russia,..,,,,,,,rome,x", "column 'follows': 'rome' was given, expected the id of an actor"),
        ("groups", "wagner,Wagner,..,,,,,mars,,x", "column 'part_of': 'mars'"),
        ("leaders", "Putin,,mars,president,..,x", "leaders.csv line 2, column 'actor': 'mars'"),
        ("memberships", "RUS,mars,..,x", "memberships.csv line 2, column 'organisation': 'mars'"),
        ("nominals", "rebels,RUS,mars,", "nominals.csv line 2, column 'actor': 'mars'"),
        ("contexts", "Wagner,wagner,perhaps,x", "column 'usual': 'perhaps' was given, expected yes, no or nothing"),
        ("blocked", '"Russian', "blocked.csv line"),
        ("populations", "RUS,many,x", "column 'millions': 'many' was given, expected millions of people"),
        ("populations", "RUS,-3,x", "more than 0"),
        ("populations", "mars,3,x", "populations.csv line 2, column 'actor': 'mars'"),
        ("neighbours", "RUS,mars,,,,x", "neighbours.csv line 2, column 'north': 'mars'"),
    ],
)
def test_a_flaw_is_told_with_its_file_line_and_column(tmp_path: Path, table: str, lines: str, told: str) -> None:
    with pytest.raises(KnowledgeError) as flaw:
        load_gazetteer(a_folder(tmp_path, **{table: lines}))
    assert told in str(flaw.value)


def test_a_table_with_other_columns_is_refused(tmp_path: Path) -> None:
    a_folder(tmp_path)
    (tmp_path / "blocked.csv").write_text("phrase,why\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"blocked.csv line 1: the header 'phrase,why' was given"):
        load_gazetteer(tmp_path)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    a_folder(tmp_path)
    (tmp_path / "leaders.csv").unlink()
    with pytest.raises(KnowledgeError, match=r"leaders.csv: no such file"):
        load_gazetteer(tmp_path)


def test_a_table_that_is_no_text_is_refused(tmp_path: Path) -> None:
    a_folder(tmp_path)
    (tmp_path / "groups.csv").write_bytes(HEADERS["groups.csv"].encode() + b"\n\xff\xfe,\x00")
    with pytest.raises(KnowledgeError, match=r"groups.csv"):
        load_gazetteer(tmp_path)
