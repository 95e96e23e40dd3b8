"""The date words and named periods that come with the program, loaded once."""

from __future__ import annotations

import pytest

from amity.knowledge.named_periods import DateWords, NamedPeriods, load_date_words, load_named_periods


@pytest.fixture(scope="session")
def words() -> DateWords:
    return load_date_words("en")


@pytest.fixture(scope="session")
def periods() -> NamedPeriods:
    return load_named_periods()
