package main

import (
	"strings"
	"testing"
)

// TestAtHome holds a released program to write its repository and version into
// the Pages workflow, and nothing that is not plainly one.
func TestAtHome(t *testing.T) {
	const workflow = "A: ${{ vars.COLLATE_REPOSITORY }}\nB: ${{ vars.COLLATE_REF }}\n"
	for _, c := range []struct{ repository, version, want string }{
		{"", "v1.2.3", workflow},
		{"a/b'c", "v1.2.3", workflow},
		{"me/collate", "(devel)", strings.Replace(workflow, "REPOSITORY }}", "REPOSITORY || 'me/collate' }}", 1)},
		{"me/collate", "v1.2.4-0.20260301-abc+dirty",
			strings.Replace(workflow, "REPOSITORY }}", "REPOSITORY || 'me/collate' }}", 1)},
		{"me/collate", "v1.2.3", "A: ${{ vars.COLLATE_REPOSITORY || 'me/collate' }}\nB: ${{ vars.COLLATE_REF || " +
			"'v1.2.3' }}\n"},
	} {
		if got := string(atHome([]byte(workflow), c.repository, c.version)); got != c.want {
			t.Errorf("%q %q: got %s", c.repository, c.version, got)
		}
	}
}
