# Two words do everything on a fresh machine: make site, make test.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

MEASURED = build site extract queries endpoint workspace engines archive

.PHONY: site test unit torture check audit serve bench compiled clean

site: $(READY)
	$(BIN)/onrecord build

# In the order of the folders: what drives a browser takes longest and begins, so that no process
# is left alone with it at the end.
test: $(READY)
	bash .ci/tools
	$(BIN)/onrecord --quiet build
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

unit: $(READY)
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not browser and not packaging and not torture and not system"

torture: $(READY)
	$(BIN)/python -m pytest -m torture

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/onrecord check

audit: $(READY)
	$(BIN)/python .ci/audit

serve: site
	$(BIN)/onrecord serve

bench: site
	for name in $(MEASURED); do echo "bench/$$name.py"; $(BIN)/python bench/$$name.py || exit 1; done

compiled: $(READY)
	ONRECORD_COMPILED=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps -w dist .

clean:
	rm -rf .venv public .public-* .onrecord

$(READY): pyproject.toml requirements.lock hatch_build.py hatch_compiled.py $(shell find site/scripts -type f -not -path "*/node_modules/*")
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@
