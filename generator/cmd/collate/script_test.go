package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"collate": main,
	})
}

// TestScripts runs testdata/*.txtar: one behaviour of the command each. At
// $LOOPBACK is a server of the files in testdata/served.
func TestScripts(t *testing.T) {
	loopback := httptest.NewServer(http.FileServer(http.Dir("testdata/served")))
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
