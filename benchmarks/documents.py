"""How fast documents are added and questions answered, and how much memory that takes.

    python benchmarks/documents.py [--documents 40] [--sentences 20] [--runs 3] [--questions 60] [--seconds 8]

The documents are made of sentences of the project's own prose (training/prose), shuffled with a fixed seed, each with a
date and an outlet, so that none is a copy of another as a whole. `add` is run into a new store each time; questions are
asked of the last one, in this process, after one that does not count. The cold start is a process of its own. Times
are wall-clock: leave the machine alone meanwhile. Runs are repeated for no longer than `--seconds`, and so are
questions: as it stands it takes about 20 seconds at most, save where one run takes longer. `--seed` makes others.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command line does
PROSE = Path(__file__).parent.parent / "training" / "prose"
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
OUTLETS = ("Gazette", "Courier", "Observer", "Review", "Wire", "Herald", "Tribune", "Monitor")
FIRST_DAY, DAYS = date(1990, 1, 1), 12_000
USUAL = {"documents": 40, "sentences": 20, "runs": 3, "questions": 60, "seconds": 8, "seed": 7}
Result = TypeVar("Result")
PAIRS = (
    "Russia and Syria",
    "Iran and Iraq",
    "France and Germany",
    "China and India",
    "Egypt and Israel",
    "Turkey and Greece",
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, usual in USUAL.items():
        options.add_argument(f"--{name}", type=int, default=usual)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="amity-benchmark-") as name:
        folder = Path(name)
        file = folder / "documents.jsonl"
        size = write_documents(file, given.documents, given.sentences, random.Random(given.seed))
        print(f"input       {given.documents} documents of {given.sentences} sentences, {size / 1e6:.2f} MB of text")
        store = measure_adding(file, folder, given, size)
        measure_questions(store, given)
        measure_cold_start(store)
        print(f"memory      {peak_megabytes():8.0f} MB at most, in this process")


def write_documents(file: Path, count: int, length: int, chance: random.Random) -> int:
    """Write so many documents as JSON Lines; gives the bytes of their texts."""
    sentences = [sentence for path in sorted(PROSE.glob("*.txt")) for sentence in sentences_of(path)]
    size = 0
    with file.open("w", encoding="utf-8") as lines:
        for _ in range(count):
            text = " ".join(chance.choices(sentences, k=length))
            day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
            lines.write(json.dumps({"text": text, "date": day.isoformat(), "source": chance.choice(OUTLETS)}) + "\n")
            size += len(text.encode())
    return size


def sentences_of(path: Path) -> list[str]:
    paragraphs = path.read_text(encoding="utf-8").split("\n\n")
    return [sentence for text in paragraphs for sentence in SENTENCE_END.split(" ".join(text.split())) if sentence]


def measure_adding(file: Path, folder: Path, given: argparse.Namespace, size: int) -> Path:
    """Add the file to a new store, several times; gives the last store."""
    from amity import add

    took, first = timed(lambda: add([str(first_line(file))], store=folder / "warm"))
    print(f"first add   {took:8.2f} s, one document: {first.tally.statements} statements; tables are loaded in it")
    runs = repeated(lambda run: add([str(file)], store=folder / f"store{run}"), given.runs, given.seconds)
    middle = statistics.median(took for took, _ in runs)
    added = runs[-1][1]
    print(f"found       {added.tally.statements} statements ({added.tally.copies} copies), {added.tally.claims} claims")
    speed = f"{given.documents / middle:8.1f} documents/s, {size / 1e6 / middle:.3f} MB/s"
    print(f"add         {speed} (median of {len(runs)} runs)")
    return added.store


def first_line(file: Path) -> Path:
    """A file with the first of the documents alone."""
    alone = file.with_name("first.jsonl")
    with file.open(encoding="utf-8") as lines:
        alone.write_text(next(lines), encoding="utf-8")
    return alone


def measure_questions(store: Path, given: argparse.Namespace) -> None:
    from amity import ask

    questions = [f"Are {pair} allies?" for pair in PAIRS]
    ask(questions[0], store=store)
    asked = repeated(
        lambda number: ask(questions[number % len(questions)], store=store), given.questions, given.seconds
    )
    print(f"question    {told([took for took, _ in asked])} (warm, {len(asked)} questions)")


def told(seconds: Sequence[float]) -> str:
    ordered = sorted(seconds)
    last = ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))]
    return f"{1000 * statistics.median(ordered):8.0f} ms median, {1000 * last:.0f} ms 99th percentile"


def measure_cold_start(store: Path) -> None:
    command = [sys.executable, "-m", "amity.serve.cli.main", "ask", f"Are {PAIRS[0]} allies?", "--store", str(store)]
    took, done = timed(lambda: subprocess.run(command, capture_output=True, check=False))
    if done.returncode not in (0, 3):
        raise SystemExit(done.stderr.decode())
    print(f"cold start  {took:8.2f} s, one question in a process of its own")
    took, _ = timed(lambda: subprocess.run([*command[:3], "--help"], capture_output=True, check=True))
    print(f"--help      {took:8.2f} s")


def peak_megabytes() -> float:
    """The most memory that this process has held; Linux counts in kilobytes, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def repeated(work: Callable[[int], Result], times: int, seconds: float) -> list[tuple[float, Result]]:
    """Do it so many times, or as often as fits into the seconds, but once at least; each time with how long it took."""
    until = time.perf_counter() + seconds
    done = [timed(lambda: work(0))]
    while len(done) < times and time.perf_counter() < until:
        done.append(timed(lambda: work(len(done))))
    return done


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


if __name__ == "__main__":
    main()
