# Two commands: `make demo` shows newscli at work on seeds/, `make test` runs every check. Both set up what they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet

.PHONY: demo test soak bench docs clean

demo: $(VENV)/.installed
	$(BIN)/newscli list seeds
	$(BIN)/newscli show --no-pager --corpus seeds $$($(BIN)/newscli list seeds --ids)
	$(BIN)/newscli grep unrest seeds
	$(BIN)/newscli stats --no-pager seeds

test: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --config pyproject.toml
	$(BIN)/pytest --numprocesses auto

# What takes long: fuzzing (five minutes for each thing, unless SECONDS says otherwise), kills, loads, floods, on all cores.
# What is measured is shown at the end.
SECONDS ?= 300
soak: $(VENV)/.installed-test
	NEWSCLI_SOAK_SECONDS=$(SECONDS) $(BIN)/pytest -m soak -rP --numprocesses auto

# Pictures, the README's sessions and the generated pages of docs/.
docs: $(VENV)/.installed-test
	$(BIN)/python docs/make.py

bench: $(VENV)/.installed-test
	$(BIN)/python bench/startup.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "newscli needs Python 3.11 or later; say which with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.installed-test: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) --editable '.[test]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
