# The five verbs of the house: demo, test, check, bench, clean. Each does its own set-up; nothing needs a second way.

PYTHON ?= python3
PORT ?= 7860
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# Linux users who do not want the CUDA build of torch: make demo TORCH_INDEX=https://download.pytorch.org/whl/cpu
TORCH_INDEX ?=

.PHONY: demo test check bench clean demo-pdf system

demo: $(STAMP)
	$(BIN)/protokollspar demo --port $(PORT)

test: $(STAMP) system
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(STAMP)
	$(BIN)/python -m bench

demo-pdf: $(STAMP)
	$(BIN)/python -m data.typeset

system:
	@sh scripts/system_packages.sh

$(STAMP): pyproject.toml constraints.txt scripts/install.sh
	@PYTHON="$(PYTHON)" TORCH_INDEX="$(TORCH_INDEX)" sh scripts/install.sh $(VENV)
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info bench/output
