# One front door. `make` alone tells what there is.
PYTHON ?= python3
BIN := .venv/bin
PERIOD := 2024-01..2024-08
SECONDS ?= 60

.DEFAULT_GOAL := help
.PHONY: help demo run test check fix golden bench docs fuzz

help:  ## Tell what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 10

.venv/.run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

demo: .venv/.run  ## Build the two demo associations in demo/, serve both, and say where and how to log in
	$(BIN)/samordna demo --data demo

run: .venv/.run  ## Run a command: make run ARGS="statements --data demo/sjuharad --period 2024-01..2024-08"
	$(BIN)/samordna $(ARGS)

test: .venv/.dev  ## Run every test; what needs Chromium, PostgreSQL or LibreOffice says so when it skips
	$(BIN)/python -m pytest -n auto

check: .venv/.dev  ## Look without touching: style, types, the import contract
	$(BIN)/ruff format --check src tests bench docs
	$(BIN)/ruff check src tests bench docs
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: .venv/.dev  ## Mend what a machine can mend
	$(BIN)/ruff format src tests bench docs
	$(BIN)/ruff check --fix src tests bench docs

golden: .venv/.dev  ## Renew the golden files; read the difference before you commit it
	SAMORDNA_GOLDEN=renew $(BIN)/python -m pytest -q -n auto tests/golden tests/errors

bench: .venv/.dev  ## Measure what is promised and write the table into docs/
	$(BIN)/python -m bench

fuzz: .venv/.dev  ## Try the readers with bytes nobody thought of: make fuzz SECONDS=300
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	$(BIN)/python -m tests.fuzz $(SECONDS)

docs: .venv/.dev  ## Make the pictures and generated pages in docs/ anew
	$(BIN)/python -m docs.make
