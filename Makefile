# make builds the program and the site; make test runs every test.
# Go and make are all that is needed. Where Node and a Chromium are present,
# make test runs the browser tests as well; make e2e runs them alone.

GO ?= go
# Where make install puts the program: $(PREFIX)/bin.
PREFIX ?= /usr/local

.PHONY: all program site serve lint test e2e torture fuzz golden bench compare install module clean

all: site

program:
	$(GO) build -trimpath -o bin/collate ./generator/cmd/collate

site: program
	bin/collate build

serve: program
	bin/collate serve

lint: program
	bin/collate lint

# Formatting, vet, every test, the race detector where there is concurrency, and
# the browser: at most four minutes on two processors.
test: program
	@GO="$(GO)" .ci/test

e2e: program
	@e2e/run.sh

# The long forms of the tests: tries to break what SECURITY.md promises, then
# runs everything under the race detector, and the browser tests in all windows
# and colours. The seed is printed; COLLATE_SEED=N repeats it.
torture: program
	COLLATE_TORTURE=1 $(GO) test -count=1 -v -timeout 60m ./generator/torture/
	COLLATE_TORTURE=1 $(GO) test -count=1 -race -timeout 60m $$($(GO) list ./... | grep -v /torture)
	@COLLATE_TORTURE=1 e2e/run.sh

# Runs every fuzz target for a while, one after the other; FUZZTIME=10m for long.
FUZZTIME ?= 2m
fuzz:
	@set -e; for file in $$(grep -rl '^func Fuzz' --include='*_test.go' generator | sort); do \
		for target in $$(sed -n 's/^func \(Fuzz[[:alnum:]_]*\)(.*/\1/p' $$file); do \
			echo "$$(dirname $$file): $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) ./$$(dirname $$file); \
		done; \
	done

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

# Puts the program where the shell finds it: make install PREFIX=$$HOME/.local
install: program
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 bin/collate "$(DESTDIR)$(PREFIX)/bin/collate"

# Renames the module, for whoever publishes it:
# make module MODULE=github.com/owner/name
module:
	@GO="$(GO)" .ci/module "$(MODULE)"

clean:
	rm -rf bin
