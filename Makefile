# Everything a newcomer types; each target makes the virtual environment it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
REPORT := kielipari-report.html
DATA ?= ../shared/data

.PHONY: demo test eval bench docs lexicon lint types clean

demo: $(STAMP)  ## audit the project's own corpus, print the report, write an HTML one
	@$(BIN)/kielipari audit --fail-on never --format text --format html=$(REPORT)
	@echo "The same as a page to open or pass on: $(REPORT)"

test: lint types  ## ruff, mypy and pytest
	$(BIN)/pytest -m "not slow and not bench"

eval: $(STAMP)  ## every pinned figure, the slow ones included (needs ../shared/data)
	$(BIN)/pytest tests/eval -m "not bench" -rA

bench: $(STAMP)  ## speed and memory, as ratios against a peer in the same run
	$(BIN)/pytest tests/bench -m bench -s

lexicon: $(STAMP)  ## learn the shipped lexicon anew from open law text (needs ../shared/data)
	$(BIN)/kielipari learn $(DATA)/finlex/train.jsonl.xz -o pipeline/kielipari/align/data/fi-sv.npz \
		--about "Finlex open data, original statutes 2001-2017, CC BY 4.0"

docs: $(STAMP)  ## write the catalogue of rules anew
	$(BIN)/kielipari rules --markdown > pipeline/kielipari/docs/rules.md

lint: $(STAMP)
	$(BIN)/ruff check pipeline tests
	$(BIN)/ruff format --check pipeline tests

types: $(STAMP)
	$(BIN)/mypy

$(STAMP): pyproject.toml
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache $(REPORT)
