# make builds the program and the site; make test runs every test.
# Go and make are all that is needed. Where Node and a Chromium are present,
# make test runs the browser tests as well; make e2e runs them alone.

GO ?= go
# The race detector needs a C compiler; without one the tests run without it.
RACE := $(shell command -v $$($(GO) env CC) >/dev/null 2>&1 && echo -race)

.PHONY: all program site serve lint test e2e torture golden bench compare clean

all: site

program:
	$(GO) build -trimpath -o bin/collate ./generator/cmd/collate

site: program
	bin/collate build

serve: program
	bin/collate serve

lint: program
	bin/collate lint

test: program
	@unformatted=$$(gofmt -l generator templates); test -z "$$unformatted" || { echo "not formatted, run gofmt -w: $$unformatted"; exit 1; }
	$(GO) vet ./...
	$(GO) test $(RACE) ./...
	$(GO) test -run TestBudget ./generator/
	@e2e/run.sh

e2e: program
	@e2e/run.sh

# Tries to break what SECURITY.md promises, for about ten minutes. The seed is
# printed; COLLATE_SEED=N repeats it.
torture:
	COLLATE_TORTURE=1 $(GO) test -count=1 -v -timeout 30m ./generator/torture/

# Rewrites the expected results of tests. Read the difference before you keep it.
golden:
	UPDATE_GOLDEN=1 $(GO) test ./...

# Times each stage and each kind of page, for benchstat to compare;
# COLLATE_SUMMARIES=10000 for a large site.
bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

# Builds the same content with Hugo, where it is installed, and prints a table.
compare:
	COLLATE_COMPARE=1 $(GO) test -count=1 -v -timeout 60m -run TestCompare ./generator/

clean:
	rm -rf bin
