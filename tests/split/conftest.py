from __future__ import annotations

import pytest

from amity.knowledge.split_rules import SplitRules, load_split_rules


@pytest.fixture(scope="session")
def rules() -> SplitRules:
    return load_split_rules()
