"""The labelled sentences keep their form."""

from __future__ import annotations

from collections import Counter

import pytest

from marked_sentences import FormError, parse, read_sentences, unmarked

SENTENCES = list(read_sentences())


def test_every_line_keeps_the_form_and_no_sentence_stands_twice() -> None:
    texts = Counter(sentence.text.casefold() for sentence in SENTENCES)
    assert [text for text, count in texts.items() if count > 1] == []


def test_every_mention_stands_where_it_is_said_to_and_none_overlap() -> None:
    for sentence in SENTENCES:
        ends = [0]
        for mention in sentence.mentions:
            assert ends[-1] <= mention.start < mention.end <= len(sentence.text), sentence.where
            ends.append(mention.end)


def test_marks_are_taken_out_and_offsets_are_those_of_the_plain_text() -> None:
    text, mentions = unmarked("[a:name|Peru] and [b:adj|Chilean] ships", "here")
    assert text == "Peru and Chilean ships"
    assert [text[mention.start : mention.end] for mention in mentions] == ["Peru", "Chilean"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("not json", "not JSON"),
        ('{"text": "x"}', "expected an object"),
        ('{"text": "[a:nick|Peru]", "pairs": []}', "nick"),
        ('{"text": "[a:name|Peru met", "pairs": []}', "not closed"),
        ('{"text": "[a:name|Peru]", "pairs": ["a>b AID"]}', "two different ones"),
        ('{"text": "[a:name|Peru] [b:name|Chile]", "pairs": ["a>b LOVES"]}', "LOVES"),
        ('{"text": "[a:name|Peru] [b:name|Chile]", "pairs": ["a>b AID maybe"]}', "maybe"),
        ('{"text": "[a:name|Peru] [b:name|Chile]", "pairs": ["a AID b"]}', "expected such as"),
    ],
)
def test_a_line_that_breaks_the_form_says_where_and_how(line: str, says: str) -> None:
    with pytest.raises(FormError, match=says) as raised:
        parse(line, "file:7")
    assert "file:7" in str(raised.value)
