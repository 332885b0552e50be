# make demo   set up, read the bundled sample, show what comes out
# make test   set up, run the tests
# make lint   set up, check style and types
# make bench  every benchmark beside the numbers to beat (needs ../shared)
# make spark  set up Spark (0.5 GB; needs Java), test that linking runs on it
# make train  train the reader's heads anew (DATA=folder of the benchmarks' data; two cores take some 80 minutes)
# make docs   write the generated parts of the documentation
# make lock   pin the dependencies anew

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: demo test lint format docs bench spark train lock clean

demo: $(READY)
	$(BIN)/rashomon read sample/reports --out demo/record
	$(BIN)/rashomon link demo/record
	$(BIN)/rashomon show demo/record
	$(BIN)/rashomon page demo/record --out demo/record.html
	@echo
	@echo "One incident, account by account:  $(BIN)/rashomon show demo/record --incident I1"
	@echo "Why each value is what it is:      $(BIN)/rashomon explain demo/record I1"
	@echo "What was decided, and by whom:     $(BIN)/rashomon log demo/record"
	@echo "The page for a colleague:          demo/record.html"
	@echo "To work on it in a browser:        $(BIN)/rashomon desk demo/record"

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)
	$(BIN)/python -m benchmarks

# Hashes pin what is installed; --no-deps and --no-build-isolation keep the package's own install from fetching anything else.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

spark: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-spark.lock
	$(BIN)/python -m pytest tests/linking/test_on_spark.py

# Readings by the rules label the triggers; confidences and thresholds are fitted on reports that taught nothing.
DATA ?= ../shared/bench/data
HEADS := src/rashomon/reading/heads
TRAINING := .venv-training/bin/python

train: $(READY)
	$(PYTHON) -m venv .venv-training
	$(TRAINING) -m pip install --quiet --disable-pip-version-check 'pip>=25.1'  # the first that knows --group
	$(TRAINING) -m pip install --quiet --disable-pip-version-check --group training --editable .
	$(BIN)/python -m training.heads.readings $(DATA) .cache/heads
	$(TRAINING) -m training.heads.train $(DATA) --readings .cache/heads --out .cache/heads/heads.pt
	$(TRAINING) -m training.heads.export .cache/heads/heads.pt $(HEADS)
	$(BIN)/python -m training.heads.calibrate $(DATA)
	$(BIN)/python -m training.heads.card

docs: $(READY)
	$(BIN)/python -m docs.generate

lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--quiet --output-file requirements.lock
	echo 'pyspark>=4.0,<5' | uv pip compile - --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
		--quiet --output-file requirements-spark.lock

clean:
	rm -rf $(VENV) .venv-training demo .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
