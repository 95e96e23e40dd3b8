# All set-up in two commands: `make ask` and `make test`. Needs Python 3.11 to 3.13 with pip and venv, and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
QUESTION ?= Are Russia and Syria allies?
HEAP ?= examples/heap.txt

.PHONY: help ask test lint readme lock bench kills seams claims train-seams train-reader clean

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

ask: $(VENV)/.runs  ## set everything up and answer a question from the example heap (QUESTION=..., HEAP=...)
	$(BIN)/amity ask "$(QUESTION)" $(HEAP)

test: $(VENV)/.tests  ## set everything up and run the tests
	$(BIN)/python -m pytest

lint: $(VENV)/.tests  ## style, types, and what may import what
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

readme: $(VENV)/.tests  ## write today's outputs into the documentation
	$(BIN)/python -m docs.refresh
	$(BIN)/python -m docs.make_relation_types

bench: $(VENV)/.tests  ## documents a second, question latency, memory
	$(BIN)/python benchmarks/documents.py
	$(BIN)/python benchmarks/resolve.py
	$(BIN)/python benchmarks/reader.py

kills: $(VENV)/.tests  ## a thousand kills in the middle of adding
	$(BIN)/python benchmarks/kills.py

seams: $(VENV)/.tests  ## how well heaps of the project's own prose are taken apart
	$(BIN)/python evaluation/seams.py

claims: $(VENV)/.tests  ## how well the readers of claims read the test split, side by side
	$(BIN)/python evaluation/claims.py --table
	$(BIN)/python evaluation/gate.py

train-reader: $(VENV)/.tests  ## train the reader of claims again (installs the training extra; about two hours of two cores)
	$(BIN)/python -m pip install --quiet -e '.[train]'
	mkdir -p $(VENV)/reader
	$(BIN)/python training/reader.py --large --to $(VENV)/reader/teacher.pt
	$(BIN)/python training/lessons.py $(VENV)/reader/teacher.pt --to $(VENV)/reader/lessons.pt
	$(BIN)/python training/reader.py --lessons $(VENV)/reader/lessons.pt --layers 6 --to $(VENV)/reader/six.pt
	$(BIN)/python training/reader.py --lessons $(VENV)/reader/lessons.pt --layers 3 --to $(VENV)/reader/three.pt
	$(BIN)/python training/export_reader.py $(VENV)/reader/six.pt --layers 6 --to src/amity/knowledge/reader/six.onnx
	$(BIN)/python training/export_reader.py $(VENV)/reader/three.pt --layers 3 --to src/amity/knowledge/reader/three.onnx

train-seams: $(VENV)/.tests  ## train the seam model again (installs the training extra)
	$(BIN)/python -m pip install --quiet -e '.[train]'
	$(BIN)/python training/seams.py

lock: $(VENV)/.tests  ## pin the newest versions that fit pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  --extra dev -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	  -o requirements-run.lock pyproject.toml

clean:  ## remove what was made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runs: $(VENV)/bin/python pyproject.toml requirements-run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.tests: $(VENV)/.runs requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@
