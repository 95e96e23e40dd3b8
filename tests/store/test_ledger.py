"""Folders that cannot be opened say what is wrong with them, and what to do."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amity.core.errors import StoreError
from amity.store import Store
from amity.store.ledger import read_ledger, write_ledger
from tests.store.made_up import a_digest


@pytest.fixture
def folder(tmp_path):
    with Store.open(tmp_path / "store", create=True) as store:
        store.add(a_digest("one"))
    return tmp_path / "store"


def test_a_ledger_is_read_as_it_was_written(folder):
    ledger = read_ledger(folder)
    write_ledger(folder, ledger)
    assert read_ledger(folder) == ledger


def test_no_folder(tmp_path):
    with pytest.raises(StoreError, match=r"there is no such folder\. `amity add PATH"):
        Store.open(tmp_path / "nowhere")


def test_a_file_in_place_of_a_folder(tmp_path):
    (tmp_path / "file").write_text("text", encoding="utf-8")
    with pytest.raises(StoreError, match="is a file"):
        Store.open(tmp_path / "file")
    with pytest.raises(StoreError, match="Cannot make a store"):
        Store.open(tmp_path / "file", create=True)


def test_a_folder_of_other_things(tmp_path):
    (tmp_path / "holiday.jpg").write_bytes(b"")
    with pytest.raises(StoreError, match="is not a store"):
        Store.open(tmp_path)
    with pytest.raises(StoreError, match=r"holds other files \(holiday.jpg\)"):
        Store.open(tmp_path, create=True)


@pytest.mark.parametrize("create", [True, False])
def test_a_lost_ledger_is_not_taken_for_a_new_store(folder, create):
    (folder / "ledger.json").unlink()
    with pytest.raises(StoreError, match=r"ledger\.json is missing"):
        Store.open(folder, create=create)


def test_a_newer_layout(folder):
    content = json.loads((folder / "ledger.json").read_text(encoding="utf-8"))
    (folder / "ledger.json").write_text(json.dumps(content | {"layout": 2}), encoding="utf-8")
    with pytest.raises(StoreError, match="has layout 2, and this Amity reads layout 1"):
        Store.open(folder)


@pytest.mark.parametrize("loss", ["missing", "another size"])
def test_a_lost_or_damaged_file(folder, loss):
    (file,) = folder.glob("claims/*.parquet")
    file.unlink() if loss == "missing" else file.write_bytes(b"cut short")
    with pytest.raises(StoreError, match=f"claims/{file.name}, which holds 1 claims, (is|has) {loss}"):
        Store.open(folder)


def test_a_file_lost_while_the_store_is_open(folder):
    with Store.open(folder) as store:
        for file in folder.glob("claims/*.parquet"):
            file.unlink()
        with pytest.raises(StoreError, match="is missing"):
            list(store.claims())


def test_a_file_whose_bytes_were_changed(folder):
    (file,) = folder.glob("claims/*.parquet")
    file.write_bytes(bytes(file.stat().st_size))
    with Store.open(folder) as store, pytest.raises(StoreError, match="Cannot read the store"):
        list(store.claims())


def test_a_lost_log_stops_the_writer_and_not_the_reader(folder):
    for file in folder.glob("claims/_delta_log/*"):
        file.unlink()
    with Store.open(folder) as store:
        assert store.counts().claims == 1
        with pytest.raises(StoreError, match="table 'claims'"):
            store.add(a_digest("two"))
        assert store.counts().claims == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_any_bytes_in_the_ledger_are_a_ledger_or_a_store_error(folder, data):
    whole = (folder / "ledger.json").read_bytes()
    place = data.draw(st.integers(0, len(whole)))
    broken = whole[:place] + data.draw(st.binary(max_size=3)) + whole[place + data.draw(st.integers(0, 3)) :]
    spare = folder.with_name("spare")
    spare.mkdir(exist_ok=True)
    (spare / "ledger.json").write_bytes(data.draw(st.sampled_from([broken, broken[:place]])))
    try:
        read_ledger(spare)
    except StoreError as error:
        assert str(spare) in str(error)
