"""Every version can be read again, whatever was written since."""

from __future__ import annotations

import os
import shutil

import pytest

from amity.core.errors import StoreError
from amity.store import Added, Store
from amity.store.ledger import read_ledger, write_ledger
from tests.store.made_up import a_digest

NUMBERS = tuple(f"text {number}" for number in range(12))


def everything(store):
    return list(store.documents()), list(store.statements()), list(store.claims()), store.counts(), store.span()


def filled(folder, texts=NUMBERS):
    """A store that got one text at a time, and what it held at each version."""
    with Store.open(folder, create=True) as store:
        held = [everything(store)]
        for text in texts:
            store.add(a_digest(text))
            held.append(everything(store))
    return held


def age(folder):
    """Let every file look as if it was written long ago."""
    for path in folder.rglob("*.parquet"):
        os.utime(path, (0, 0))


def test_each_add_makes_a_version_and_each_version_stays(tmp_path):
    held = filled(tmp_path)
    with Store.open(tmp_path) as store:
        store.compact()
        age(tmp_path)
        store.compact()
        assert store.version == len(NUMBERS)
    for version, then in enumerate(held):
        with Store.open(tmp_path, version=version) as store:
            assert store.version == version
            assert everything(store) == then


def test_many_adds_leave_few_files(tmp_path):
    filled(tmp_path)
    ledger = read_ledger(tmp_path)
    assert {name: len(state.files) for name, state in ledger.tables.items()} == {
        "documents": 5,
        "statements": 5,
        "claims": 5,
        "dropped": 0,
    }


def test_compacting_leaves_one_file_and_deletes_old_ones_that_no_reader_can_need(tmp_path):
    filled(tmp_path)
    age(tmp_path)
    with Store.open(tmp_path) as store:
        store.compact()
        assert len(list(tmp_path.glob("claims/*.parquet"))) == 1
        assert store.counts().claims == len(NUMBERS)


def test_a_reader_whose_files_were_merged_away_reads_on(tmp_path):
    held = filled(tmp_path)
    with Store.open(tmp_path, version=5) as reader, Store.open(tmp_path) as writer:
        age(tmp_path)
        writer.compact()
        assert everything(reader) == held[5]


def test_an_old_version_cannot_be_added_to(tmp_path):
    filled(tmp_path, NUMBERS[:2])
    with Store.open(tmp_path, version=1) as store:
        with pytest.raises(StoreError, match="as it was at version 1"):
            store.add(a_digest("new"))
        with pytest.raises(StoreError, match="as it was at version 1"):
            store.compact()


def test_a_version_that_never_was_is_refused(tmp_path):
    filled(tmp_path, NUMBERS[:2])
    for version in (-1, 3):
        with pytest.raises(StoreError, match=f"no version {version}: its versions go from 0 to 2"):
            Store.open(tmp_path, version=version)


def test_what_a_stopped_writer_left_is_undone_by_the_next(tmp_path):
    """The tables are ahead of the ledger, as they are when a writer is killed between the two."""
    filled(tmp_path, NUMBERS[:3])
    before = read_ledger(tmp_path)
    with Store.open(tmp_path) as store:
        held = everything(store)
        store.add(a_digest("never finished"))
    write_ledger(tmp_path, before)
    with Store.open(tmp_path) as store:
        assert everything(store) == held
        assert store.add(a_digest("finished")) == Added(documents=1, statements=1, claims=1)
        assert [document.text for document in store.documents()].count("never finished") == 0
        store.add(a_digest("never finished"))
        assert store.counts().documents == 5


def test_what_a_stopped_merge_left_is_undone_by_the_next_writer(tmp_path):
    filled(tmp_path, NUMBERS[:3])
    before = read_ledger(tmp_path)
    with Store.open(tmp_path) as store:
        held = everything(store)
        store.compact()
    write_ledger(tmp_path, before)
    with Store.open(tmp_path) as store:
        assert everything(store) == held
        store.add(a_digest("more"))
        assert store.counts().documents == 4


def test_a_making_that_was_stopped_is_taken_up(tmp_path):
    Store.open(tmp_path, create=True).close()
    (tmp_path / "ledger.json").unlink()
    shutil.rmtree(tmp_path / "claims")
    with Store.open(tmp_path, create=True) as store:
        store.add(a_digest("one"))
        assert store.counts().claims == 1
