"""The parts that do the work, made once: readers of claims, models, and what they know."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from amity.extract.extractor import EXTRACTORS, USUAL_EXTRACTOR, Extractor
from amity.knowledge.load import KEPT, Knowledge
from amity.relate.models import RELATION_MODELS, RelationModel
from amity.resolve.resolver import Resolver


@dataclass(frozen=True)
class Tools:
    """One process's parts; each is made when it is first used and is the same ever after."""

    knowledge: Knowledge
    extractor_name: str = USUAL_EXTRACTOR
    model_name: str = "balance"

    @cached_property
    def resolver(self) -> Resolver:
        return Resolver(self.knowledge.gazetteer)

    @cached_property
    def extractor(self) -> Extractor:
        return EXTRACTORS[self.extractor_name](self.knowledge.kinds, self.knowledge.grammar)

    @cached_property
    def model(self) -> RelationModel:
        return RELATION_MODELS[self.model_name](self.knowledge.kinds)


@lru_cache(maxsize=KEPT + 1)
def tools_with(knowledge: Knowledge, extractor_name: str = USUAL_EXTRACTOR) -> Tools:
    """The parts that know this, with those asked for lately kept ready."""
    _ = knowledge.left_out  # flaws in the user's files are told now, and not in the middle of the work
    return Tools(knowledge, extractor_name)
