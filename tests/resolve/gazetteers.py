"""A small world for tests: a gazetteer from a few lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from amity.core.actors import Actor, ActorId, ActorKind, NameKind
from amity.core.dates import ALWAYS, Period
from amity.knowledge.gazetteer import Context, Gazetteer, Name, Nominal


def days(given: str) -> Period:
    """A period as the tables write it: "1922-12-30..1991-12-26"."""
    start, _, end = given.partition("..")
    return Period(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


def an_actor(id_: str, name: str, kind: ActorKind = ActorKind.STATE, existed: str = "..") -> Actor:
    return Actor(id=ActorId(id_), name=name, kind=kind, existed=days(existed), source="made up for a test")


def names(actor: str, kind: NameKind, texts: str, borne: str = "..", person: str | None = None) -> list[Name]:
    return [
        Name(text=text.strip(), actor=ActorId(actor), kind=kind, borne=days(borne), person=person)
        for text in texts.split(";")
    ]


def a_leader(actor: str, person: str, also: str, term: str) -> list[Name]:
    return names(actor, NameKind.LEADER, f"{person}; {also}", term, person)


def a_nominal(word: str, about: str | None, actor: str | None, borne: str = "..") -> Nominal:
    return Nominal(
        word=word,
        about=ActorId(about) if about else None,
        actor=ActorId(actor) if actor else None,
        borne=days(borne),
    )


def a_context(name: str, actor: str | None, words: str, *, usual: bool = False) -> Context:
    return Context(
        name=name,
        actor=ActorId(actor) if actor else None,
        usual=usual,
        words=tuple(word.strip() for word in words.split(";")) if words else (),
    )


def a_gazetteer(
    actors: Iterable[Actor],
    *named: Iterable[Name],
    nominals: Iterable[Nominal] = (),
    blocked: Iterable[str] = (),
    contexts: Iterable[Context] = (),
) -> Gazetteer:
    actors = tuple(actors)
    own = [Name(text=actor.name, actor=actor.id, kind=NameKind.NAME, borne=actor.existed) for actor in actors]
    return Gazetteer(
        actors={actor.id: actor for actor in actors},
        names=(*own, *(name for group in named for name in group)),
        nominals=tuple(nominals),
        blocked=tuple(blocked),
        contexts=tuple(contexts),
    )


SOVIET_TIME = "1922-12-30..1991-12-26"
RUSSIAN_TIME = "1991-12-26.."
SYRIAN_WAR = "2011-07-29..2024-12-08"


def the_small_world() -> Gazetteer:
    """Some states, groups and leaders that share names, adjectives and common nouns."""
    name, adjective, people = NameKind.NAME, NameKind.ADJECTIVE, NameKind.PEOPLE
    seat, force = NameKind.SEAT, NameKind.FORCE
    return a_gazetteer(
        [
            an_actor("RUS", "Russia", existed="1721-11-02.."),
            an_actor("soviet-union", "Soviet Union", existed=SOVIET_TIME),
            an_actor("SYR", "Syria"),
            an_actor("TUR", "Turkey", existed="1923-10-29.."),
            an_actor("USA", "United States"),
            an_actor("GBR", "United Kingdom"),
            an_actor("FRA", "France"),
            an_actor("IRN", "Iran"),
            an_actor("LBY", "Libya"),
            an_actor("TCD", "Chad"),
            an_actor("JOR", "Jordan"),
            an_actor("GEO", "Georgia"),
            an_actor("NER", "Niger"),
            an_actor("NGA", "Nigeria"),
            an_actor("COD", "Democratic Republic of the Congo"),
            an_actor("COG", "Republic of the Congo"),
            an_actor("PRK", "North Korea"),
            an_actor("KOR", "South Korea"),
            an_actor("CIV", "Côte d'Ivoire"),
            an_actor("YEM", "Yemen"),
            an_actor("ottoman-empire", "Ottoman Empire", existed="..1922-11-01"),
            an_actor("NOR", "Norway"),
            an_actor("syrian-opposition", "Syrian opposition", ActorKind.GROUP),
            an_actor("libyan-rebels", "National Transitional Council", ActorKind.GROUP),
            an_actor("houthis", "Houthis", ActorKind.GROUP),
            an_actor("islamic-state", "Islamic State", ActorKind.GROUP),
            an_actor("nato", "NATO", ActorKind.ORGANISATION),
            an_actor("allied-powers", "Allies", ActorKind.GROUP, existed="1939-09-01..1945-09-02"),
            an_actor("the-west", "the West", ActorKind.ORGANISATION),
        ],
        names("RUS", name, "Russian Federation", RUSSIAN_TIME),
        names("RUS", adjective, "Russian", RUSSIAN_TIME),
        names("RUS", adjective, "Russian", "..1922-12-30"),
        names("soviet-union", adjective, "Russian", SOVIET_TIME),
        names("RUS", people, "Russians", RUSSIAN_TIME),
        names("RUS", seat, "Moscow; the Kremlin; Kremlin", RUSSIAN_TIME),
        names("soviet-union", adjective, "Soviet", SOVIET_TIME),
        names("soviet-union", seat, "Moscow; the Kremlin; Kremlin", SOVIET_TIME),
        names("SYR", name, "Syrian Arab Republic"),
        names("SYR", adjective, "Syrian"),
        names("SYR", seat, "Damascus"),
        names("TUR", name, "Türkiye"),
        names("TUR", adjective, "Turkish"),
        names("USA", name, "U.S.; US; USA; America"),
        names("USA", adjective, "American"),
        names("USA", seat, "Washington; White House"),
        names("USA", force, "Pentagon"),
        names("GBR", name, "UK; U.K.; Britain"),
        names("GBR", adjective, "British"),
        names("GBR", people, "the British"),
        names("FRA", adjective, "French"),
        names("FRA", people, "the French"),
        names("IRN", adjective, "Iranian"),
        names("LBY", adjective, "Libyan"),
        names("TCD", adjective, "Chadian"),
        names("JOR", adjective, "Jordanian"),
        names("GEO", adjective, "Georgian"),
        names("GEO", seat, "Tbilisi"),
        names("NER", adjective, "Nigerien"),
        names("NGA", adjective, "Nigerian"),
        names("COD", name, "Congo"),
        names("COD", seat, "Kinshasa"),
        names("COG", name, "Congo"),
        names("COG", seat, "Brazzaville"),
        names("PRK", name, "Korea"),
        names("PRK", seat, "Pyongyang"),
        names("KOR", name, "Korea"),
        names("KOR", seat, "Seoul"),
        names("YEM", seat, "Sana'a"),
        names("ottoman-empire", adjective, "Ottoman", "..1922-11-01"),
        names("ottoman-empire", seat, "Constantinople", "..1922-11-01"),
        names("ottoman-empire", name, "Turkey", "..1922-11-01"),
        names("houthis", adjective, "Houthi"),
        names("islamic-state", name, "ISIS; ISIL"),
        a_leader("SYR", "Bashar al-Assad", "al-Assad; Assad; Bashar Assad", "2000-07-17..2024-12-08"),
        a_leader("SYR", "Hafez al-Assad", "al-Assad; Assad; Hafez Assad", "1971-02-22..2000-06-10"),
        a_leader("RUS", "Vladimir Putin", "Putin", "1999-12-31..2008-05-07"),
        a_leader("RUS", "Vladimir Putin", "Putin", "2012-05-07.."),
        a_leader("USA", "George H. W. Bush", "Bush", "1989-01-20..1993-01-20"),
        a_leader("USA", "George W. Bush", "Bush", "2001-01-20..2009-01-20"),
        a_leader("PRK", "Kim Jong-un", "Kim", "2011-12-17.."),
        a_leader("KOR", "Kim Dae-jung", "Kim", "1998-02-25..2003-02-25"),
        a_leader("NOR", "Jens Stoltenberg", "Stoltenberg", "2005-10-17..2013-10-16"),
        a_leader("nato", "Jens Stoltenberg", "Stoltenberg", "2014-10-01..2024-10-01"),
        nominals=[
            a_nominal("rebels", "SYR", "syrian-opposition", SYRIAN_WAR),
            a_nominal("rebel", "SYR", "syrian-opposition", SYRIAN_WAR),
            a_nominal("opposition", "SYR", "syrian-opposition", SYRIAN_WAR),
            a_nominal("rebels", "LBY", "libyan-rebels", "2011-02-27..2011-10-23"),
            a_nominal("rebel", "LBY", "libyan-rebels", "2011-02-27..2011-10-23"),
            a_nominal("regime", "SYR", "SYR"),
            a_nominal("government", None, None),
            a_nominal("government forces", None, None),
        ],
        blocked=["Russian roulette", "Turkey sandwich", "West Bank", "Michael Jordan", "Lake Chad", "New England"],
        contexts=[
            a_context("Russian", "RUS", "putin", usual=True),
            a_context("Russian", "soviet-union", "soviet; cold war; stalin"),
            a_context("Georgia", "GEO", "tbilisi; abkhazia; south ossetia; saakashvili; russia; caucasus", usual=True),
            a_context("Georgia", None, "atlanta; senate; republican; democrats; election officials; alabama; kemp"),
            a_context("Jordan", "JOR", "amman; king abdullah; syria; refugees; kingdom", usual=True),
            a_context("Jordan", None, "nba; bulls; basketball; henderson"),
            a_context("Chad", "TCD", "n'djamena; sudan; sahel; troops", usual=True),
            a_context("Chad", None, "johnson; hanging"),
            a_context("Washington", "USA", "white house; biden; sanctions", usual=True),
            a_context("Washington", None, "seattle; george; tacoma; redskins"),
            a_context("Congo", "COD", "kinshasa; kabila; goma; m23; kivu", usual=True),
            a_context("Congo", "COG", "brazzaville; sassou"),
            a_context("Korea", "KOR", "seoul; samsung"),
            a_context("Korea", "PRK", "pyongyang; kim jong-un"),
        ],
    )


UNDATED = ALWAYS
