# Everything a newcomer types; each target makes the virtual environment it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
LEARNING := $(VENV)/.learning
REPORT := kielipari-report.html
DATA ?= ../shared/data
LEARNED := pipeline/kielipari/align/data
OWN := $(LEARNED)/fi-sv.npz $(LEARNED)/fi-sv-words.npz
SETS := build/sets
CATALOGUES := $(SETS)/catalogues.jsonl
TRANSLATED := django django-allauth django-cms django-oscar djangorestframework \
	home-assistant-frontend mezzanine sphinx trac wagtail wtforms
# How many noisy copies of each document: half of the text is running text, half interfaces.
TRAIN = OPENBLAS_NUM_THREADS=1 $(BIN)/python -m kielipari.align.train --aligned $(SETS)/law.jsonl 10 \
	--everyday $(SETS)/news.jsonl 40 --everyday $(SETS)/interface.jsonl 8 \
	--catalogues $(CATALOGUES) 1 -l $(OWN)

.PHONY: demo test eval bench docs lexicon weights lint types clean

demo: $(STAMP)  ## audit the project's own corpus, print the report, write an HTML one
	@$(BIN)/kielipari audit --fail-on never --format text --format html=$(REPORT)
	@echo "The same as a page to open or pass on: $(REPORT)"

test: lint types  ## ruff, mypy and pytest
	$(BIN)/pytest -m "not slow and not bench"

eval: $(STAMP)  ## every pinned figure, the slow ones included (needs ../shared/data)
	$(BIN)/pytest tests/eval -m "not bench" -rA

bench: $(STAMP)  ## speed and memory, as ratios against a peer in the same run
	$(BIN)/pytest tests/bench -m bench -s

$(CATALOGUES): $(LEARNING) pipeline/kielipari/align/catalogues.py
	$(BIN)/python -m kielipari.align.catalogues $(TRANSLATED) -o $@

lexicon: $(CATALOGUES)  ## learn the shipped lexicons anew from open text (needs ../shared/data)
	$(BIN)/python -m kielipari.align.learn $(DATA)/finlex/train.jsonl.xz --names \
		-o $(LEARNED)/fi-sv.npz --about "Finlex statutes 2001-2017 and CLDR names, CC BY 4.0"
	$(BIN)/python -m kielipari.align.learn $(LEARNED)/words-fi-sv.tsv --known $(LEARNED)/fi-sv.npz \
		-o $(LEARNED)/fi-sv-words.npz --about "Everyday words, written for this project"
	$(BIN)/python -m kielipari.align.learn $(CATALOGUES) --known $(OWN) \
		-o $(LEARNED)/fi-sv-interface.npz \
		--about "Interfaces of open software, BSD, MIT and Apache 2.0; see README.md"
	$(BIN)/python tests/eval/align_sets.py $(SETS)
	$(BIN)/python -m kielipari.align.learn $(SETS)/news.jsonl $(SETS)/interface.jsonl \
		--known $(OWN) -o $(LEARNED)/fi-sv-everyday.npz \
		--about "NTREX-128 and interface strings, CC BY-SA 4.0; see README.md"

weights: $(CATALOGUES)  ## train the aligner's shipped weights anew, and those of the halves it is measured with
	$(BIN)/python tests/eval/align_sets.py $(SETS)
	$(TRAIN) -o $(LEARNED)/weights.json --about "NTREX-128, Finlex 2018-2024, interface texts"
	for half in 0 1; do \
		$(BIN)/python -m kielipari.align.learn $(SETS)/everyday_$$half.jsonl \
			--known $(OWN) -o tests/eval/align_words_$$half.npz && \
		$(TRAIN) --part $$half/2 -o tests/eval/align_weights_$$half.json || exit 1; \
	done

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

$(LEARNING): $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,learn]'
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache $(REPORT)
