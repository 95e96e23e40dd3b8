"""The house's own rules: where things are, and how long they may be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = sorted(
    path
    for folder in ("src", "tests", "training", "evaluation", "benchmarks", "docs")
    for path in (ROOT / folder).rglob("*.py")
)
LONGEST_FILE = 600
NAMELESS = {"utils.py", "helpers.py", "common.py", "manager.py", "base.py", "misc.py"}
PROMISES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=named)
def test_a_file_is_read_in_one_sitting_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    assert path.name not in NAMELESS
    assert path == Path(__file__) or not PROMISES.search(text)
    if path.name != "__init__.py" and "tests" not in path.parts:
        assert text.startswith(('"""', "#!")), "the first line says what the file is for"


def test_every_folder_of_the_architecture_is_declared_to_the_import_linter() -> None:
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    layers = contract[contract.index("layers = [") : contract.index("]", contract.index("layers = ["))]
    for folder in (ROOT / "src" / "amity").iterdir():
        if folder.is_dir() and folder.name != "__pycache__":
            assert re.search(rf'"[^"]*\b{folder.name}\b[^"]*"', layers), folder.name
