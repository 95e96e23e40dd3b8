"""What the reader is taught stays true whatever names fill the slots and whatever is left unmarked."""

from __future__ import annotations

import json
import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amity.core.actors import NameKind
from amity.knowledge.load import PACKAGED
from filling import fill, make_wardrobe
from marked_sentences import LabelledSentence, parse, read_sentences
from targets import TYPE_NUMBERS, plain_lesson, varied_lesson

WARDROBE = make_wardrobe(PACKAGED.gazetteer)
SENTENCES = list(read_sentences())[::97]


def a_sentence(text: str, *pairs: str) -> LabelledSentence:
    return parse(json.dumps({"text": text, "pairs": pairs}), "here:1")


@settings(deadline=None)
@given(st.sampled_from(SENTENCES), st.integers(0, 1000))
def test_filling_changes_names_and_nothing_between_them(sentence: LabelledSentence, seed: int) -> None:
    text, mentions = fill(sentence, WARDROBE, random.Random(seed))
    assert [(m.key, m.form) for m in mentions] == [(m.key, m.form) for m in sentence.mentions]
    for (one, old), (other, next_old) in pairwise(zip(mentions, sentence.mentions, strict=True)):
        assert text[one.end : other.start] == sentence.text[old.end : next_old.start]
    assert all(text[m.start : m.end].strip() for m in mentions)


def test_one_actor_keeps_one_name_and_two_actors_never_share_one() -> None:
    sentence = a_sentence("[a:name|Kenya] sent [a:adj|Kenyan] doctors to [b:name|Uganda].", "a>b AID")
    for seed in range(20):
        text, mentions = fill(sentence, WARDROBE, random.Random(seed))
        name, adjective, other = (text[m.start : m.end] for m in mentions)
        assert name != other
        assert any(
            name in words.get(NameKind.NAME, ()) and adjective in words.get(NameKind.ADJECTIVE, ())
            for words in WARDROBE.names.values()
        )


def test_common_nouns_are_not_filled() -> None:
    sentence = a_sentence("The [a:nom|rebels] shelled [b:nom|police] posts.", "a>b ASSAULT")
    assert fill(sentence, WARDROBE, random.Random(1))[0] == sentence.text


@settings(deadline=None)
@given(st.sampled_from(SENTENCES), st.integers(0, 1000))
def test_shares_of_types_sum_to_one_for_every_pair_that_is_left(sentence: LabelledSentence, seed: int) -> None:
    lesson = varied_lesson(sentence, WARDROBE, random.Random(seed))
    assert lesson.types.sum(-1) == pytest.approx(1.0, abs=1e-5)
    assert len(lesson.passage.actors) == len(lesson.types)
    for spans in lesson.passage.actors:
        assert spans
        assert all(0 <= span.start < span.end <= len(lesson.passage.text) for span in spans)


def test_direction_is_kept_and_undirected_types_go_both_ways() -> None:
    lesson = plain_lesson(a_sentence("[a:name|Iran] arms [b:name|Syria], its ally.", "a>b AID", "a-b ALLIED"))
    aid, allied, none = (TYPE_NUMBERS[name] for name in ("AID", "ALLIED", "none"))
    assert lesson.types[0, 1, aid] == lesson.types[0, 1, allied] == 0.5
    assert lesson.types[1, 0, aid] == 0.0
    assert lesson.types[1, 0, allied] == 1.0
    assert np.all(lesson.types.diagonal()[none] == 1.0)


def test_what_is_no_plain_fact_weighs_less_and_keeps_its_manner() -> None:
    lesson = plain_lesson(
        a_sentence(
            "[a:name|Mali], said [c:name|Niger], met [b:name|Chad] and will never arm it.",
            "a-b CONSULT by:c",
            "a>b AID denied planned",
        )
    )
    consult, aid = TYPE_NUMBERS["CONSULT"], TYPE_NUMBERS["AID"]
    actor, speaker, recipient = 0, 1, 2
    assert lesson.types[actor, recipient, consult] == pytest.approx(2 / 3)
    assert lesson.types[actor, recipient, aid] == pytest.approx(1 / 3)
    assert lesson.realities[actor, recipient, aid] == 1
    assert lesson.denials[actor, recipient, aid] == 1.0
    assert lesson.speakers[recipient, actor] == speaker + 2
