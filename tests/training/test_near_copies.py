"""No labelled sentence is a near copy of another, or of a text that readers are measured on."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from marked_sentences import FOLDER, LabelledSentence, parse, read_sentences
from near_copies import TEST_SPLIT, check_ours, check_outside, find_among, is_contrast, main, with_slots

TRAINING = list(read_sentences())
TEST = list(read_sentences(sorted(TEST_SPLIT.glob("*.jsonl"))))

SEIZED = "[a:adj|Kenyan] customs officers seized three barges that [b:nom|miners] had hidden near the old sugar mill"
FUEL = "[a:name|Peru] has quietly stopped selling diesel to [b:name|Chile] since the spring"


def a_sentence(text: str, *pairs: str, where: str = "here:1") -> LabelledSentence:
    return parse(json.dumps({"text": text, "pairs": pairs}), where)


def are_near_copies(one: str, other: str) -> bool:
    return bool(find_among([a_sentence(one), a_sentence(other)]))


def test_no_sentence_is_a_near_copy_of_another() -> None:
    sentences = [*TRAINING, *TEST]
    pairs = [(sentences[copy.one], sentences[copy.other]) for copy in find_among(sentences)]
    assert [(one.where, other.where) for one, other in pairs if not is_contrast(one, other)] == []


def test_no_file_of_the_test_split_is_named_as_one_of_training() -> None:
    assert not {path.name for path in FOLDER.iterdir()} & {path.name for path in TEST_SPLIT.iterdir()}


def test_a_near_copy_that_is_planted_between_all_sentences_is_found() -> None:
    victim = max(TRAINING, key=lambda sentence: len(with_slots(sentence).words))
    planted = a_sentence(f"Yesterday, {victim.text}", where="planted:1")
    assert [copy.other for copy in find_among([*TRAINING, planted]) if copy.other == len(TRAINING)]


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(SEIZED, id="the same"),
        pytest.param(SEIZED.upper().replace("[A:ADJ|", "[a:adj|").replace("[B:NOM|", "[b:nom|") + "!", id="case"),
        pytest.param(SEIZED.replace("Kenyan", "Burmese").replace("miners", "the rebels of the north"), id="names"),
        pytest.param(SEIZED.replace("a:", "z:").replace("adj|", "name|"), id="keys and forms"),
        pytest.param(SEIZED.replace("old", "burnt"), id="one word"),
        pytest.param(SEIZED.replace("the old", "an old"), id="an article"),
        pytest.param("It is said that " + SEIZED + ", which nobody denies", id="within a longer one"),
    ],
)
def test_a_sentence_that_is_hardly_changed_is_a_near_copy(copy: str) -> None:
    assert are_near_copies(SEIZED, copy)


def test_a_short_sentence_with_other_names_is_a_near_copy() -> None:
    assert are_near_copies("[a:name|Peru] shelled [b:name|Chile]", "[a:name|Oman] shelled [b:name|Yemen]")


def test_one_number_is_like_another() -> None:
    first, second = (f"[a:name|Peru]'s navy lost {men} men in {year}" for men, year in ((300, 1879), (12, "the 1990s")))
    assert with_slots(a_sentence(first)).words == with_slots(a_sentence(second)).words


def test_eight_words_in_a_row_are_enough_whatever_stands_around_them() -> None:
    row = "long before dawn broke over the salt flats of that valley"
    one = f"[a:name|Peru] shelled [b:name|Chile] {row}, wrote a priest who had counted every gun and cart that passed"
    other = f"Convoys with medicine from [a:name|Oman] had reached [b:name|Yemen] by three different roads {row}"
    assert are_near_copies(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(SEIZED, FUEL, id="two subjects"),
        pytest.param(
            FUEL, "[a:name|Peru] and [b:name|Chile] have traded diesel since the spring", id="the same actors"
        ),
        pytest.param(
            "[a:name|Peru] shelled [b:name|Chile] again", "[a:name|Oman] shelled [b:name|Yemen]", id="a verb alone"
        ),
        pytest.param(
            "[a:name|Peru], [b:name|Chile], [c:name|Cuba], [d:name|Haiti] and [e:name|Brazil] met in silence",
            "[a:name|Oman], [b:name|Yemen], [c:name|Iran], [d:name|Iraq] and [e:name|Qatar] fell out over fish",
            id="a list of names",
        ),
    ],
)
def test_honest_sentences_are_no_near_copies(one: str, other: str) -> None:
    assert not are_near_copies(one, other)


def test_a_word_that_changes_what_is_stated_makes_a_contrast_within_a_file() -> None:
    plain = a_sentence(FUEL, "a>b SANCTION", where="one.jsonl:1")
    denied = FUEL.replace("quietly", "not")
    assert is_contrast(plain, a_sentence(denied, "a>b SANCTION denied", where="one.jsonl:2"))
    assert not is_contrast(plain, a_sentence(denied, "a>b SANCTION", where="one.jsonl:2"))
    assert not is_contrast(plain, a_sentence(denied, "a>b SANCTION denied", where="two.jsonl:2"))
    assert not is_contrast(plain, a_sentence(FUEL, "a>b SANCTION denied", where="one.jsonl:2"))


def test_who_acts_on_whom_makes_a_contrast_and_the_letters_of_the_keys_do_not() -> None:
    plain = a_sentence(FUEL, "a>b SANCTION", where="one.jsonl:1")
    other = FUEL.replace("quietly", "openly").replace("[a:", "[z:")
    assert is_contrast(plain, a_sentence(other, "b>z SANCTION", where="one.jsonl:2"))
    assert not is_contrast(plain, a_sentence(other, "z>b SANCTION", where="one.jsonl:2"))


def test_both_places_of_a_near_copy_are_printed_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    names = FUEL.replace("Peru", "Oman")
    assert check_ours([a_sentence(FUEL, where="one.jsonl:3"), a_sentence(names, where="two.jsonl:7")]) == 1
    assert "one.jsonl:3 two.jsonl:7 likeness 1.00" in capsys.readouterr().out


OUTSIDE = "Peru has quietly stopped selling diesel to Chile since the spring"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lines.txt", f"nothing here\r\n{OUTSIDE}\r\n"),
        ("rows.tsv", f"id\ttext\n1\t{OUTSIDE}\tPeru\n"),
        ("rows.csv", f'id,text\n1,"{OUTSIDE}, they say"\n'),
        ("objects.jsonl", "{}\n" + json.dumps({"id": 1, "parts": [{"text": OUTSIDE}]})),
        ("marked.jsonl", "{}\n" + json.dumps({"text": FUEL})),
        ("broken.jsonl", f"{{}}\n{OUTSIDE}"),
    ],
)
@pytest.mark.parametrize("zipped", [False, True])
def test_a_near_copy_of_an_outside_text_is_found_in_every_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, zipped: bool
) -> None:
    bytes_ = content.encode()
    path = tmp_path / "deep" / (f"{name}.gz" if zipped else name)
    path.parent.mkdir()
    path.write_bytes(gzip.compress(bytes_) if zipped else bytes_)
    assert check_outside([a_sentence(FUEL, where="one.jsonl:3")], [tmp_path]) == 1
    assert f"one.jsonl:3 {path}:2 " in capsys.readouterr().out


def test_as_a_program_it_fails_where_an_outside_text_is_a_near_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = tmp_path / "measure.txt"
    outside.write_text(TEST[0].text, encoding="utf-8")
    assert main(["--against", str(tmp_path)]) == 1
    assert f"{TEST[0].where} {outside}:1 likeness 1.00" in capsys.readouterr().out


def test_names_count_against_outside_texts(tmp_path: Path) -> None:
    path = tmp_path / "texts.txt"
    path.write_text("Oman shelled Yemen on the road to Taiz", encoding="utf-8")
    assert check_outside([a_sentence("[a:name|Oman] shelled [b:name|Yemen] on the road to [c:name|Taiz]")], [path]) == 1
    assert check_outside([a_sentence("[a:name|Peru] shelled [b:name|Chile] on the road to [c:name|Lima]")], [path]) == 0


def test_a_path_that_is_not_there_and_a_file_without_a_reader_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF")
    assert check_outside([a_sentence(FUEL)], [tmp_path, tmp_path / "gone"]) == 0
    told = capsys.readouterr().out
    assert f"no reader for: {tmp_path / 'scan.pdf'}\n" in told
    assert f"not there: {tmp_path / 'gone'}\n" in told
