# Each target sets up what it needs; the first run installs, later ones start at once.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check

.PHONY: demo test lint bench bench-metadata bench-archive clean

demo: $(VENV)/.base
	$(BIN)/auditor check fixtures/demo/story.html --published 2026-05-12 --format html --format json --name demo --fail-on never
	@echo
	@echo "The report: reports/demo.html (open it in a browser) and reports/demo.json"

test: lint
	$(BIN)/python -m pytest -q -n 2

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

bench: $(VENV)/.bench
	$(BIN)/python -m tests.quality.bench

bench-metadata: $(VENV)/.dev
	$(BIN)/python -m tests.quality.metadata_bench

bench-archive: $(VENV)/.ray
	$(BIN)/python -m tests.archive.bench $(MEASURES)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(VENV)/.base: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ": name another with make PYTHON=...")'
	@$(PYTHON) -m venv $(VENV) || { echo "python3 cannot make a virtual environment here: on Debian and Ubuntu, apt-get install python3-venv"; exit 1; }
	$(PIP) -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.base
	$(PIP) -e '.[dev,archive,c2pa]'
	@touch $@

$(VENV)/.bench: $(VENV)/.dev
	$(PIP) -e '.[bench]'
	@touch $@

$(VENV)/.ray: $(VENV)/.dev
	$(PIP) -e '.[ray]'
	@touch $@
