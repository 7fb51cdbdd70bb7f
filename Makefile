# Every task of the project. `make` alone shows them.
#
# Demo and tests share one debug build, so that nothing is built twice; only the benchmarks build for release.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

KOMPAS := .build/debug/kompas
# The day whose policy the examples ask for, so that they say the same tomorrow.
DAY := 2026-11-20
# The texts of the policy documents, when they are at hand.
SOURCES ?= ../shared/sources
SWIFT_FILES := Package.swift Sources Tests Benchmarks

# Tests call this Python for their independent witnesses.
export KOMPAS_PYTHON := $(CURDIR)/.venv/bin/python

# Suites that keep every core busy run by themselves, and so do those that must end within a time, so that neither holds up
# the others.
CLOCKED := 'RealLayersTests'
HEAVY := 'OpportunityMapTests'
PROGRAMS := 'PublicationTests|IntakeTests|LimitedProcessTests'
# A group that takes this long hangs; then it ends with what it said.
SWIFT_TEST := timeout --kill-after=10 30m swift test --skip-build
define swift_tests
	$(SWIFT_TEST) --filter $(CLOCKED)
	$(SWIFT_TEST) --skip $(CLOCKED) --skip $(HEAVY) --skip $(PROGRAMS)
	$(SWIFT_TEST) --filter $(HEAVY)
	$(SWIFT_TEST) --filter $(PROGRAMS)
endef

# Of a crash, the thread that crashed says enough.
export SWIFT_BACKTRACE := threads=crashed,images=none

# In the browser: whole journeys, states and kills. Every page and map one by one takes minutes more: `make browser`.
JOURNEYS := $(addprefix Tests/Browser/test_,resident.py initiator.py weighing.py states.py kill.py)
# What people do with `make serve` stands here.
DATA ?= build/data
PORT ?= 8080

.PHONY: help demo serve browser test verify bench bless format lint doctor setup clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## set up, build, and assess a plan: the De Haar training ground
	@tools/setup.sh
	@swift build --product kompas >&2
	@$(KOMPAS) assess Examples/de-haar.json --on $(DAY)

serve: ## set up, build, and open the web application with example dossiers on http://localhost:8080 (PORT, DATA)
	@tools/setup.sh --web
	@swift build --product kompas >&2
	@swift build --product kompas-import >&2
	@$(KOMPAS) examples Examples/dossiers.yaml --data $(DATA) --if-empty
	@if [ -d '$(SOURCES)' ]; then export KOMPAS_SOURCES='$(SOURCES)'; fi; exec $(KOMPAS) serve --data $(DATA) --port $(PORT)

browser: ## only the tests in a real browser
	@tools/setup.sh --tests
	swift build --product kompas
	swift build --product kompas-import
	.venv/bin/python -m pytest Tests/Browser

test: ## set up, build, check the content and run all tests
	@tools/setup.sh --tests
	swift build --build-tests
	tools/check-sources.sh
	tools/schematic_layers.py --check
	$(KOMPAS) check --scenarios --strict
	@if [ -d '$(SOURCES)' ]; then .venv/bin/python tools/check-own-words.py '$(SOURCES)'; fi
	.venv/bin/python tools/check-schemas.py
	$(swift_tests)
	timeout --kill-after=10 30m .venv/bin/python -m pytest $(JOURNEYS)

verify: export KOMPAS_LONG := 1
verify: ## before a release: all tests with many more seeds, and every passage against the texts
	@tools/setup.sh --tests
	swift build --build-tests
	@if [ -d '$(SOURCES)' ]; then \
	    echo "$(KOMPAS) check --sources $(SOURCES) --scenarios --strict"; \
	    $(KOMPAS) check --sources '$(SOURCES)' --scenarios --strict; \
	else \
	    echo "skipped: no texts in $(SOURCES); name their folder with \`make verify SOURCES=...\`"; \
	fi
	tools/verify-map.sh
	$(swift_tests)
	.venv/bin/python -m pytest Tests/Browser

bench: ## release build; speed of Kompas and of its peers, measured in one run
	@tools/setup.sh --bench
	swift build -c release
	Benchmarks/run.sh

bless: ## renew the golden files after a change that is meant; read the difference before you commit
	@tools/setup.sh --tests
	KOMPAS_BLESS=1 swift test --filter Golden
	@git status --short Tests/Goldens

format: ## lay out all Swift files
	swift format --in-place --recursive --parallel $(SWIFT_FILES)

lint: ## layout of all Swift files and the house rules that a script can check
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)
	tools/check-sources.sh

doctor: ## what this machine has: versions, grid of the map projection, content
	@tools/setup.sh
	@swift build >&2
	@$(KOMPAS) doctor

setup: ## install what building and testing need, without building
	@tools/setup.sh --tests

clean: ## remove everything that was built or installed in this folder
	rm -rf .build .venv build
