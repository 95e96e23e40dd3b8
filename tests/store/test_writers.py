"""Several processes at one store: one writes, the others read whole versions."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from amity.core.errors import StoreError
from amity.store import Store
from amity.store.lock import writing
from tests.store.made_up import a_digest

TEXTS = tuple(f"text {number}" for number in range(10))


def test_a_second_writer_is_told_who_writes(tmp_path):
    with Store.open(tmp_path, create=True, wait_seconds=0.05) as store, writing(tmp_path, wait_seconds=0):
        with pytest.raises(StoreError, match=rf"process {os.getpid()} on .* is writing to it \(waited 0.05 s\)"):
            store.add(a_digest("one"))
        assert store.counts().documents == 0
    with Store.open(tmp_path) as store:
        assert store.add(a_digest("one")).documents == 1


def test_reading_needs_no_lock(tmp_path):
    Store.open(tmp_path, create=True).close()
    with writing(tmp_path, wait_seconds=0), Store.open(tmp_path, wait_seconds=0) as store:
        assert store.counts().documents == 0


def test_a_dead_writer_holds_no_lock(tmp_path):
    Store.open(tmp_path, create=True).close()
    dies = (
        "import os, sys; from pathlib import Path; from amity.store.lock import writing\n"
        "with writing(Path(sys.argv[1]), wait_seconds=0): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", dies, str(tmp_path)], check=False).returncode == 9
    with Store.open(tmp_path, wait_seconds=0) as store:
        assert store.add(a_digest("one")).documents == 1


def test_writers_take_turns_and_none_is_lost(tmp_path):
    Store.open(tmp_path, create=True).close()

    def write(texts):
        with Store.open(tmp_path, wait_seconds=60) as store:
            for text in texts:
                store.add(a_digest(text, "shared"))

    threads = [threading.Thread(target=write, args=(TEXTS[start::2],)) for start in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Store.open(tmp_path) as store:
        assert {document.text for document in store.documents()} == {*TEXTS, "shared"}
        assert store.counts().claims == len(TEXTS) + 1


def test_a_store_moves_on_to_what_others_added_when_it_adds(tmp_path):
    with Store.open(tmp_path, create=True) as one, Store.open(tmp_path) as other:
        one.add(a_digest("one"))
        assert other.version == 0
        assert other.counts().documents == 0
        other.add(a_digest("two"))
        assert other.version == 2
        assert other.counts().documents == 2


def test_readers_see_whole_versions_while_a_writer_writes(tmp_path):
    """Version n holds n digests of three documents each: nothing else may ever be seen."""
    Store.open(tmp_path, create=True).close()
    done = threading.Event()

    def write():
        try:
            with Store.open(tmp_path) as store:
                for text in TEXTS:
                    store.add(a_digest(*(f"{text}{part}" for part in "abc")))
                store.compact()
        finally:
            done.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen = set()
    while not done.is_set() or not seen:
        with Store.open(tmp_path) as store:
            counts = store.counts()
            assert counts.documents == counts.claims == sum(counts.statements.values()) == 3 * store.version
            assert len(list(store.claims())) == counts.claims
            seen.add(store.version)
    writer.join()
    with Store.open(tmp_path) as store:
        assert store.version == len(TEXTS)


def test_one_open_store_answers_several_threads(tmp_path):
    with Store.open(tmp_path, create=True) as store:
        store.add(a_digest(*TEXTS))
        expected = list(store.claims())
        found = []
        threads = [threading.Thread(target=lambda: found.append(list(store.claims()))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [expected] * 4
