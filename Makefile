# `make run` and `make test` need nothing but Python 3.11 or newer; they install the rest into .venv.

PORT ?= 8000
PYTHON = .venv/bin/python

.PHONY: run stop test lint format bench lock install

run: install ## Prepare everything and serve the site at http://127.0.0.1:8000 (PORT=… changes it)
	@LOCAL=1 exec $(PYTHON) manage.py serve --port "$(PORT)"

stop: ## Stop the site and its database, also after a crash
	@if [ -x $(PYTHON) ]; then LOCAL=1 exec $(PYTHON) manage.py stop; else echo "Nothing was running."; fi

test: install ## Run every test (ARGS="-k pay" passes options to pytest)
	@.ci/install-node-modules
	@exec $(PYTHON) -m pytest $(if $(ARGS),$(ARGS),-n 2 --dist=loadscope --no-loadscope-reorder --cov --cov-report=term)

lint: install ## Check style, types, imports, templates, migrations and the settings of a real site
	@exec .ci/lint

format: install ## Lay out code and templates the way lint wants them
	@$(PYTHON) -m ruff check --fix --quiet .; $(PYTHON) -m ruff format .; $(PYTHON) -m djlint --reformat --quiet templates

bench: install ## Measure what must be fast (ARGS="--only pages" picks)
	@LOCAL=1 exec $(PYTHON) -m tests.bench $(ARGS)

lock: ## Write requirements.lock anew from pyproject.toml (ARGS="--upgrade" takes newer versions)
	@$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--extra local --extra dev $(ARGS) pyproject.toml -o requirements.lock

install:
	@.ci/install
