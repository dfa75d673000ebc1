# Each target is one line; what it does is a script under deploy/local.
STATE := .guildhall

.DEFAULT_GOAL := help
.PHONY: bench clean conformance demo docs down format help lint mutants simulate status test up

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 14

demo: ## a synthetic season on a virtual clock, from nothing
	@deploy/local/demo

up: ## the suite on real time, empty
	@deploy/local/suite && deploy/local/addresses $(STATE)

down: ## stops what demo or up started
	@deploy/local/down $(STATE)/demo && deploy/local/down $(STATE)

status: ## what runs, and where
	@deploy/local/status $(STATE)

test: ## everything the tests need, then all tests
	@deploy/local/test

simulate: ## plays SEEDS=n seeds of the simulation, or shows one SEED=s at length
	@SEEDS=$(SEEDS) SEED=$(SEED) deploy/local/simulate

mutants: ## proves that the simulation finds deliberate bugs
	@deploy/local/packages && deploy/local/mutants

lint: ## fails on any departure from .swift-format
	@swift format lint --strict --parallel --recursive Package.swift Benchmarks Services Shared Tests

format: ## rewrites the sources by .swift-format
	@swift format --in-place --parallel --recursive Package.swift Benchmarks Services Shared Tests

bench: ## measures on this machine and prints the README's table
	@deploy/local/bench

conformance: ## documents by the official schemas, statistics by other people's libraries
	@deploy/local/packages && deploy/local/conformance && deploy/local/conformance-statistics

docs: ## writes the generated documents
	@deploy/local/docs

clean: ## stops everything and removes builds and local data
	@deploy/local/clean $(STATE)/bench $(STATE)/demo $(STATE)/test $(STATE) && rm -rf .build
