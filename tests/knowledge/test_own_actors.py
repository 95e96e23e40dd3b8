"""Actors of the user's own, in the form of our tables: added to ours, or told what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amity.core.actors import ActorId, ActorKind, NameKind
from amity.core.dropped import DropReason
from amity.core.errors import KnowledgeError
from amity.knowledge.gazetteer import Gazetteer
from amity.knowledge.load import Knowledge, load_knowledge
from amity.knowledge.load_actors import HEADERS, Loaded, load_actors, load_gazetteer
from amity.knowledge.user_files import UserFile
from amity.resolve.resolver import Resolver
from tests.knowledge.test_actors import a_folder

LEAGUE = "ruritanian-league,Ruritanian League,1894-05-01..,RL,Ruritanian,Ruritanians,Strelsau,,,made up"
KNIGHTS = "knights,Knights of Hentzau,..,,,,,ruritanian-league,,made up"

Load = Callable[..., Loaded]


def a_table(table: str, *lines: str, name: str = "mine.csv") -> UserFile:
    return UserFile(name, "\n".join([HEADERS[f"{table}.csv"], *lines]).encode())


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """The small tables and some of the user's."""
    folder = a_folder(tmp_path)
    return lambda *also, leave_out_bad=False: load_actors(folder, also=also, leave_out_bad=leave_out_bad)


def names_of(gazetteer: Gazetteer, actor: str) -> set[str]:
    return {name.text for name in gazetteer.names if name.actor == actor}


def test_without_files_of_the_users_nothing_changes(load: Load, tmp_path: Path) -> None:
    assert load() == Loaded(load_gazetteer(tmp_path))


def test_an_actor_of_the_users_is_one_like_ours(load: Load) -> None:
    found = load(a_table("groups", LEAGUE)).gazetteer
    league = found.actors[ActorId("ruritanian-league")]
    assert (league.name, league.kind, str(league.existed)) == ("Ruritanian League", ActorKind.GROUP, "1894-05-01..")
    assert names_of(found, "ruritanian-league") == {"Ruritanian League", "RL", "Ruritanian", "Ruritanians", "Strelsau"}
    assert set(load().gazetteer.actors) < set(found.actors)


def test_each_table_is_told_by_its_header_whatever_the_file_is_called(load: Load) -> None:
    found = load(
        a_table("states", "ruritania,Ruritania,..,,,,,,,,made up"),
        a_table("groups", LEAGUE),
        a_table("organisations", "elphberg-pact,Elphberg Pact,..,,,,made up"),
        a_table("leaders", "Theodor Neuhoff,Neuhoff,ruritania,king,..,made up"),
        a_table("nominals", "rebels,ruritania,ruritanian-league,"),
        a_table("contexts", "RL,ruritanian-league,yes,strelsau"),
        a_table("blocked", "Ruritanian roulette,a game"),
        a_table("memberships", "ruritania,elphberg-pact,..,made up"),
        a_table("names", "Ruritanie,ruritania,fr,name,,,made up"),
        a_table("not_names", "roulette ruritane,fr,a game"),
    ).gazetteer
    assert {"ruritania", "ruritanian-league", "elphberg-pact"} < set(found.actors)
    assert found.terms[-1].person == "Theodor Neuhoff"
    assert (found.nominals[-1].word, found.nominals[-1].actor) == ("rebels", "ruritanian-league")
    assert found.contexts[-1].words == ("strelsau",)
    assert "Ruritanian roulette" in found.blocked
    assert found.memberships[-1].organisation == "elphberg-pact"
    assert [name.text for name in found.names_abroad["fr"]] == ["Ruritanie"]
    assert found.blocked_abroad["fr"] == ("roulette ruritane",)


def test_files_may_refer_to_each_other_in_any_order(load: Load) -> None:
    files = (a_table("groups", KNIGHTS), a_table("groups", LEAGUE), a_table("memberships", "knights,cis,..,x"))
    for order in (files, files[::-1]):
        assert load(*order).gazetteer.actors[ActorId("knights")].part_of == ("ruritanian-league",)


def test_a_row_with_an_id_of_ours_takes_the_place_of_ours(load: Load) -> None:
    found = load(a_table("groups", "wagner,Africa Corps,2014-05-01..,Orchestra,,,,RUS,,x")).gazetteer
    assert names_of(found, "wagner") == {"Africa Corps", "Orchestra", "Wagner", "PMC"}  # two are in contexts.csv
    assert list(found.actors) == list(load().gazetteer.actors)


def test_the_leaders_of_a_replaced_actor_stay_and_what_does_not_fit_it_any_more_is_told(load: Load) -> None:
    russia = "RUS,Russia,1700-01-01..1800-01-01,,,,,,,,x"
    found = load(a_table("states", russia))
    assert [term.person for term in found.gazetteer.terms] == ["Vladimir Putin"]
    (left_out,) = found.left_out
    assert left_out.where == "names.csv line 2"
    assert "a time at which RUS existed" in left_out.detail


def test_where_both_speak_of_a_name_the_user_says_who_is_usually_meant(load: Load) -> None:
    found = load(a_table("groups", LEAGUE), a_table("contexts", "Wagner,ruritanian-league,yes,strelsau")).gazetteer
    assert [(one.actor, one.usual) for one in found.contexts if one.name == "Wagner"] == [
        ("wagner", False),
        (None, False),
        ("ruritanian-league", True),
    ]


def test_a_membership_of_the_users_replaces_ours(load: Load) -> None:
    (found,) = load(a_table("memberships", "RUS,cis,1991-12-26..2030-01-01,x")).gazetteer.memberships
    assert str(found.held) == "1991-12-26..2030-01-01"


def test_a_context_gives_an_actor_of_ours_one_more_name(load: Load) -> None:
    found = load(a_table("contexts", "Muscovy,RUS,yes,")).gazetteer
    assert [mention.actor for mention in Resolver(found).mentions("Muscovy was silent.").mentions] == ["RUS"]


def test_what_the_user_calls_an_actor_is_not_blocked(load: Load) -> None:
    group = "russian-roulette,Russian roulette,..,,,,,,,x"
    assert load(a_table("groups", group)).gazetteer.blocked == ()
    assert load(a_table("groups", LEAGUE)).gazetteer.blocked == ("Russian roulette",)


FLAWS = [
    ("groups", "x,X,1894,,,,,,,s", "column 'existed': '1894' was given, expected a period"),
    ("groups", ",X,..,,,,,,,s", "column 'id': '' was given, expected some text"),
    ("groups", "x y,X,..,,,,,,,s", "column 'id': 'x y' was given, expected letters of English, digits and hyphens"),
    ("groups", "x,--,..,,,,,,,s", "column 'name': '--' was given, expected a name with letters in it"),
    ("groups", "x,X,..,...,,,,,,s", "column 'also': '...' was given"),
    ("groups", "x,X,..", "3 cells were given, expected 10"),
    ("groups", 'x,"X,..,,,,,,,s', "not UTF-8 CSV"),
    ("groups", "x,X,..,,,,,mars,,s", "column 'part_of': 'mars' was given, expected the id of an actor"),
    ("states", "x,X,..,,,,,,,mars,s", "column 'follows': 'mars' was given"),
    ("leaders", "Zenda,,mars,king,..,s", "column 'actor': 'mars' was given"),
    ("leaders", "Zenda,,RUS,,..,s", "column 'office': '' was given"),
    ("memberships", "RUS,mars,..,s", "column 'organisation': 'mars' was given"),
    ("nominals", "rebels,mars,RUS,", "column 'about': 'mars' was given"),
    ("contexts", "X,RUS,perhaps,x", "column 'usual': 'perhaps' was given"),
    ("nominals", "...,,RUS,", "column 'word': '...' was given"),
    ("contexts", "-,RUS,yes,x", "column 'name': '-' was given"),
    ("blocked", "--,x", "column 'phrase': '--' was given"),
    ("blocked", ",nothing", "column 'phrase': '' was given"),
    ("names", "X,RUS,tlh,name,,,s", "column 'language': 'tlh' was given"),
    ("names", "X,RUS,fr,leader,,Nobody,s", "column 'person': 'Nobody' was given"),
    ("not_names", "x,tlh,s", "column 'language': 'tlh' was given"),
]


@pytest.mark.parametrize(("table", "line", "told"), FLAWS)
def test_a_flawed_row_is_an_error_that_names_file_line_and_column(load: Load, table: str, line: str, told: str) -> None:
    with pytest.raises(KnowledgeError) as flaw:
        load(a_table(table, "", line, name="a/mine.csv"))
    assert str(flaw.value).startswith("a/mine.csv line 3")
    assert told in str(flaw.value)


@pytest.mark.parametrize(("table", "line", "told"), FLAWS)
def test_a_flawed_row_can_be_left_out_and_the_rest_counts(load: Load, table: str, line: str, told: str) -> None:
    found = load(a_table("groups", LEAGUE), a_table(table, line, name="a/mine.csv"), leave_out_bad=True)
    assert found.gazetteer == load(a_table("groups", LEAGUE)).gazetteer
    (left_out,) = found.left_out
    assert (left_out.step, left_out.where, left_out.reason) == ("actors", "a/mine.csv line 2", DropReason.BROKEN)
    assert left_out.detail.startswith(told)


def test_bytes_that_are_no_utf_8_spoil_only_their_line(load: Load) -> None:
    content = a_table("groups", LEAGUE).content + b"\nx,\xff\xfe,..,,,,,,,s\n" + KNIGHTS.encode()
    found = load(UserFile("mine.csv", content), leave_out_bad=True)
    assert {"ruritanian-league", "knights"} < set(found.gazetteer.actors)
    assert [item.where for item in found.left_out] == ["mine.csv line 3"]


def test_who_is_part_of_somebody_left_out_is_left_out_as_well(load: Load) -> None:
    bad_league = LEAGUE.replace("1894-05-01..", "1894")
    found = load(a_table("groups", bad_league, KNIGHTS, "squires,Squires,..,,,,,knights,,x"), leave_out_bad=True)
    assert found.gazetteer == load().gazetteer
    assert [item.where for item in found.left_out] == [f"mine.csv line {line}" for line in (2, 3, 4)]


def test_where_a_users_row_is_left_out_ours_stays(load: Load) -> None:
    found = load(a_table("groups", "wagner,Africa Corps,soon,,,,,,,x"), leave_out_bad=True)
    assert found.gazetteer == load().gazetteer


def test_of_two_rows_of_the_users_with_one_id_the_first_counts(load: Load) -> None:
    files = (a_table("groups", LEAGUE), a_table("states", "ruritanian-league,Other,..,,,,,,,,x", name="b.csv"))
    with pytest.raises(KnowledgeError, match=r"line 2, column 'id': 'ruritanian-league' was given"):
        load(*files)
    assert len(load(*files, leave_out_bad=True).left_out) == 1


def test_only_one_line_of_the_users_says_who_a_name_usually_means(load: Load) -> None:
    with pytest.raises(KnowledgeError, match=r"line 3, column 'usual'.*one line at most"):
        load(a_table("contexts", "Wagner,wagner,yes,x", "Wagner,,yes,y"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"id,name\nx,X\n", "the header 'id,name' was given, expected 'id,name,existed,"),
        (b"colour,size\n", "expected that of one of our tables: "),
        (b"id;name;existed\n", "expected commas between the cells"),
        (b"id\tname\n", "expected commas between the cells"),
        (b"\xff\xfei\x00d\x00", "not UTF-8 CSV"),
    ],
)
@pytest.mark.parametrize("leave_out_bad", [False, True])
def test_a_file_of_another_form_is_refused_as_a_whole(
    load: Load, content: bytes, told: str, leave_out_bad: bool
) -> None:
    with pytest.raises(KnowledgeError) as flaw:
        load(UserFile("mine.csv", content), leave_out_bad=leave_out_bad)
    assert told in str(flaw.value)
    assert "mine.csv" in str(flaw.value)


def test_a_mark_of_byte_order_blanks_and_line_ends_of_any_kind_are_no_flaw(load: Load) -> None:
    header = HEADERS["groups.csv"].replace(",", ", ")
    spreadsheet = UserFile("mine.csv", f"\ufeff{header}\r\n\r\n{LEAGUE}\r{KNIGHTS}\r\n".encode())
    assert load(spreadsheet).gazetteer == load(a_table("groups", LEAGUE, KNIGHTS)).gazetteer


@pytest.mark.parametrize("what", ["nothing", "folder"])
def test_what_is_no_file_is_told_by_its_path(tmp_path: Path, what: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(KnowledgeError, match=f"{what}: .*Expected a CSV file"):
        load_gazetteer(also=[tmp_path / what])


words = st.text(alphabet=st.sampled_from('aZé ЯصB;@.,-"\n\r0129…\x00\u200b\ufeffı'), max_size=12)
rows = st.lists(st.lists(words, min_size=1, max_size=11).map(",".join), max_size=4).map("\n".join)
cells = st.tuples(st.sampled_from(["x", "RUS"]), words, st.just(".."), words, words, words, words).map(
    lambda given: ",".join(f'"{cell.replace(chr(34), "")}"' for cell in given) + ",,,x"
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(table=st.sampled_from(sorted(HEADERS)), lines=rows, row=cells, leave_out_bad=st.booleans())
def test_whatever_is_in_a_file_it_is_used_or_told(
    load: Load, table: str, lines: str, row: str, leave_out_bad: bool
) -> None:
    files = [UserFile("mine.csv", f"{HEADERS[table]}\n{lines}".encode()), a_table("groups", row)]
    try:
        found = load(*files, leave_out_bad=leave_out_bad)
    except KnowledgeError as flaw:
        assert "mine.csv" in str(flaw) and not leave_out_bad
    else:
        Resolver(found.gazetteer).mentions("Vladimir Putin met Wagner in Moscow.")


def test_knowledge_with_the_users_files_has_a_version_of_its_own(tmp_path: Path) -> None:
    mine, copy = tmp_path / "mine.csv", tmp_path / "copy.csv"
    for path in (mine, copy):
        path.write_bytes(a_table("groups", LEAGUE).content)
    plain, with_mine = load_knowledge(), load_knowledge([mine])
    assert plain.version == Knowledge().version != with_mine.version
    assert load_knowledge([copy]).version == with_mine.version
    assert load_knowledge([mine]) is with_mine
    assert load_knowledge() is plain
    mine.write_bytes(a_table("groups", KNIGHTS.replace("ruritanian-league", "")).content)
    assert load_knowledge([mine]).version != with_mine.version


def test_the_users_actor_is_found_in_a_text_by_all_its_names(tmp_path: Path) -> None:
    mine, leaders = tmp_path / "mine.csv", tmp_path / "leaders.csv"
    mine.write_bytes(a_table("groups", LEAGUE).content)
    leaders.write_bytes(a_table("leaders", "Theodor Neuhoff,Neuhoff,ruritanian-league,king,1894-05-01..,x").content)
    resolver = Resolver(load_gazetteer(also=[mine, leaders]))
    found = resolver.mentions("Strelsau and the Ruritanians heard Neuhoff accuse Russia.").mentions
    assert [(mention.actor, mention.name_kind) for mention in found] == [
        ("ruritanian-league", NameKind.SEAT),
        ("ruritanian-league", NameKind.PEOPLE),
        ("ruritanian-league", NameKind.LEADER),
        ("RUS", NameKind.NAME),
    ]
