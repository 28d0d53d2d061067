package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"collate": main,
	})
}

// TestScripts runs testdata/*.txtar: one behaviour of the command each. At
// $LOOPBACK is a server of the files in testdata/served, and an archive that has
// copies of all articles whose address does not say otherwise.
func TestScripts(t *testing.T) {
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir("testdata/served")))
	mux.HandleFunc("GET /wayback/available", func(w http.ResponseWriter, r *http.Request) {
		page := r.FormValue("url")
		switch {
		case strings.Contains(page, "none"):
			fmt.Fprint(w, `{"archived_snapshots":{}}`)
		case strings.Contains(page, "often"):
			w.Header().Set("Retry-After", "100000")
			w.WriteHeader(http.StatusTooManyRequests)
		default:
			fmt.Fprintf(w, `{"archived_snapshots":{"closest":`+
				`{"available":true,"status":"200","url":"http://%s/web/2026/%s"}}}`,
				r.Host, page)
		}
	})
	mux.HandleFunc("POST /save", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusUnauthorized)
	})
	loopback := httptest.NewServer(mux)
	t.Cleanup(loopback.Close) // the scripts run in parallel, after this function
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_GOLDEN") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir+"/home")
			e.Setenv("LOOPBACK", loopback.URL)
			return nil
		},
	})
}
