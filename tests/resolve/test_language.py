"""A text shows its language by its commonest words; where it does not, it is read as English."""

from __future__ import annotations

import pytest

from amity.core.errors import KnowledgeError
from amity.knowledge import load_commonest_words as module
from amity.knowledge.load_actors import load_gazetteer
from amity.knowledge.load_commonest_words import TOLD_APART, load_commonest_words
from amity.resolve import Resolver
from amity.resolve.language import Languages

LANGUAGES = Languages(load_commonest_words())

TOLD = [
    ("Le ministre a quitté la salle avant la fin du dîner.", "fr"),
    ("L'ambassadeur n'a rien dit à ses hôtes.", "fr"),
    ("El ministro salió de la sala antes de que terminara la cena.", "es"),
    ("Los trenes no llegaron hasta el lunes.", "es"),
    ("Der Minister verließ den Saal, ehe das Essen zu Ende war.", "de"),
    ("Die Züge kamen erst am Montag wieder.", "de"),
    ("Bakan yemek bitmeden önce salondan çıktı ve hiç konuşmadı.", "tr"),
    ("Trenler pazartesiye kadar gelmedi, diye yazdı gazete.", "tr"),
    ("The minister left before dinner was over.", None),
    ("Los Angeles and Las Vegas signed with La Paz.", None),
    ("Malaya's envoy wrote to Die Zeit and Le Monde.", None),
    ("Il ministro lasciò la sala prima che la cena fosse finita.", None),
    ("O ministro deixou a sala antes que o jantar terminasse, e não voltou.", None),
    ("De minister verliet de zaal voordat het diner voorbij was.", None),
    ("Bundestag", None),
    ("", None),
    ("12.03.1999", None),
    ("Министр вышел из зала.", None),
]


@pytest.mark.parametrize(("text", "language"), TOLD)
def test_a_text_is_in_the_language_that_its_commonest_words_show(text: str, language: str | None) -> None:
    assert LANGUAGES.told(text) == language


def test_a_text_without_a_language_is_read_in_its_own() -> None:
    resolver = Resolver(load_gazetteer())
    text = "La Norvège et le Maroc ont signé un accord avec les Pays-Bas."
    assert [str(one.actor) for one in resolver.mentions(text).mentions] == ["NOR", "MAR", "NLD"]
    assert resolver.mentions(text) == resolver.mentions(text, language="fr")
    assert not resolver.mentions(text, language="en").mentions


def test_every_language_told_apart_has_words_in_small_letters() -> None:
    for one in load_commonest_words():
        assert one.language in TOLD_APART
        assert one.words
        assert all(word == word.lower() and " " not in word for word in one.words), one.language


def test_a_language_without_words_is_named() -> None:
    with pytest.raises(KnowledgeError, match=r"languages/xx/words.toml"):
        module._of_language("xx")
