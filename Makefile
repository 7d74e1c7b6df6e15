# The commands that a person needs to know. `make` lists them.

PORT ?= 8080
SERIES ?= 100000
POINTS ?= 100
INPUTS ?= 1000000
# A release build has a folder of its own: sharing one with debug builds makes both slow.
RELEASE := .build-release
# With Swift's libraries inside, the program starts sooner and runs on machines without Swift.
STATIC := $(if $(wildcard $(dir $(realpath $(shell command -v swift)))../lib/swift_static/linux),--static-swift-stdlib)
SIGHTLINE := $(RELEASE)/release/sightline

.PHONY: help demo release test fuzz bench format sbom

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

demo: release ## build, fill var/ with the demo and serve it (PORT=8080, FRESH=1 to start over, OPEN_DATA=folder)
	@exec $(SIGHTLINE) demo --folder var --port $(PORT) \
		$(if $(FRESH),--fresh) $(if $(OPEN_DATA),--open-data '$(OPEN_DATA)')

release:
	@bin/setup
	@test -x $(SIGHTLINE) || echo 'Building; the first time takes about ten minutes on two cores.'
	@swift build --configuration release --scratch-path $(RELEASE) --product sightline \
		--disable-index-store $(STATIC)

test: ## run every test
	@bin/setup --tests
	@bin/test

fuzz: ## feed every parser of what comes from outside INPUTS=1000000 broken inputs
	@bin/setup --tests
	@SIGHTLINE_FUZZ_INPUTS=$(INPUTS) swift test --filter FuzzTests

bench: release ## time it against its peers (SERIES=100000 POINTS=100)
	@bin/setup --bench
	@.venv/bin/python Benchmarks/run.py --sightline $(SIGHTLINE) --series $(SERIES) --points $(POINTS)

format: ## lay out the Swift code as .swift-format says
	@swift format --in-place --parallel --recursive Package.swift Sources Tests

sbom: ## write down what it is made of: sightline.cdx.json (CycloneDX)
	@bin/sbom sightline.cdx.json
