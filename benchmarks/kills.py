"""Kill a process that adds to a store, at random moments, and look at what it leaves.

After each kill the store must open and hold nothing half written: each document
that is there has all its statements and claims, and the ledger counts what is
there. Whenever the adding is let through to its end, and after the last kill,
the store must equal one that was never interrupted. Ends with one line of
figures, and with exit code 1 where anything was wrong.

    python benchmarks/kills.py --kills 1000
    python benchmarks/kills.py --kills 100 --command "amity add PATH --store DIR"
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from amity.core.actors import ActorId
from amity.core.claims import Citation, Claim, Layer, Polarity, Reality, RelationType, claim_id
from amity.core.dates import Period
from amity.core.digests import Digest
from amity.core.documents import Document, DocumentId, Statement, document_id
from amity.core.dropped import Dropped, DropReason
from amity.store import Store
from amity.store.ledger import LEDGER_NAME, read_ledger

ACTORS = ("RUS", "SYR", "USA", "IRN", "TUR", "hezbollah")
DEEDS = ("signed a treaty with", "bombed", "sent aid to", "met", "imposed sanctions on")
DIGESTS = 10  # enough that the store merges files on the way
DOCUMENTS_IN_DIGEST = 4
TEXT_FILES = 30
SHORTEST = 0.3  # of the whole time: what a run takes that finds all added and has only to compact

# Starts the adding of everything into the store in a folder, in another process.
Adding = Callable[[Path], "Run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A process at work.

    `ended_within` waits so many seconds for its end at most; `exit_code` waits
    for its end, and is minus the signal where it was killed.
    """

    kill: Callable[[], None]
    ended_within: Callable[[float], bool]
    exit_code: Callable[[], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that a store holds, by document."""

    documents: Mapping[DocumentId, Document]
    statements: Mapping[DocumentId, tuple[Statement, ...]]
    claims: Mapping[DocumentId, tuple[Claim, ...]]
    dropped: Counter[Dropped]


@dataclass(slots=True, kw_only=True)
class Figures:
    """What happened to the processes and what they left."""

    kills: int = 0
    unfinished: int = 0  # left something that the next writer had to undo
    unmade: int = 0  # killed before there was a store
    completed: int = 0  # adding let through, and found equal


class WrongError(Exception):
    """A store that is not as it must be."""


def main() -> int:
    options = _options()
    dice = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="amity-kills-") as name:
        folder = Path(name)
        adding = _adding_by_command(options.command, folder) if options.command else _adding_by_fork()
        started = time.monotonic()
        try:
            figures = kill_often(adding, folder, kills=options.kills, dice=dice)
        except WrongError as wrong:
            print(f"WRONG (seed {options.seed}): {wrong}")
            return 1
        seconds = time.monotonic() - started
    print(
        f"{figures.kills} kills in {seconds:.0f} s: none left a store half written; {figures.unfinished} left a write "
        f"that was undone, {figures.unmade} came before there was a store; adding again made the store whole and equal "
        f"to an uninterrupted one {figures.completed} times out of {figures.completed}"
    )
    return 0


def kill_often(adding: Adding, folder: Path, *, kills: int, dice: random.Random) -> Figures:
    """Kill the adding so many times, each at a moment drawn anew; raises WrongError at the first fault."""
    whole, seconds = _uninterrupted(adding, folder / "whole")
    figures = Figures()
    stores = 0
    done = 0.0  # how much of the adding earlier runs have got through
    while figures.kills < kills:
        store = folder / f"store-{stores}"
        share = max(1 - done, SHORTEST)
        logs = _newest_in_logs(store)
        started = time.monotonic()
        run = adding(store)
        if not run.ended_within(dice.uniform(0, seconds * share)):
            run.kill()
        if _was_killed(run.exit_code()):
            figures.unfinished += _newest_in_logs(store) != logs and _has_unfinished_write(store)
            done = _look_at(store, whole, figures)
        else:
            if done == 0:  # the machine may have more to do by now, or less
                seconds = (seconds + time.monotonic() - started) / 2
            _must_be_whole(store, whole, figures)
            stores, done = stores + 1, 0.0
    last = folder / f"store-{stores}"
    _let_through(adding(last))
    _must_be_whole(last, whole, figures)
    return figures


def _uninterrupted(adding: Adding, folder: Path) -> tuple[Contents, float]:
    """What the adding makes when it is let alone, and how long it takes."""
    started = time.monotonic()
    _let_through(adding(folder))
    seconds = time.monotonic() - started
    whole = _contents(folder)
    if not whole.documents:
        raise WrongError("the command added no document: is PATH read, and DIR written?")
    return whole, seconds


def _was_killed(exit_code: int) -> bool:
    if exit_code not in (0, -signal.SIGKILL):
        raise WrongError(f"the adding failed by itself, with exit code {exit_code}")
    return exit_code != 0


def _let_through(run: Run) -> None:
    if _was_killed(run.exit_code()):
        raise WrongError("the adding was killed by somebody else")


def _look_at(folder: Path, whole: Contents, figures: Figures) -> float:
    """Check what a killed process left; gives the share of the documents that is there."""
    figures.kills += 1
    figures.unmade += not (folder / LEDGER_NAME).exists()
    found = _contents(folder)
    for id_, document in found.documents.items():
        if document != whole.documents.get(id_):
            raise WrongError(f"document {id_} is not as it was added")
        if found.statements.get(id_) != whole.statements.get(id_) or found.claims.get(id_) != whole.claims.get(id_):
            raise WrongError(f"document {id_} lacks some of its statements or claims")
    if not found.statements.keys() | found.claims.keys() <= found.documents.keys():
        raise WrongError("there are statements or claims without their document")
    if found.dropped - whole.dropped:
        raise WrongError("more was dropped than an uninterrupted store knows of")
    return len(found.documents) / len(whole.documents)


def _must_be_whole(folder: Path, whole: Contents, figures: Figures) -> None:
    if _contents(folder) != whole:
        raise WrongError("a store that was added to after kills differs from an uninterrupted one")
    figures.completed += 1


def _newest_in_logs(folder: Path) -> Mapping[str, int]:
    """How far each table's Delta log goes."""
    logs = folder.glob("*/_delta_log")
    return {log.parent.name: max((int(path.stem) for path in log.glob("*.json")), default=-1) for log in logs}


def _has_unfinished_write(folder: Path) -> bool:
    if not (folder / LEDGER_NAME).exists():
        return False
    newest = _newest_in_logs(folder)
    return any(newest[name] > state.delta_version for name, state in read_ledger(folder).tables.items())


def _contents(folder: Path) -> Contents:
    """Everything in the store; raises WrongError where the ledger counts otherwise."""
    with Store.open(folder, create=True) as store:
        documents = {document.id: document for document in store.documents()}
        statements = tuple(store.statements())
        claims = tuple(store.claims())
        dropped = Counter(store.dropped())
    rows = {name: state.rows for name, state in read_ledger(folder).tables.items()}
    read = {
        "documents": len(documents),
        "statements": len(statements),
        "claims": len(claims),
        "dropped": dropped.total(),
    }
    if rows != read:
        raise WrongError(f"the ledger counts {rows}, and the store holds {read}")
    return Contents(
        documents=documents,
        statements={id_: tuple(item for item in statements if item.document == id_) for id_ in documents},
        claims={id_: tuple(item for item in claims if item.citation.document == id_) for id_ in documents},
        dropped=dropped,
    )


def _adding_by_fork() -> Adding:
    """Adds digests made up here, in processes forked from one that has loaded everything and started no thread."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["duckdb", "deltalake", "arro3.core", "amity.store", __name__])

    def start(folder: Path) -> Run:
        process = context.Process(target=add_made_up_digests, args=(folder,))
        process.start()
        return Run(
            kill=process.kill,
            ended_within=lambda seconds: _has_ended(process, seconds),
            exit_code=lambda: _exit_code(process),
        )

    return start


def _has_ended(process: multiprocessing.process.BaseProcess, seconds: float) -> bool:
    process.join(seconds)
    return process.exitcode is not None


def _exit_code(process: multiprocessing.process.BaseProcess) -> int:
    process.join()
    return process.exitcode or 0


def _adding_by_command(command: str, folder: Path) -> Adding:
    """Runs a command on a folder of small text files, which stands for PATH in it; DIR is the store."""
    texts = folder / "texts"
    _write_texts(texts)

    def start(store: Path) -> Run:
        words = [{"PATH": str(texts), "DIR": str(store)}.get(word, word) for word in shlex.split(command)]
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return Run(
            kill=process.kill,
            ended_within=lambda seconds: _has_exited(process, seconds),
            exit_code=process.wait,
        )

    return start


def _has_exited(process: subprocess.Popen[bytes], seconds: float) -> bool:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _write_texts(folder: Path) -> None:
    folder.mkdir()
    dice = random.Random(1)
    for number in range(TEXT_FILES):
        sentences = (_sentence(dice) for _ in range(5))
        (folder / f"{number:03}.txt").write_text(" ".join(sentences) + "\n", encoding="utf-8")


def _sentence(dice: random.Random) -> str:
    actor, recipient = dice.sample(("Russia", "Syria", "Iran", "Turkey", "the United States"), 2)
    return f"{actor[0].upper()}{actor[1:]} {dice.choice(DEEDS)} {recipient} in {dice.randrange(1990, 2025)}."


def add_made_up_digests(folder: Path) -> None:
    """What the killed process does: add everything, then compact."""
    with Store.open(folder, create=True) as store:
        for number in range(DIGESTS):
            store.add(made_up_digest(number))
        store.compact()


def made_up_digest(number: int) -> Digest:
    """The same digest for the same number."""
    dice = random.Random(number)
    documents = tuple(_document(f"{number}-{place}", dice) for place in range(DOCUMENTS_IN_DIGEST))
    statements = tuple(statement for document in documents for statement in _statements(document))
    binary = Dropped(step="read", where=f"{number}.bin", reason=DropReason.BINARY, detail="no text")
    return Digest(
        documents=documents,
        statements=statements,
        claims=tuple(_claim(statement, dice) for statement in statements),
        dropped=(binary,) if number % 4 == 0 else (),
    )


def _document(name: str, dice: random.Random) -> Document:
    text = " ".join(f"{dice.choice(ACTORS)} {dice.choice(DEEDS)} {dice.choice(ACTORS)} ({name})." for _ in range(8))
    published = date(2000, 1, 1) + timedelta(days=dice.randrange(9000))
    return Document(id=document_id(text), name=name, text=text, published=published)


def _statements(document: Document) -> tuple[Statement, ...]:
    ends = [place + 1 for place, character in enumerate(document.text) if character == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return tuple(
        Statement(document=document.id, start=start, end=end, text=document.text[start:end])
        for start, end in zip(starts, ends, strict=True)
    )


def _claim(statement: Statement, dice: random.Random) -> Claim:
    actor, recipient = (ActorId(id_) for id_ in dice.sample(ACTORS, 2))
    citation = Citation(
        document=statement.document,
        start=statement.start,
        end=statement.end,
        quote=statement.text,
        statement=statement.id,
    )
    kind = RelationType("CONSULT")
    return Claim(
        id=claim_id(citation, actor, recipient, kind, (0, 3, 4, 7), "made-up"),
        actor=actor,
        recipient=recipient,
        type=kind,
        layer=Layer.CONDUCT,
        polarity=Polarity.AFFIRMED,
        reality=Reality.HAPPENED,
        attributed_to=None,
        holds=Period(date(2001, 1, 1), None),
        dated=True,
        written=Period(),
        published=None,
        citation=citation,
        actor_mention=(0, 3),
        recipient_mention=(4, 7),
        reading_confidence=dice.random(),
        extractor="made-up",
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--command", help="a command that adds PATH to the store DIR, instead of made-up digests")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
