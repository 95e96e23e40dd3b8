"""What the pattern reader makes of sentences: a table by family."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amity.core.documents import StatementKind
from tests.extract.marked import READER, marked, read, said

# Each row: a sentence with its actors marked, and the claims that must come of it, no more and no less.
STANDINGS = [
    ("{Greece=GRC} and {Serbia=SRB} were allies in 1912.", {"GRC ALLIED SRB"}),
    ("{Cuba=CUB} has long been one of {Venezuela=VEN}'s closest allies.", {"CUB ALLIED VEN"}),
    ("{Angola=AGO}, a loyal ally of {Cuba=CUB}, sent doctors home.", {"AGO ALLIED CUB"}),
    ("{Egypt=EGY}'s allies {Jordan=JOR} and {Iraq=IRQ} kept silent.", {"JOR ALLIED EGY", "IRQ ALLIED EGY"}),
    (
        "{Ethiopia=ETH}’s allies – {Eritrea=ERI}, {Sudan=SDN} and {Kenya=KEN} – sent troops.",
        {"ERI ALLIED ETH", "SDN ALLIED ETH", "KEN ALLIED ETH"},
    ),
    (
        "{Nasser=EGY:leader} relied on his {Soviet=soviet-union:adjective} ally.",
        {"soviet-union ALLIED EGY", "EGY PARTNERED soviet-union"},
    ),
    ("The crown counted on {Maduro=VEN:leader} ally {Bolivia=BOL}.", {"BOL ALLIED VEN"}),
    ("Old friends of {France=FRA}, the {Poles=POL:people} waited in vain.", {"POL PARTNERED FRA"}),
    ("{Libya=LBY} is {Chad=TCD}'s main military backer.", {"LBY BACKS TCD"}),
    ("{Kenya=KEN} and {Uganda=UGA} are rivals for the lake.", {"KEN RIVAL UGA"}),
    ("{Israel=ISR} watched its old enemy {Iraq=IRQ} rearm.", {"IRQ HOSTILE ISR"}),
    ("The {Iranian=IRN:adjective} proxy {Hezbollah=hezbollah} took the hill.", set()),
    ("{Iran=IRN} leaned on its {Lebanese=LBN:adjective} proxy {Hezbollah=hezbollah}.", {"hezbollah PART_OF IRN"}),
    (
        "With the fall of {Mengistu=ETH:leader}, {Moscow=soviet-union:seat} lost a trusted ally.",
        {"ETH ALLIED soviet-union ended"},
    ),
    ("{Bonn=DEU:seat} chose {Paris=FRA:seat} as its partner.", {"FRA PARTNERED DEU"}),
    ("The {Turkey=TUR}-{Greece=GRC} rivalry is old.", {"TUR RIVAL GRC"}),
    ("The alliance between {Japan=JPN} and {Britain=GBR} lapsed in 1923.", {"JPN ALLIED GBR"}),
    (
        "{Mali=MLI} and {Niger=NER}, long-time partners in the Sahel, met again.",
        {"MLI PARTNERED NER", "MLI CONSULT NER"},
    ),
    ("{India=IND} enjoys a warm and friendly relationship with {Bhutan=BTN}.", {"IND PARTNERED BTN"}),
    ("{Peru=PER} and {Ecuador=ECU} were at war in 1941.", {"PER AT_WAR ECU"}),
    ("{Pakistan=PAK} is hostile to {India=IND}.", {"PAK HOSTILE IND"}),
    ("{France=FRA} and {Russia=RUS} signed a pact in 1892.", {"FRA PACT RUS"}),
]
COMPOUNDS = [
    ("The {Saudi=SAU:adjective}-backed {government=YEM:nominal} returned to Aden.", {"SAU BACKS YEM"}),
    (
        "{Libyan=LBY:adjective}- and {Cuban=CUB:adjective}-backed {rebels=frolinat:nominal} took the town.",
        {"LBY BACKS frolinat", "CUB BACKS frolinat"},
    ),
    ("The {Rwanda=RWA}-backed {M23=m23} took Goma.", {"RWA BACKS m23"}),
    ("{American=USA:adjective}-made tanks rolled past the {Iraqi=IRQ:adjective} army.", set()),
]
EVENTS = [
    ("{Azerbaijan=AZE} shelled {Armenian=ARM:adjective} positions.", {"AZE ASSAULT ARM"}),
    ("{Armenian=ARM:adjective} positions were shelled by {Azerbaijan=AZE}.", {"AZE ASSAULT ARM"}),
    ("{Georgian=GEO:adjective} forces clashed with {Russian=RUS:adjective} troops.", {"GEO ASSAULT RUS"}),
    ("{Iran=IRN} and {Iraq=IRQ} clashed along the river.", {"IRN ASSAULT IRQ"}),
    ("{Tokyo=JPN:seat} protested to {Beijing=CHN:seat}.", {"JPN ACCUSE CHN"}),
    ("{Colombia=COL} cut its ties with {Venezuela=VEN}.", {"COL SANCTION VEN"}),
    ("The {European Union=european-union} imposed new sanctions on {Belarus=BLR}.", {"european-union SANCTION BLR"}),
    ("{Iran=IRN} supplied the {Houthis=houthis} with missiles.", {"IRN AID houthis"}),
    ("{France=FRA} sent troops to help {Mali=MLI}.", {"FRA AID MLI"}),
    ("{Pakistan=PAK} praised {China=CHN} and bombed {Kabul=AFG:seat}.", {"PAK SUPPORT CHN", "PAK ASSAULT AFG"}),
    ("The invasion of {Kuwait=KWT} by {Iraq=IRQ} began in August.", {"IRQ ASSAULT KWT"}),
    ("{Egypt=EGY}'s support for {Sudan=SDN} held.", {"EGY BACKS SDN"}),
    ("{Lavrov=RUS:leader} met {Blinken=USA:leader} in {Vienna=AUT:seat}.", {"RUS CONSULT USA"}),
    ("Talks between {Serbia=SRB} and {Kosovo=XKX} resumed.", {"SRB CONSULT XKX"}),
]
CO_AGENTS = [
    (
        "{British=GBR:adjective} and {French=FRA:adjective} jets bombed {Egypt=EGY}.",
        {"GBR ASSAULT EGY", "FRA ASSAULT EGY", "GBR COOPERATE FRA"},
    ),
    (
        "{Rwanda=RWA} and {Uganda=UGA} attacked {Zaire=COD}.",
        {"RWA ASSAULT COD", "UGA ASSAULT COD", "RWA COOPERATE UGA"},
    ),
]
PLACES = [
    ("{Russian=RUS:adjective} jets struck rebel camps in {Syria=SYR}.", set()),
    ("{Israel=ISR} mounts airstrikes in {Lebanon=LBN}.", set()),
    ("{France=FRA} withdrew its soldiers from {Niger=NER}.", set()),
    ("{Turkey=TUR} and {Russia=RUS} are allies in {Libya=LBY}.", {"TUR ALLIED RUS"}),
]
UNPLAIN = [
    ("{Germany=DEU} was not an ally of {Japan=JPN}.", {"DEU NOT_ALLIED JPN"}),
    ("Far from being allies, {Egypt=EGY} and {Turkey=TUR} compete.", {"EGY NOT_ALLIED TUR", "EGY RIVAL TUR"}),
    (
        "If {Iran=IRN} attacks {Israel=ISR}, {Washington=USA:seat} will help {Israel=ISR}.",
        {"IRN ASSAULT ISR hypothetical", "USA AID ISR hypothetical"},
    ),
    ("{Ankara=TUR:seat} will back {Baku=AZE:seat}.", {"TUR BACKS AZE planned"}),
    ("{Sweden=SWE} should help {Finland=FIN}.", {"SWE AID FIN called_for"}),
    ("{Albania=ALB}, {China=CHN}'s former ally, broke away.", {"ALB ALLIED CHN ended"}),
    ("{Israel=ISR} did not attack {Jordan=JOR}.", {"ISR ASSAULT JOR denied"}),
    ("{Israel=ISR} did not stop attacking {Jordan=JOR}.", {"ISR ASSAULT JOR"}),
    ("{Mali=MLI} is no longer an ally of {France=FRA}.", {"MLI ALLIED FRA ended"}),
    ("{Peru=PER} and {Chile=CHL} are on the brink of war.", {"PER RIVAL CHL"}),
]
SILENT = [
    ("{Brazil=BRA} beat {Argentina=ARG:name} 2-1.", set()),
    ("{Chad=TCD} borders {Sudan=SDN}.", set()),
    ("{Finland=FIN} exports more paper than {Sweden=SWE}.", set()),
]


@pytest.mark.parametrize(
    ("sentence", "expected"), [*STANDINGS, *COMPOUNDS, *EVENTS, *CO_AGENTS, *PLACES, *UNPLAIN, *SILENT]
)
def test_a_sentence_says_what_it_says_and_no_more(sentence: str, expected: set[str]) -> None:
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("{Moscow=RUS:seat} said that {Ankara=TUR:seat} backed {Baku=AZE:seat}.", "RUS"),
        ("According to {Kyiv=UKR:seat}, {Minsk=BLR:seat} is {Moscow=RUS:seat}'s closest ally.", "UKR"),
        ("{Iran=IRN} is {Iraq=IRQ}'s ally, analysts said.", "analysts"),
        ("{Iran=IRN} is {Iraq=IRQ}'s ally.", None),
    ],
)
def test_who_says_it_is_kept(sentence: str, speaker: str | None) -> None:
    assert {claim.attributed_to for claim in read(sentence)} == {speaker}


def test_a_whole_statement_is_believed_more_than_a_cut_off_one() -> None:
    sentence = "{Cuba=CUB} is {Venezuela=VEN}'s ally"
    whole, cut = (
        READER.extract([marked(sentence, kind)])[0][0].reading_confidence
        for kind in (StatementKind.STATEMENT, StatementKind.CUT_OFF)
    )
    assert whole > cut


def test_boilerplate_claims_nothing() -> None:
    assert READER.extract([marked("{Cuba=CUB} and {Venezuela=VEN} are allies.", StatementKind.BOILERPLATE)]) == [()]


ACTORS = ["{A=AAA}", "{B=BBB}", "{C=CCC:adjective}", "{D=DDD:leader}"]
MARKS = [*",.;-’“”", "'s"]
WORDS = [
    "allies",
    "ally of",
    "was",
    "is",
    "backed by",
    "war between",
    "attacked",
    "support for",
    "if",
    "not",
    "said",
    "in",
]
MORE_WORDS = ["and", "the", "its", "with", "forces", "an", "long-time", "lost", "fall", "who", "invasion of", "talks"]
PIECES = st.sampled_from([*ACTORS, *ACTORS, *MARKS, *WORDS, *MORE_WORDS])


@given(st.lists(PIECES, max_size=25))
def test_any_words_are_read_without_failure_and_never_tie_an_actor_to_itself(pieces: list[str]) -> None:
    item = marked(" ".join(pieces))
    for claim in READER.extract([item])[0]:
        assert claim.actor != claim.recipient
        assert 0 < claim.reading_confidence <= 1
        text = item.statement.text
        for mention in (claim.actor_mention, claim.recipient_mention):
            assert text[mention.start : mention.end] == mention.text
        assert 0 <= claim.cue[0] < claim.cue[1] <= len(text)
