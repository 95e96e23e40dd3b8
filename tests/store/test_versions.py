"""Every version can be read again, whatever was written since."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from deltalake import DeltaTable

from amity.core.digests import Digest
from amity.core.dropped import DropReason
from amity.core.errors import StoreError
from amity.store import Added, Store
from amity.store.ledger import read_ledger, write_ledger
from tests.store.made_up import a_digest, a_drop

NUMBERS = tuple(f"text {number}" for number in range(12))


def everything(store):
    return list(store.documents()), list(store.statements()), list(store.claims()), store.counts(), store.span()


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A store that got one text at a time, and what it held at each version."""
    folder = tmp_path_factory.mktemp("original")
    with Store.open(folder, create=True) as store:
        held = [everything(store)]
        for text in NUMBERS:
            store.add(a_digest(text))
            held.append(everything(store))
    return folder, held


@pytest.fixture
def folder(original, tmp_path):
    """A copy of the original store."""
    return Path(shutil.copytree(original[0], tmp_path / "store"))


@pytest.fixture
def held(original):
    """What the original store held at each version."""
    return original[1]


def age(folder):
    """Let every file look as if it was written long ago."""
    for path in (*folder.rglob("*.parquet"), *folder.rglob("*.json")):
        os.utime(path, (0, 0))


def test_each_add_makes_a_version_and_each_version_stays(folder, held):
    with Store.open(folder) as store:
        store.compact()
        age(folder)
        store.compact()
        assert store.version == len(NUMBERS)
    for version, then in enumerate(held):
        with Store.open(folder, version=version) as store:
            assert store.version == version
            assert everything(store) == then


def test_many_adds_leave_few_files(folder):
    ledger = read_ledger(folder)
    assert {name: len(state.files) for name, state in ledger.tables.items()} == {
        "documents": 5,
        "statements": 5,
        "claims": 5,
        "dropped": 0,
    }


def test_old_files_are_deleted_when_no_reader_can_need_them(folder):
    with Store.open(folder) as store:
        store.compact()
        assert len(list(folder.glob("claims/*.parquet"))) > 1
        age(folder)
        store.compact()
        assert len(list(folder.glob("claims/*.parquet"))) == 1
        assert store.counts().claims == len(NUMBERS)


def test_the_log_of_a_table_stays_short(tmp_path):
    with Store.open(tmp_path, create=True) as store:
        for number in range(40):
            store.add(Digest(dropped=(a_drop(f"{number}.png"),)))
        age(tmp_path)
        store.compact()
        assert len(list(tmp_path.glob("dropped/_delta_log/*.json"))) < 40
        store.add(Digest(dropped=(a_drop("last.png"),)))
        assert store.counts().dropped == {DropReason.BINARY: 41}


def test_others_can_read_the_tables_as_delta(folder):
    claims = DeltaTable(folder / "claims")
    assert claims.version() == read_ledger(folder).tables["claims"].delta_version
    assert sum(batch.num_rows for batch in claims.scan()) == len(NUMBERS)


def test_a_reader_whose_files_were_merged_away_reads_on(folder, held):
    with Store.open(folder, version=5) as reader, Store.open(folder) as writer:
        writer.compact()
        age(folder)
        writer.compact()
        assert everything(reader) == held[5]


def test_an_old_version_cannot_be_added_to(folder):
    with Store.open(folder, version=1) as store:
        with pytest.raises(StoreError, match="as it was at version 1"):
            store.add(a_digest("new"))
        with pytest.raises(StoreError, match="as it was at version 1"):
            store.compact()


def test_a_version_that_never_was_is_refused(folder):
    for version in (-1, 13):
        with pytest.raises(StoreError, match=f"no version {version}: its versions go from 0 to 12"):
            Store.open(folder, version=version)


def test_what_a_stopped_writer_left_is_undone_by_the_next(folder):
    """The tables are ahead of the ledger, as they are when a writer is killed between the two."""
    before = read_ledger(folder)
    with Store.open(folder) as store:
        then = everything(store)
        store.add(a_digest("never finished"))
    write_ledger(folder, before)
    with Store.open(folder) as store:
        assert everything(store) == then
        assert store.add(a_digest("finished")) == Added(documents=1, statements=1, claims=1)
        assert [document.text for document in store.documents()].count("never finished") == 0
        store.add(a_digest("never finished"))
        assert store.counts().documents == len(NUMBERS) + 2


def test_what_a_stopped_merge_left_is_undone_by_the_next_writer(folder):
    before = read_ledger(folder)
    with Store.open(folder) as store:
        then = everything(store)
        store.compact()
    write_ledger(folder, before)
    with Store.open(folder) as store:
        assert everything(store) == then
        store.add(a_digest("more"))
        assert store.counts().documents == len(NUMBERS) + 1


def test_a_making_that_was_stopped_is_taken_up(tmp_path):
    Store.open(tmp_path, create=True).close()
    (tmp_path / "ledger.json").unlink()
    shutil.rmtree(tmp_path / "claims")
    with Store.open(tmp_path, create=True) as store:
        store.add(a_digest("one"))
        assert store.counts().claims == 1
