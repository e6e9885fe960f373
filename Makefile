# One environment, made from the locked dependencies; remade when they change.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000

.PHONY: run test lint format lock translations docs bookmarklet clean

run: $(VENV)/.run ## make the environment and the database, serve, print the address
	$(BIN)/glossary serve --host $(HOST) --port $(PORT)

test: $(VENV)/.dev node_modules/.made ## the whole suite, browser tests included
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## formatting, lints, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(VENV)/.dev ## renew the locked dependencies
	$(BIN)/python -m pip install --quiet "uv>=0.5"
	$(BIN)/uv pip compile pyproject.toml --all-extras --group build \
		--universal --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -o requirements/run.txt
	$(BIN)/uv pip compile pyproject.toml --all-extras --group build --group dev \
		--universal --generate-hashes --no-emit-index-url --custom-compile-command "make lock" -o requirements/dev.txt

translations: $(VENV)/.dev ## gather what the pages say into the catalogues, and compile them
	$(BIN)/python -m glossary.web.catalogue

docs: $(VENV)/.dev ## write the reference of the commands from their help
	$(BIN)/python -m glossary.cli.reference

bookmarklet: node_modules/.made ## build the code inside the bookmark anew from its modules
	npm run --silent bookmarklet

node_modules/.made: package-lock.json
	npm ci --silent --no-audit --no-fund --ignore-scripts
	touch $@

$(VENV)/.made:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.run: $(VENV)/.made requirements/run.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: $(VENV)/.made requirements/dev.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.run

clean:
	rm -rf $(VENV) node_modules
