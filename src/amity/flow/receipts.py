"""Receipts: what is needed to give an old answer again, and to see whether it is the same."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from amity.core.errors import ReceiptError

FORM = re.compile(r"[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}")

# Where things lie does not make it another question; what is in the files of actors is in `knowledge` already.
NOT_IN_ID = ("id", "paths", "named", "store", "actors", "leave_out_bad_actors")
LISTS = ("paths", "named", "actors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A question as it was asked, what it was asked of, and a digest of the answer.

    Either `store` with its `version`, or `paths` with the ids of the `documents`
    that were read from them. Dates are in ISO.
    """

    id: str
    question: str
    as_of: str | None
    known_by: str | None
    today: str
    use_facts: bool
    knowledge: str
    store: str | None
    version: int | None
    paths: tuple[str, ...]
    named: tuple[str, ...]  # the paths as the asker wrote them: documents are called by these
    documents: str  # a digest of the documents' ids
    actors: tuple[str, ...] = ()  # the asker's own files of actors; what is in them is part of `knowledge`
    leave_out_bad_actors: bool = False
    reader: str = "patterns"  # which reader of claims; receipts that do not say are of a time with one only
    answer: str = ""  # the answer as JSON, without the receipt in it


def identified(receipt: Receipt) -> Receipt:
    """The same receipt under the id that its content gives it."""
    parts = {key: value for key, value in asdict(receipt).items() if key not in NOT_IN_ID}
    digest = hashlib.blake2b(json.dumps(parts, sort_keys=True).encode(), digest_size=6).hexdigest()
    return replace(receipt, id=f"{digest[:4]}-{digest[4:8]}-{digest[8:]}")


def digest_of(ids: Sequence[str]) -> str:
    return hashlib.blake2b("\n".join(sorted(ids)).encode(), digest_size=10).hexdigest()


def keep(receipt: Receipt, folder: Path) -> bool:
    """Write a receipt to its folder, whole or not at all; False where the disk does not take it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f".{receipt.id}.{os.getpid()}"
        draft.write_text(json.dumps(asdict(receipt), ensure_ascii=False, sort_keys=True, indent=1), encoding="utf-8")
        draft.replace(folder / f"{receipt.id}.json")
    except OSError:
        return False
    return True


def find(id_: str, folder: Path) -> Receipt:
    """The receipt that was kept under an id."""
    if not FORM.fullmatch(id_):
        raise ReceiptError(f"'{id_}' is no receipt: expected three groups of four signs, as in 7f3c-91ab-20de.")
    path = folder / f"{id_}.json"
    if not path.is_file():
        raise ReceiptError(
            f"No receipt {id_} is kept in {folder}. Receipts are kept where the answer was given; "
            "name that store with --store."
        )
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        return Receipt(**{**row, **{key: tuple(row.get(key, ())) for key in LISTS}})
    except (ValueError, TypeError, AttributeError) as flaw:
        raise ReceiptError(f"The receipt in {path} is damaged: {flaw}. Ask the question again.") from flaw
