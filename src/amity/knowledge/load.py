"""All that the program knows of the world, read and checked, each part when it is first needed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from amity.core.claims import RelationType
from amity.core.dropped import Dropped
from amity.knowledge.gazetteer import Gazetteer
from amity.knowledge.grammar import Grammar, load_grammar
from amity.knowledge.load_actors import Loaded, load_actors
from amity.knowledge.load_codes import Codes, load_codes
from amity.knowledge.load_facts import Facts, load_facts
from amity.knowledge.named_periods import DateWords, NamedPeriods, load_date_words, load_named_periods
from amity.knowledge.question_words import QuestionWords, load_question_words
from amity.knowledge.relation_types import RelationKind, load_relation_types
from amity.knowledge.split_rules import SplitRules, load_split_rules
from amity.knowledge.unlisted_shapes import UnlistedShapes, load_unlisted_shapes
from amity.knowledge.user_files import UserFile, read_user_file

CODE_ENDINGS = (".py", ".pyc")
KEPT = 4  # sets of a user's files that one process has ready


class Knowledge:
    """The packaged knowledge, and what a user's own files add to its actors.

    `version` is a digest of all data files, the user's among them: it changes when
    any of them does. With `leave_out_bad` flawed rows of the user's are left out.
    """

    def __init__(self, actor_files: Sequence[UserFile] = (), *, leave_out_bad: bool = False) -> None:
        self.actor_files = tuple(actor_files)
        self.leave_out_bad = leave_out_bad

    @cached_property
    def version(self) -> str:
        digest = hashlib.blake2b(digest_size=6)
        for name, file in sorted(_data_files(files("amity.knowledge"), "")):
            digest.update(name.encode())
            digest.update(hashlib.blake2b(file.read_bytes()).digest())
        for given in self.actor_files:  # by what is in them: where they lie changes no answer
            digest.update(hashlib.blake2b(given.content).digest())
        return digest.hexdigest()

    @property
    def gazetteer(self) -> Gazetteer:
        return self._actors.gazetteer

    @property
    def left_out(self) -> tuple[Dropped, ...]:
        """The rows about actors that were not used, and why."""
        return self._actors.left_out if self.actor_files else ()

    @cached_property
    def _actors(self) -> Loaded:
        return load_actors(also=self.actor_files, leave_out_bad=self.leave_out_bad)

    @cached_property
    def facts(self) -> Facts:
        return load_facts(self.gazetteer.memberships, self.gazetteer.actors)

    @cached_property
    def codes(self) -> Codes:
        """What others call our states; of the packaged actors, for a user's files hold no codes."""
        return load_codes(self.gazetteer.actors) if not self.actor_files else PACKAGED.codes

    @cached_property
    def kinds(self) -> Mapping[RelationType, RelationKind]:
        return load_relation_types()

    @cached_property
    def grammar(self) -> Grammar:
        return load_grammar()

    @cached_property
    def unlisted_shapes(self) -> UnlistedShapes:
        return load_unlisted_shapes()

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


PACKAGED = Knowledge()


def load_knowledge(actor_files: Sequence[Path] = (), *, leave_out_bad: bool = False) -> Knowledge:
    """The knowledge of this process: one for the same content of the same files, read anew when that has changed.

    Raises KnowledgeError where a file cannot be read; flaws in one are told when the actors are first used.
    """
    return _knowledge(tuple(read_user_file(Path(path)) for path in actor_files), leave_out_bad)


@lru_cache(maxsize=KEPT)
def _knowledge(actor_files: tuple[UserFile, ...], leave_out_bad: bool) -> Knowledge:
    return PACKAGED if not actor_files else Knowledge(actor_files, leave_out_bad=leave_out_bad)
