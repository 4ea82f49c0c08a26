# Everything starts here: `make site` builds the site, `make test` runs every check, `make help` lists the rest.
#
# Both set up on their own what they need: a virtual environment in .venv from the lock files in requirements/,
# and, only where something is missing, Debian packages (as root or through sudo). Stamp files in .venv say what is
# done, so a second run starts at once. Settings from outside:
#   PYTHON=python3.12   the Python to make the environment with (3.11 or newer)
#   CHROMIUM=/path      the browser for the tests; otherwise chromium, chromium-browser or google-chrome

VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet
NODE_MODULES := tests/browser/tools/node_modules

CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM

# $(call need,COMMAND,PACKAGE…): installs the packages unless the command succeeds.
need = @{ $(1); } >/dev/null 2>&1 || scripts/apt-install $(2)

# $(call run_all,"COMMAND" …): runs every command even if one before it failed; fails if any did.
# pytest comes last, so that its closing line sums up the run.
run_all = @PATH="$(CURDIR)/$(BIN):$$PATH"; failed=0; \
	for command in $(1); do echo "$$command"; $$command || failed=1; done; exit $$failed
CHECKS := "ruff check" "ruff format --check" "mypy"

.DELETE_ON_ERROR:
.PHONY: help setup site serve check format test bench audit lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/.run ## install what building the site needs

site: $(VENV)/.run ## build the site into site/
	$(BIN)/python -m generator build

serve: $(VENV)/.run ## show the site locally and follow edits
	$(BIN)/python -m generator serve

check: $(VENV)/.test ## lint and types
	$(call run_all,$(CHECKS))

format: $(VENV)/.test ## format the code, mend what the linter can
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

test: $(VENV)/.test $(VENV)/.browser ## lint, types and all tests, on all cores
	$(call run_all,$(CHECKS) "env PYTHONWARNDEFAULTENCODING=1 pytest --numprocesses auto --dist worksteal")

bench: $(VENV)/.test $(VENV)/.browser ## measure speed and size on generated reports
	$(BIN)/python -m tests.benchmark

audit: $(VENV)/.test $(VENV)/.browser ## the checks that take too long for every test run
	$(BIN)/python -m tests.audit

lock: $(VENV)/.test ## write the lock files anew (UPGRADE=1: with the newest versions)
	CUSTOM_COMPILE_COMMAND="make lock" scripts/lock $(if $(UPGRADE),--upgrade)

clean: ## remove what was built, keep the environment
	rm -rf site build/docs/* .mypy_cache .ruff_cache .pytest_cache .hypothesis

# --- set-up ----------------------------------------------------------------------------------------------------

$(VENV)/.created:
	$(call need,python3 --version,python3)
	@python=$$(scripts/find-python) && { "$$python" -c 'import ensurepip, venv' 2>/dev/null \
		|| scripts/apt-install python3-venv; } && "$$python" -m venv $(VENV)
	@touch $@

# jieba comes as source only: what builds it is locked too, and installed first.
# The ignored warning explains what an editable installation is.
$(VENV)/.run: requirements/build.txt requirements/run.txt pyproject.toml | $(VENV)/.created
	$(PIP_INSTALL) --require-hashes -r requirements/build.txt
	$(PIP_INSTALL) --require-hashes --no-build-isolation -r requirements/run.txt
	PYTHONWARNINGS=ignore $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	$(PIP_INSTALL) --require-hashes --no-build-isolation -r requirements/test.txt
	@touch $@

$(VENV)/.browser: tests/browser/tools/package-lock.json | $(VENV)/.created
	$(call need,test -x "$(CHROMIUM)",chromium)
	$(call need,fc-list :lang=zh | grep .,fontconfig fonts-noto-cjk)
	$(call need,node --version && npm --version,nodejs npm)
	$(call need,command -v soffice || command -v libreoffice,libreoffice-writer-nogui)
	npm ci --prefix $(dir $<) --loglevel error
	@touch $@
