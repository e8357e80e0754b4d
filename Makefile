# The BigCode documentation and the extension that builds it. `make help` lists the targets.

PYTHON     ?= python3
VENV       ?= .venv
BUILDDIR   ?= _build
SPHINXOPTS ?= -W --keep-going -n -j auto
SOAK_SEQUENCES ?= 5000
FUZZ_SECONDS ?= 60

STYLED := ext tests benchmarks conf.py noxfile.py
BIN    := $(VENV)/bin
SPHINX  = $(BIN)/python -m sphinx $(SPHINXOPTS) -d $(BUILDDIR)/doctrees/$@

.DEFAULT_GOAL := help
.PHONY: help html dirhtml epub latex linkcheck serve test fuzz check format parity soak package clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

html: $(VENV)/.docs       ## Build the site into _build/html
dirhtml: $(VENV)/.docs    ## Build it with a folder for each page, as the web server has it
epub: $(VENV)/.docs       ## Write the site as an e-book
latex: $(VENV)/.docs      ## Write LaTeX files; `make -C _build/latex` makes a PDF of them
linkcheck: $(VENV)/.docs  ## Ask every outside link whether it is still there

html dirhtml epub latex linkcheck:
	$(SPHINX) -b $@ . $(BUILDDIR)/$@

serve: $(VENV)/.serve     ## Show the site at http://127.0.0.1:8000 and build again on each change
	$(BIN)/sphinx-autobuild -n -j auto -b dirhtml --watch docs --watch ext \
	  --ignore '*/.venv/*' --ignore '*/_build/*' -d $(BUILDDIR)/doctrees/$@ . $(BUILDDIR)/$@

test: $(VENV)/.test       ## Run the tests
	$(BIN)/python -m pytest -n auto --dist loadgroup

fuzz: $(VENV)/.test $(VENV)/.fuzz  ## Give every parser odd texts, for FUZZ_SECONDS each
	cd tests && $(abspath $(BIN))/python -m fuzz --seconds $(FUZZ_SECONDS) --out $(abspath $(BUILDDIR))/fuzz $(FUZZ)

check: $(VENV)/.test $(VENV)/.lint  ## Check style and types, as CI does
	$(BIN)/ruff check $(STYLED)
	$(BIN)/ruff format --check $(STYLED)
	$(BIN)/mypy

format: $(VENV)/.lint     ## Mend style where a tool can
	$(BIN)/ruff check --fix $(STYLED)
	$(BIN)/ruff format $(STYLED)

parity: $(VENV)/.test     ## Hold the sites below CORPORA against Hugo itself
	$(BIN)/python -m sphinx_hugo compare --all $(CORPORA)

package: $(VENV)/.docs    ## Build the wheel and the source archive, and try both
	$(BIN)/python -m pip install --quiet build
	.ci/package $(BIN)/python

soak: $(VENV)/.test       ## Hold SOAK_SEQUENCES random series of builds against clean builds, and kill 50
	SOAK_SEQUENCES=$(SOAK_SEQUENCES) SOAK_KILLS=50 \
	  $(BIN)/python -m pytest -n auto tests/equivalence

clean:                    ## Remove everything that was built
	rm -rf $(BUILDDIR) _readthedocs

# The environment, made on first need; each stamp stands for one set of packages in it.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'

$(VENV)/.docs: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable '.[docs]'
	@touch $@

$(VENV)/.test: $(VENV)/.docs
	$(BIN)/python -m pip install --quiet --editable '.[docs,seo,mermaid,compare]' --group test --group themes
	@touch $@

$(VENV)/.fuzz $(VENV)/.lint $(VENV)/.serve: $(VENV)/.%: $(VENV)/.docs
	$(BIN)/python -m pip install --quiet --group $*
	@touch $@
