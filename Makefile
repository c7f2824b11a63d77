# The Other Side, June 1938. Needs only make and Python 3.11 or newer; everything else goes into .venv.
# PYTHON=/path/to/python3 chooses the Python, ARGS="..." goes to the game or to pytest.

PY := .venv/bin/python
UV := .lock-venv/bin/uv

# Start-up without compiled files takes several times as long.
unexport PYTHONDONTWRITEBYTECODE
unexport PYTHONHOME
unexport PYTHONPATH

.PHONY: help play test lint check bench bench-class pictures format lock class write clean venv-run venv-extras venv-dev

help:
	@echo "make play      play the game"
	@echo "make class     play it with a class"
	@echo "make write     write scenes with a live preview"
	@echo "make test      everything that has to hold: format, lint, types, floors, tests"
	@echo "make lint      the same without the tests"
	@echo "make check     the story itself: otherside check"
	@echo "make bench     how fast it starts, against a bare Textual program"
	@echo "make bench-class  a thousand phones and a thousand votes, against a bare server"
	@echo "make pictures  the pictures of docs/pictures, taken anew"
	@echo "make format    put the code into its form"
	@echo "make lock      choose the newest packages that fit, and write lock/"
	@echo "make clean     remove .venv and what tools left behind"

venv-run:
	@lock/install.sh run

venv-extras:
	@lock/install.sh extras

venv-dev:
	@lock/install.sh dev

play: venv-run
	@$(PY) -m game play $(ARGS)

class: venv-extras
	@$(PY) -m game class $(ARGS)

write: venv-extras
	@$(PY) -m game write $(ARGS)

lint: venv-dev
	@$(PY) -m ruff format --check --quiet . || { echo "Some files are not in form; make format cures it."; exit 1; }
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy --no-error-summary
	@.venv/bin/lint-imports --no-logo >.venv/floors.txt 2>&1 || { cat .venv/floors.txt; exit 1; }

test: lint
	@$(PY) -m pytest -q -n 2 --cov --cov-report=term $(ARGS)

check: venv-run
	@$(PY) -m game check $(ARGS)

bench: venv-dev
	@$(PY) -m benchmarks.startup $(ARGS)

bench-class: venv-dev
	@$(PY) -m benchmarks.classroom $(ARGS)

pictures: venv-dev
	@if [ -f docs/pictures/take.py ]; then $(PY) docs/pictures/take.py $(ARGS); else echo "No program takes the pictures yet."; fi

format: venv-dev
	@$(PY) -m ruff check --quiet --fix-only .
	@$(PY) -m ruff format .

# One lock for every system and Python from 3.11 on: names, versions and hashes, nothing of where they came from.
COMPILE = $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--upgrade --no-header --no-annotate --no-emit-index-url --no-emit-find-links

lock: $(UV)
	@$(COMPILE) --group build --output-file lock/run.txt >/dev/null
	@$(COMPILE) --group build --all-extras --constraint lock/run.txt --output-file lock/extras.txt >/dev/null
	@$(COMPILE) --group build --group dev --all-extras --constraint lock/extras.txt --output-file lock/dev.txt >/dev/null
	@echo "lock/run.txt, lock/extras.txt and lock/dev.txt are written; make test installs and tries them."

$(UV):
	@$${PYTHON:-python3} -m venv .lock-venv
	@.lock-venv/bin/python -m pip install -qq uv

clean:
	rm -rf .venv .lock-venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.* build dist
	find game tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
