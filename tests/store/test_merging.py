"""Which files are merged, and when."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amity.store.ledger import DataFile
from amity.store.merging import FAN, files_due, size_class

MEGABYTE = 1 << 20


def files(*sizes):
    return tuple(DataFile(name=f"{place}.parquet", rows=1, size=size) for place, size in enumerate(sizes))


def test_files_of_one_size_are_due_when_they_are_many():
    assert files_due(files(*[100] * (FAN - 1))) == ()
    assert files_due(files(*[100] * FAN)) == files(*[100] * FAN)


def test_a_big_file_is_not_rewritten_for_small_ones():
    big, *small = files(10 * MEGABYTE, *[100] * FAN)
    assert files_due((big, *small)) == tuple(small)


def test_the_biggest_files_wait_until_they_are_asked_for():
    assert files_due(files(*[200 * MEGABYTE] * 20)) == ()


@given(st.integers(0, 1 << 40))
def test_the_class_of_a_size_grows_by_one_with_each_fanfold(size):
    assert size_class(size) <= size_class(size * FAN) <= size_class(size) + 1


@given(st.lists(st.integers(1, 4 * MEGABYTE), max_size=300))
def test_however_files_come_few_of_each_size_stay(sizes):
    """Adding files one by one and merging what is due, as the store does."""
    held: tuple[DataFile, ...] = ()
    for size in sizes:
        held = (*held, DataFile(name="new.parquet", rows=1, size=size))
        while due := files_due(held):
            merged = DataFile(name="merged.parquet", rows=len(due), size=sum(file.size for file in due))
            held = (*(file for file in held if file not in due), merged)
    small = [file for file in held if file.size < 16 * MEGABYTE]
    assert len(small) <= 3 * (FAN - 1)
