# `make run` and `make test` need nothing but make and Python 3.11 or later.

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes

# Where checks and tests keep what the site would keep in var/.
SCRATCH := $(CURDIR)/.venv/scratch

PARALLEL := -n 3 --dist worksteal

READERS_PAGES := --profile=jinja templates
ADMIN_PAGES := --profile=django people/templates

.PHONY: run dev admin test test-long coverage check check-types check-rest docs bench bench-smoke messages format digests source-coverage requirements

run: .venv/run
	@$(BIN)/python manage.py serve

# The same for who changes the code: it is loaded again when a file changes, and errors are shown in full.
dev: export DEBUG := true
dev: .venv/run
	@$(BIN)/python manage.py serve --reload

admin: .venv/run
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py createsuperuser

# Each of the many processes would compile every module again, were nothing kept of it.
test: export PYTHONDONTWRITEBYTECODE :=
test: .venv/dev
	@$(BIN)/python -m tests.chromium
	@failed=; \
	DATABASE_URL= $(BIN)/python $(TRACED) -m pytest $(PARALLEL) || failed="SQLite"; \
	$(BIN)/python -m tests.postgres $(BIN)/python $(TRACED) -m pytest $(PARALLEL) || failed="$$failed PostgreSQL"; \
	test -z "$$failed" || { echo "Tests failed on:" $$failed >&2; exit 1; }

# The same, and fails where the tests of both databases together reach less than pyproject.toml asks for. It takes
# half as much time again: Python counts branches cheaply from 3.14 on.
coverage: export TRACED := -m coverage run
coverage: .venv/dev
	@mkdir -p $(SCRATCH) && $(BIN)/coverage erase
	@$(MAKE) --no-print-directory test
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

# The same, with all that takes minutes and many more examples of each property.
test-long: export TEST_LONG := true
test-long: test

# The strictest production: what is not asked of it here would not be asked of it anywhere.
check: export DATABASE_URL :=
check: export DATA_DIR := $(SCRATCH)
check: export HTTPS := true
check: .venv/dev .venv/docs
	@$(MAKE) --no-print-directory -j 2 check-types check-rest

# Parts of `make check`: mypy keeps one processor as busy as all else does another.
check-types:
	$(BIN)/mypy

check-rest:
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/djlint --check --lint $(READERS_PAGES)
	$(BIN)/djlint --check --lint $(ADMIN_PAGES)
	$(BIN)/python -m pytest -q -n 0 tests/translations/test_catalog.py
	$(BIN)/lint-imports
	$(BIN)/python -m tests.upgrades.digests
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py check --deploy --fail-level WARNING
	$(DOCS)

# A link that leads nowhere within these pages fails, every time: pages read before would not be looked at again.
DOCS := $(BIN)/sphinx-build --fresh-env --quiet --fail-on-warning --keep-going docs $(SCRATCH)/docs

docs: .venv/docs
	@$(DOCS)
	@echo "The documentation is at $(SCRATCH)/docs/contents.html"

# benchmarks/README.md says which variables it takes, and what comes of it.
bench: .venv/bench
	@$(BIN)/python -m benchmarks $(BENCH)

# Shows that all of it works, and judges no times.
bench-smoke: .venv/bench
	@$(BIN)/python -m benchmarks --sizes 1000 --connections 2 --seconds 1 --limit 3 --import-size 30

BENCH = $(if $(SIZES),--sizes $(SIZES)) $(if $(DATABASES),--databases $(DATABASES)) \
	$(if $(CONNECTIONS),--connections $(CONNECTIONS)) $(if $(SECONDS),--seconds $(SECONDS)) \
	$(if $(LIMIT),--limit $(LIMIT)) $(if $(IMPORT),--import-size $(IMPORT)) $(if $(JSON),--json $(JSON)) $(if $(ADD),--add) $(if $(WRITE),--write)

# The messages of code and templates, into the files that translators fill; docs/development.md says more.
messages: .venv/dev
	@$(BIN)/python -m tests.translations.catalog

format: .venv/dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/djlint --reformat --quiet $(READERS_PAGES)
	$(BIN)/djlint --reformat --quiet $(ADMIN_PAGES)

# Migrations that have a digest are never changed again; tests/upgrades/README.md says why.
digests: .venv/dev
	@$(BIN)/python -m tests.upgrades.digests --add

# SOURCE names texts of sources, or a folder of them, each called after its source; they are no part of the project.
SOURCE ?= $(SOURCES_DIR)

source-coverage: .venv/run
	@directory=$$(mktemp -d) && trap 'rm -rf "$$directory"' EXIT INT TERM && \
	export DATABASE_URL= DATA_DIR="$$directory" && \
	$(BIN)/python manage.py migrate --verbosity 0 && \
	$(BIN)/python manage.py seed && \
	$(BIN)/python manage.py source_coverage "$(SOURCE)"

# make requirements UPGRADE=--upgrade takes newer versions too.
requirements: .venv/uv
	$(COMPILE) $(UPGRADE) --output-file requirements.txt pyproject.toml
	$(COMPILE) $(UPGRADE) --output-file requirements-dev.txt --group dev --constraint requirements.txt pyproject.toml
	$(COMPILE) $(UPGRADE) --output-file requirements-model.txt --group model --no-deps
	$(COMPILE) $(UPGRADE) --output-file requirements-bench.txt --group bench --constraint requirements-dev.txt
	$(COMPILE) $(UPGRADE) --output-file requirements-docs.txt --group docs --constraint requirements-dev.txt

COMPILE := .venv/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make requirements'

.venv/uv: | .venv/bin/python
	@$(BIN)/python -m venv $@
	@$@/bin/pip install --quiet --disable-pip-version-check uv

# Both stamps say for which requirements pip has run, so that a second start doesn't wait for it.
.venv/run: requirements.txt | .venv/bin/python
	@echo "Installing what Probe needs …"
	@$(INSTALL) --requirement $<
	@touch $@

.venv/dev: requirements-dev.txt requirements-model.txt | .venv/bin/python
	@echo "Installing what Probe's tests need …"
	@$(INSTALL) --requirement $<
	@$(INSTALL) --no-deps --requirement requirements-model.txt
	@touch $@

.venv/docs: requirements-docs.txt | .venv/bin/python
	@echo "Installing what Probe's documentation is built with …"
	@$(INSTALL) --requirement $<
	@touch $@

.venv/bench: requirements-bench.txt .venv/dev
	@echo "Installing what Probe is measured beside …"
	@$(INSTALL) --requirement $<
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Probe needs Python 3.11 or later; name one with PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }
