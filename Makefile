# SPDX-License-Identifier: EUPL-1.2
# `make demo` and `make test` install missing packages, build, and run. No other command is needed first.

JOBS ?= $(shell nproc 2>/dev/null || echo 2)
PYTHON ?= $(shell test -x /usr/bin/python3 && echo /usr/bin/python3 || command -v python3)
BUILD := build/release

DOCS_PYTHON := build/docs-venv/bin/python

.PHONY: demo portal test wheel test-wheel docs build bench threads sanitize fuzz-smoke coverage sbom tidy format videos setup clean

demo: build
	@sh examples/tour.sh $(BUILD)/bin/landkaart

# Serves the default pack as a portal on http://127.0.0.1:8080 until Ctrl-C.
portal: build
	cmake --build $(BUILD) -j $(JOBS) --target landkaart_python landkaart_python_package
	PYTHONPATH=$(BUILD)/python $(PYTHON) -m landkaart.web

test: build build/lint-venv/ready
	cmake --build $(BUILD) -j $(JOBS)
	ctest --test-dir $(BUILD) --output-on-failure -j $(JOBS)

# import-linter checks the layers of the Python package. Without PyPI, the tests of the layers are skipped.
build/lint-venv/ready: tests/requirements.txt | setup
	$(PYTHON) -m venv --clear build/lint-venv
	build/lint-venv/bin/python -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt && touch $@ || \
	  echo "import-linter is missing, so tests/python/test_layers.py is skipped"

# Builds the Python package as a wheel in dist/ that needs no compiler. Needs PyPI.
wheel: setup
	$(PYTHON) bindings/python/make_wheel.py

# Builds the Python package and tests sdist, wheel and types in clean environments. Needs PyPI.
test-wheel: setup
	$(PYTHON) tests/python/check_wheel.py

# Builds the documents and the C++ and Python references as one site in build/site, which opens from a
# disk, and tests the site. Needs PyPI after a change to docs/requirements.txt.
docs: setup build/docs-venv/ready
	$(DOCS_PYTHON) docs/site/build_site.py
	LANDKAART_SITE=build/site $(PYTHON) -m unittest discover -v -s tests/docs

build/docs-venv/ready: docs/requirements.txt
	$(PYTHON) -m venv --clear build/docs-venv
	$(DOCS_PYTHON) -m pip install --quiet --disable-pip-version-check -r docs/requirements.txt
	touch $@

# Builds the program, with the default pack inside.
build: setup
	@cmake --preset release -DPython3_EXECUTABLE=$(PYTHON) > $(BUILD)-configure.log || \
	  { cat $(BUILD)-configure.log; exit 1; }
	cmake --build $(BUILD) -j $(JOBS) --target landkaart

# Measures size and speed beside installed peers. CORPUS names a .jsonl or .jsonl.gz with id, title, body.
bench: build
	cmake --build $(BUILD) -j $(JOBS) --target landkaart_benchmarks landkaart_count_postings landkaart_python \
	  landkaart_python_package
	$(PYTHON) tests/benchmarks/run.py --build $(BUILD) $(if $(CORPUS),--corpus $(CORPUS))
	PYTHONPATH=$(BUILD)/python $(PYTHON) tests/benchmarks/portal_benchmarks.py
	$(if $(CORPUS),PYTHONPATH=$(BUILD)/python:$(PYTHONPATH) $(PYTHON) tests/benchmarks/search_benchmarks.py --build $(BUILD) $(CORPUS))
	PYTHONPATH=$(BUILD)/python $(PYTHON) tests/benchmarks/slow_queries.py $(BUILD)/cocreatie.lkp \
	  $(if $(CORPUS),--corpus $(CORPUS) --program $(BUILD)/bin/landkaart)
	PYTHONPATH=$(BUILD)/python $(PYTHON) tests/hostile/measure_bounds.py

# Runs the tests of base, and the mixed queries of eight threads, under the thread sanitizer.
threads: setup
	cmake --preset tsan -DPython3_EXECUTABLE=$(PYTHON)
	cmake --build build/tsan -j $(JOBS) --target landkaart_base_tests mixed_queries
	ctest --test-dir build/tsan --output-on-failure -j $(JOBS) -R '^base\.|mixed_queries'

# Runs all tests under the address and undefined-behaviour sanitizers, and those of `threads` and of pack under the
# thread sanitizer.
sanitize: threads
	cmake --build build/tsan -j $(JOBS) --target landkaart_pack_tests
	ctest --test-dir build/tsan --output-on-failure -j $(JOBS) -R '^pack\.'
	cmake --preset asan -DPython3_EXECUTABLE=$(PYTHON)
	cmake --build build/asan -j $(JOBS)
	ctest --test-dir build/asan --output-on-failure -j $(JOBS)

# Fuzzers, coverage and clang-tidy need this version of clang or a newer one, because clang 15 and older reject the
# ranges of libstdc++ 12.
CLANG ?= 16
CLANG_PACKAGES := clang-$(CLANG) clang-tidy-$(CLANG) libclang-rt-$(CLANG)-dev llvm-$(CLANG)
CLANG_COMPILER := -DCMAKE_CXX_COMPILER=clang++-$(CLANG) -DPython3_EXECUTABLE=$(PYTHON)

# Runs each fuzzer for SECONDS with libFuzzer, under the address and undefined-behaviour sanitizers.
SECONDS ?= 60
fuzz-smoke:
	@mkdir -p build
	@LANDKAART_SETUP="$(CLANG_PACKAGES)" sh cmake/setup.sh
	cmake --preset fuzz $(CLANG_COMPILER)
	cmake --build build/fuzz -j $(JOBS) --target fuzzers
	$(PYTHON) tests/fuzz/fuzz.py build/fuzz $(SECONDS)

# Measures the lines of the reading library that the C++ tests and the fuzzers run. `make fuzz-smoke` before it adds
# the inputs that the fuzzers found.
coverage:
	@mkdir -p build
	@LANDKAART_SETUP="$(CLANG_PACKAGES)" sh cmake/setup.sh
	cmake --preset coverage $(CLANG_COMPILER)
	cmake --build build/coverage -j $(JOBS)
	$(PYTHON) tests/fuzz/coverage.py build/coverage $(wildcard build/fuzz/corpus)

# Writes the software bill of materials (CycloneDX): the libraries that the build links, with their versions.
sbom: setup
	@cmake --preset release -DPython3_EXECUTABLE=$(PYTHON) > $(BUILD)-configure.log || \
	  { cat $(BUILD)-configure.log; exit 1; }
	@echo $(BUILD)/landkaart.cdx.json

tidy:
	@mkdir -p build
	@LANDKAART_SETUP="$(CLANG_PACKAGES)" sh cmake/setup.sh
	cmake --preset tidy $(CLANG_COMPILER) -DCMAKE_CXX_CLANG_TIDY=clang-tidy-$(CLANG)
	cmake --build build/tidy -j $(JOBS)

format:
	git ls-files '*.h' '*.cpp' | xargs clang-format -i

# Draws the films of the default pack from their storyboards. FILM names one film. A film takes some minutes.
videos:
	PYTHONPATH=content-pack $(PYTHON) -m videos $(FILM)

setup:
	@mkdir -p build
	@sh cmake/setup.sh

clean:
	rm -rf build
