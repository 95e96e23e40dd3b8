"""Pairs that a user marked, from the file to the lines that come out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

MAIN = "from amity.serve.cli.main import run; run()"
LINES = [
    {"id": "a", "text": "Police arrested forty students.", "actor": [0, 6], "recipient": [16, 30]},
    {"id": "b", "text": "Police", "actor": [0, 6], "recipient": [0, 60]},
    {"id": "c", "text": "Iran arms Syria.", "actor": [0, 4], "recipient": [10, 15]},
]


def label(path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", MAIN, "label", str(path), *options], capture_output=True, text=True, check=False
    )


def written(folder: Path, lines: list[object]) -> Path:
    path = folder / "pairs.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_good_lines_are_labelled_in_order_and_the_flawed_one_is_named(tmp_path: Path) -> None:
    done = label(written(tmp_path, [*LINES, "{"]))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [row["id"] for row in rows] == ["a", "c"]
    assert rows[0]["type"] == "COERCE"
    assert rows[0]["quad"] == 4
    assert all(abs(sum(row["probabilities"].values()) - 1) < 1e-3 for row in rows)
    assert "pairs.jsonl:2: recipient [0, 60] is outside the text" in done.stderr
    assert "pairs.jsonl:4: not JSON" in done.stderr


def test_a_file_without_any_good_line_cannot_be_used(tmp_path: Path) -> None:
    done = label(written(tmp_path, [LINES[1]]))
    assert done.returncode == 4
    assert done.stdout == ""


def test_a_reader_that_cannot_label_is_not_understood(tmp_path: Path) -> None:
    done = label(written(tmp_path, [LINES[0]]), "--reader", "patterns")
    assert done.returncode == 2
    assert "encoder, fast" in done.stderr


def test_labelling_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    path = written(tmp_path, [LINES[0], LINES[2]])
    assert label(path).stdout == label(path).stdout
