"""Which files are merged, and when; which are read, and for what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amity.store.layout import CLAIMS
from amity.store.ledger import DataFile
from amity.store.merging import FAN, files_due, size_class
from amity.store.queries import Near
from amity.store.surrogates import writable

MEGABYTE = 1 << 20


def a_file(run, size, first="a", last="z", part=0):
    return DataFile(name=f"{run}-{part}.parquet", rows=1, size=size, first=first, last=last)


def files(*sizes):
    """A run of one file for each size."""
    return tuple(a_file(run, size) for run, size in enumerate(sizes))


def test_files_of_one_size_are_due_when_they_are_many():
    assert files_due(files(*[100] * (FAN - 1))) == ()
    assert files_due(files(*[100] * FAN)) == files(*[100] * FAN)


def test_a_big_file_is_not_rewritten_for_small_ones():
    big, *small = files(10 * MEGABYTE, *[100] * FAN)
    assert files_due((big, *small)) == tuple(small)


def test_a_run_counts_once_however_many_files_it_has():
    assert files_due([a_file("run", 100, part=part) for part in range(2 * FAN)]) == ()


def test_the_biggest_files_wait_until_they_are_asked_for():
    assert files_due(files(*[200 * MEGABYTE] * 20)) == ()


@given(st.integers(0, 1 << 40))
def test_the_class_of_a_size_grows_by_one_with_each_fanfold(size):
    assert size_class(size) <= size_class(size * FAN) <= size_class(size) + 1


@given(st.lists(st.integers(1, 4 * MEGABYTE), max_size=300))
def test_however_runs_come_few_of_each_size_stay(sizes):
    """Adding runs one by one and merging what is due, as the store does."""
    held: tuple[DataFile, ...] = ()
    for number, size in enumerate(sizes):
        held = (*held, a_file(number, size))
        while due := files_due(held):
            merged = a_file(f"m{due[0].run}", sum(file.size for file in due))
            held = (*(file for file in held if file not in due), merged)
    small = [file for file in held if file.size < 128 * MEGABYTE]
    assert len(small) <= 3 * (FAN - 1)


@given(st.lists(st.tuples(st.text(), st.text())), st.text(), st.lists(st.text()))
def test_a_file_that_may_hold_a_key_is_not_skipped(ends, first, keys):
    for one, other in ends:
        file = a_file("run", 1, first=min(one, other), last=max(one, other))
        holds = any(file.first <= writable(key) <= file.last for key in keys)
        assert Near.keys(CLAIMS, keys).may_be_in(file) == holds
        reaches = file.first <= writable(max(first, other)) and writable(min(first, other)) <= file.last
        assert Near.stretch(CLAIMS, min(first, other), max(first, other)).may_be_in(file) == reaches
