# whosaid: `make extract` is all that most people need. `make help` lists the rest.

CORPUS ?= corpus
OUTPUTS ?= outputs
# More options for whosaid, for example: make extract ARGS="--workers 2"
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

SUITABLE := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$python -c '$(SUITABLE)' 2>/dev/null; then echo $$python; break; fi; done)

.DEFAULT_GOAL := help
.PHONY: help extract report review test lint format evaluate train golden reference lock faults fuzz clean venv venv-dev venv-train

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /	/' | expand -t 12
	@echo
	@echo 'make extract CORPUS=<folder of articles> OUTPUTS=<folder for the tables>'

extract: venv ## Turn the articles in CORPUS into tables in OUTPUTS
	@$(BIN)/whosaid run "$(CORPUS)" --outputs "$(OUTPUTS)" $(ARGS)

report: venv ## Write a report to look at in a browser, from the tables in OUTPUTS
	@$(BIN)/whosaid report --outputs "$(OUTPUTS)" $(ARGS)

review: venv ## Check and correct quotations in a browser; later runs keep the corrections
	@$(BIN)/whosaid review --outputs "$(OUTPUTS)" $(ARGS)

test: venv-dev ## Run the tests
	@$(BIN)/python -m pytest $(ARGS)

faults: venv-dev ## Kill runs at random moments and compare what comes out (FAULTS="--kills 200")
	@$(BIN)/python -m tests.faults $(FAULTS)

fuzz: venv-dev ## Run mutated inputs of all formats through everything (FUZZ="--inputs 100000")
	@$(BIN)/python -m tests.fuzz $(FUZZ)

lint: venv-dev ## Check format, style and types
	@$(BIN)/ruff format --check pipeline tests benchmarks
	@$(BIN)/ruff check pipeline tests benchmarks
	@$(BIN)/mypy

format: venv-dev ## Format the code
	@$(BIN)/ruff format pipeline tests benchmarks
	@$(BIN)/ruff check --fix pipeline tests benchmarks

evaluate: venv-dev ## Score the model on the dev corpora and compare with the floors
	@$(BIN)/whosaid evaluate $(ARGS)

train: venv-train ## Train the model anew on the training corpora
	@$(BIN)/whosaid train $(ARGS)

golden: venv-dev ## Renew the tables that the tests expect of the sample corpus, and the cookbook
	@$(BIN)/python -m tests.golden
	@$(BIN)/python -m tests.cookbook

reference: venv-dev ## Renew what the documents say of commands and columns
	@$(BIN)/python -m tests.reference

lock: venv-dev ## Renew the lock files after a change of dependencies
	@$(PIP) install uv
	@$(BIN)/uv pip compile --no-config --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command 'make lock' --quiet --upgrade \
		pyproject.toml --group build -o requirements.lock
	@$(BIN)/uv pip compile --no-config --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command 'make lock' --quiet --upgrade \
		pyproject.toml --group build --extra dev -c requirements.lock -o requirements-dev.lock
	@$(BIN)/uv pip compile --no-config --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command 'make lock' --quiet --upgrade \
		--group browser -c requirements-dev.lock -o requirements-browser.lock

clean: ## Remove the virtual environment and caches
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

# What was installed is kept beside it, so that a changed lock file is told by its content.

venv:
	@cat requirements.lock pyproject.toml | cmp -s - $(VENV)/installed || $(MAKE) --no-print-directory install

venv-dev: venv
	@cmp -s requirements-dev.lock $(VENV)/installed-dev || $(MAKE) --no-print-directory install-dev

venv-train: venv
	@cmp -s requirements-train.txt $(VENV)/installed-train || $(MAKE) --no-print-directory install-train

.PHONY: install install-dev install-train
install:
	@test -n "$(PYTHON)" || { \
		echo "whosaid needs Python 3.11, 3.12, 3.13 or 3.14, but none was found (python3 is $$(python3 --version 2>&1 || echo missing)): install one, or name it with make PYTHON=<path>." >&2; exit 1; }
	@$(PYTHON) -c '$(SUITABLE)' || { \
		echo "whosaid needs Python 3.11, 3.12, 3.13 or 3.14, and $(PYTHON) is $$($(PYTHON) --version 2>&1): name another with make PYTHON=<path>." >&2; exit 1; }
	@echo "Installing what whosaid needs into $(VENV) (once, a few minutes) ..."
	@rm -f $(VENV)/installed
	@$(BIN)/python -c '$(SUITABLE)' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV) || { \
		echo "$(PYTHON) cannot make a virtual environment: install its venv module (Debian, Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@cat requirements.lock pyproject.toml > $(VENV)/installed

install-dev:
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@cp requirements-dev.lock $(VENV)/installed-dev

install-train:
	@echo "Installing what training needs into $(VENV) ..."
	@$(PIP) install -r requirements-train.txt
	@cp requirements-train.txt $(VENV)/installed-train
