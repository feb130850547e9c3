# The front door. `make site` and `make test` set up everything that they need.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help site demo serve check check-site check-repository check-sample test rehearse coverage properties mutants test-browsers lint lock
.PHONY: forms schema sample-sentences benchmark benchmark-check sizes screenshots second-host wheel clean

PYTHON ?= python3
BIN := .venv/bin
# What a build needs, and what tests need besides; each is made anew when its own pins change.
SITE_READY := .venv/.site-ready
TEST_READY := .venv/.test-ready
SECOND_READY := .venv-second/.ready
# Written by npm when it has installed what tests/package-lock.json names.
CHECKERS := tests/node_modules/.package-lock.json
# The theme's advertisement for its successor is no message about this build.
export NO_MKDOCS_2_WARNING := 1

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 18

set_up = @command -v $(firstword $(PYTHON)) > /dev/null || { echo "Empty Chair needs Python 3.11.5 or newer, and there is no \
  $(PYTHON): install it, or name one, as in \`make site PYTHON=python3.13\`." >&2; exit 1; }; $(PYTHON) scripts/set_up.py

$(SITE_READY): requirements.txt pyproject.toml
	$(set_up) site

# After the other: it is the same environment.
$(TEST_READY): requirements-dev.txt tests/repository/pips.txt $(SITE_READY)
	$(set_up) test

# With the certificates of the system, as pip: behind a proxy of its own a house has others than those in node.
$(CHECKERS): tests/package-lock.json | $(TEST_READY)
	@echo "Setting up what checks pages (half a minute, once) ..."
	@PATH="$(CURDIR)/$(BIN):$$PATH" NODE_OPTIONS=--use-system-ca $(BIN)/npm ci --prefix tests --loglevel=error || \
	  { echo "npm could not install it: where its index was not reached, connect to the network and run the same command again." >&2; exit 1; }
	@touch $@

# ProperDocs in place of MkDocs. Nothing of ours is installed, because a hook finds the package beside it.
$(SECOND_READY): requirements.txt requirements-properdocs.txt
	$(set_up) second-host
	@touch $@

# A browser, and a font with Chinese characters: installed where that is possible, else the tests say what is missing.
browser = PYTHONPATH=tests $(BIN)/python -m browser.machine

# Files of tests in as many processes as are quickest on two cores, the long ones first.
SPREAD := --numprocesses 2 --dist loadfile --no-loadscope-reorder
checked = { $(BIN)/ruff check --quiet . && $(BIN)/ruff format --quiet --check . && $(BIN)/mypy; }

# A day (TODAY=2019-05-20) becomes its noon in the campaign's time zone; on its own, so that a wrong day stops make.
epoch = $(if $(TODAY),epoch=$$($(BIN)/emptychair epoch $(TODAY) --content $(1)) && export SOURCE_DATE_EPOCH=$$epoch &&)

# Built beside the site, which is replaced only by a complete one: a failed build leaves it as it was.
site: $(SITE_READY) ## the site into site/ (TODAY=2019-05-20: as it stood on that day)
	@rm -rf .site-new .site-old
	@$(call epoch,content) $(BIN)/mkdocs build --strict --site-dir .site-new || { rm -rf .site-new; exit 1; }
	@if [ -e site ]; then mv site .site-old; fi
	@mv .site-new site
	@rm -rf .site-old

demo: $(SITE_READY) ## the invented campaign of the tests as if written today, with open actions, at http://127.0.0.1:8000/
	@$(call epoch,tests/campaign/content) $(BIN)/python scripts/demo.py .site-demo
	@$(call epoch,tests/campaign/content) $(BIN)/mkdocs serve --strict --config-file .site-demo/mkdocs.yml

serve: $(SITE_READY) ## the site at http://127.0.0.1:8000/, built anew when a file changes
	@$(call epoch,content) $(BIN)/mkdocs serve --strict

check: $(SITE_READY) ## every problem of content/, without a build
	@$(BIN)/emptychair check

check-site: site ## every internal link of every page of the site
	@$(BIN)/python scripts/check_site.py site

check-repository: $(SITE_READY) ## do the issue forms and the owners of files fit the campaign?
	@$(BIN)/python scripts/check_repository.py

check-sample: $(TEST_READY) $(CHECKERS) ## what the sample in content/ promises, while it is there
	@$(BIN)/python scripts/check_sample.py

# Types and style are checked beside the tests: what they say stands below what the tests say, and counts. Whatever the
# caller's shell says, what Python compiles is kept, or each of the many processes would compile everything anew.
test: export PYTHONDONTWRITEBYTECODE =
test: $(TEST_READY) $(CHECKERS) ## the tests, with types and lint, in Chromium too
	@$(browser) chromium
	@echo "Lint and types beside the tests ..."
	@lint=$$(mktemp); trap 'rm -f "$$lint"' EXIT; $(checked) > "$$lint" 2>&1 & checks=$$!; \
	  tests=0; $(BIN)/python -m pytest $(SPREAD) --ignore tests/rehearsals || tests=$$?; \
	  lint_found=0; wait $$checks || lint_found=$$?; cat "$$lint"; exit $$((tests || lint_found))

# Each begins dozens of processes, and what they show changes with pins, workflows and packages alone.
rehearse: export PYTHONDONTWRITEBYTECODE =
rehearse: $(TEST_READY) $(CHECKERS) ## act out the set-up, the wheel, a started campaign and pull requests
	@$(BIN)/python -m pytest $(SPREAD) tests/rehearsals

coverage: export PYTHONDONTWRITEBYTECODE =
coverage: $(TEST_READY) $(CHECKERS) ## all tests and rehearsals, with the lines and branches that they pass (at least 95 %)
	@$(browser) chromium
	@$(BIN)/python -m pytest $(SPREAD) --cov --cov-report=term-missing

# Another seed each time; with SEED=... those of an earlier run.
properties: $(TEST_READY) ## the properties with many more examples, and others each time (SEED=1)
	@seed=$${SEED:-$$(date +%s)}; echo "make properties SEED=$$seed repeats this run"; \
	  $(BIN)/python -m pytest $(SPREAD) -m hypothesis --hypothesis-profile weekly --hypothesis-seed "$$seed"

mutants: $(TEST_READY) ## take each defence of tests/defences.yml away, one after the other: its test must fail
	@$(BIN)/python scripts/mutants.py

test-browsers: $(TEST_READY) $(CHECKERS) ## the tests in a browser, in Chromium and Firefox, each kind of page in both languages
	@$(browser) chromium
	@$(browser) firefox
	@$(BIN)/python -m pytest tests/browser --both-languages
	@$(BIN)/python -m pytest tests/browser --both-languages --engine firefox

lint: $(TEST_READY) ## ruff and mypy
	@$(checked)

forms: $(SITE_READY) ## the issue forms, from the words and the word lists
	$(BIN)/python scripts/make_forms.py

schema: $(SITE_READY) ## the schemas by which VS Code checks what editors write, from the models and the word lists
	$(BIN)/python scripts/make_schema.py

sample-sentences: $(SITE_READY) ## what the sample says of itself, for campaigns that begin as its copy
	$(BIN)/python scripts/sample_sentences.py

benchmark: $(SITE_READY) ## our build beside MkDocs, Material and static-i18n alone (CASES=1190)
	$(BIN)/python benchmarks/build.py $(CASES)

benchmark-check: $(SITE_READY) ## `emptychair check` beside parsing the same front matter (CASES=1190)
	$(BIN)/python benchmarks/check.py $(CASES)

sizes: site ## what the first view of each case weighs, and the site besides its content
	@$(BIN)/python benchmarks/sizes.py site content

screenshots: $(TEST_READY) ## pictures of the invented campaign into screenshots/, in both widths, schemes and languages
	@$(browser) chromium
	@PYTHONPATH=hooks:tests $(BIN)/python -m browser.screenshots screenshots

# The core knows no host: two of them must give the same bytes on the same day. The campaign is built on one with open
# actions. What a build says is shown where it fails.
HOSTS := $(BIN)/mkdocs .venv-second/bin/properdocs
built_by = echo "Building $(2)mkdocs.yml with $(notdir $(1)) ..." && $(1) build --strict --config-file $(2)mkdocs.yml \
  --site-dir $(CURDIR)/.site-hosts/$(notdir $(1))/$(2)site > .site-hosts/log 2>&1 || { cat .site-hosts/log; exit 1; };
second-host: $(SITE_READY) $(SECOND_READY) ## content/ and the invented campaign, from MkDocs and from ProperDocs: the same bytes
	@rm -rf .site-hosts && mkdir .site-hosts
	@export SOURCE_DATE_EPOCH=$$(date +%s); $(foreach host,$(HOSTS),$(call built_by,$(host),./))
	@export SOURCE_DATE_EPOCH=1781524800; $(foreach host,$(HOSTS),$(call built_by,$(host),tests/campaign/))
	@diff -r .site-hosts/mkdocs .site-hosts/properdocs
	@echo "The same bytes from both hosts: $$(find .site-hosts/mkdocs -type f | wc -l) files."

wheel: $(SITE_READY) ## the generator for campaigns elsewhere, into dist/: the same bytes from the same commit
	@$(BIN)/python scripts/make_wheel.py dist

# In an environment of its own: where the pins no longer fit pyproject.toml, the other cannot be set up.
lock: ## pin the newest versions that pyproject.toml allows (KEEP=1: those that still fit stay)
	$(set_up) lock
	@.venv-lock/bin/python scripts/lock.py $(if $(KEEP),--keep)
	@$(if $(KEEP),,PATH="$(CURDIR)/.venv-lock/bin:$$PATH" NODE_OPTIONS=--use-system-ca npm update --prefix tests --package-lock-only)
	@rm -rf .venv-lock

clean: ## remove everything that was made
	rm -rf .venv .venv-lock .venv-second site dist .site-new .site-old .site-demo .site-hosts .coverage .mypy_cache .pytest_cache \
	  .ruff_cache .hypothesis hooks/*.egg-info \
	  tests/node_modules screenshots
