#!/bin/sh
# Runs the browser tests where Node, npm and a Chromium are present. Where one
# of them is missing it says so in a line and is done; with CI=true that is a
# failure. Arguments are the test files to run, all where there are none.
set -eu
cd "$(dirname "$0")"

skip() {
  echo "e2e: skipped: $1" >&2
  if [ "${CI:-}" = true ]; then exit 1; fi
  exit 0
}

command -v node >/dev/null 2>&1 || skip "no Node found"
node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' || skip "Node $(node --version) is too old, 18 is needed"

if [ -z "${CHROMIUM:-}" ]; then
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    CHROMIUM=$(command -v "$name") && break
  done
fi
[ -n "${CHROMIUM:-}" ] || skip "no Chromium found"
export CHROMIUM

# The copy beside the installed packages tells whether the lock has changed.
if ! cmp -s package-lock.json node_modules/.collate-lock; then
  command -v npm >/dev/null 2>&1 || skip "no npm found"
  npm ci --no-progress --loglevel=error >&2
  cp package-lock.json node_modules/.collate-lock
fi

[ $# -gt 0 ] || COLLATE="$(pwd)/../bin/collate" node --test --test-reporter=./reporter.mjs ../editors/vscode/server.test.js
exec node --test --test-concurrency=2 --test-reporter=./reporter.mjs "$@"
