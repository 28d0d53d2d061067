# make builds the program and the site; make test runs every test.
# Go and make are all that is needed.

GO ?= go
# The race detector needs a C compiler; without one the tests run without it.
RACE := $(shell command -v $$($(GO) env CC) >/dev/null 2>&1 && echo -race)

.PHONY: all program site serve lint test golden bench clean

all: site

program:
	$(GO) build -trimpath -o bin/collate ./generator/cmd/collate

site: program
	bin/collate build

serve: program
	bin/collate serve

lint: program
	bin/collate lint

test:
	@unformatted=$$(gofmt -l generator templates); test -z "$$unformatted" || { echo "not formatted, run gofmt -w: $$unformatted"; exit 1; }
	$(GO) vet ./...
	$(GO) test $(RACE) ./...

# Rewrites the expected results of tests. Read the difference before you keep it.
golden:
	UPDATE_GOLDEN=1 $(GO) test ./...

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

clean:
	rm -rf bin
