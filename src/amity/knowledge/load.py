"""All that the program knows of the world, read and checked, each part when it is first needed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from amity.core.claims import RelationType
from amity.knowledge.gazetteer import Gazetteer
from amity.knowledge.grammar import Grammar, load_grammar
from amity.knowledge.load_actors import load_gazetteer
from amity.knowledge.load_facts import Facts, load_facts
from amity.knowledge.named_periods import DateWords, NamedPeriods, load_date_words, load_named_periods
from amity.knowledge.question_words import QuestionWords, load_question_words
from amity.knowledge.relation_types import RelationKind, load_relation_types
from amity.knowledge.split_rules import SplitRules, load_split_rules

CODE_ENDINGS = (".py", ".pyc")


class Knowledge:
    """The packaged knowledge. `version` is a digest of its data files: it changes when any of them does."""

    @cached_property
    def version(self) -> str:
        digest = hashlib.blake2b(digest_size=6)
        for name, file in sorted(_data_files(files("amity.knowledge"), "")):
            digest.update(name.encode())
            digest.update(hashlib.blake2b(file.read_bytes()).digest())
        return digest.hexdigest()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        return load_gazetteer()

    @cached_property
    def facts(self) -> Facts:
        return load_facts(self.gazetteer.memberships, self.gazetteer.actors)

    @cached_property
    def kinds(self) -> Mapping[RelationType, RelationKind]:
        return load_relation_types()

    @cached_property
    def grammar(self) -> Grammar:
        return load_grammar()

    @cached_property
    def question_words(self) -> QuestionWords:
        return load_question_words()

    @cached_property
    def split_rules(self) -> SplitRules:
        return load_split_rules()

    @cached_property
    def periods(self) -> NamedPeriods:
        return load_named_periods()

    @cached_property
    def date_words(self) -> DateWords:
        return load_date_words()


def _data_files(folder: Traversable, path: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += [] if entry.name == "__pycache__" else _data_files(entry, f"{path}{entry.name}/")
        elif not entry.name.endswith(CODE_ENDINGS):
            found.append((path + entry.name, entry))
    return found


@cache
def load_knowledge() -> Knowledge:
    """The one packaged knowledge of this process."""
    return Knowledge()
