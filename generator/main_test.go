package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"jianzhu/generator/schema"
	"jianzhu/generator/site/bare"
	"jianzhu/generator/tongue"
)

var update = flag.Bool("update", false, "rewrite golden files")

func TestMain(m *testing.M) {
	testscript.Main(cleaned{m}, map[string]func(){
		"jianzhu": func() {
			boundMemory = useOf
			tongue.Use(tongue.Locale(os.Getenv))
			ended(run(os.Args[1:], os.Stdout, os.Stderr))
		},
		"plain-hugo": func() {
			if err := bare.Build(os.Args[1]); err != nil {
				fmt.Fprintln(os.Stderr, err)
				ended(1)
			}
			ended(0)
		},
	})
}

// ended ends a command of the tests.
func ended(code int) {
	leavePeak()
	os.Exit(code)
}

// cleaned removes the sites that tests share after the last of them.
type cleaned struct{ m *testing.M }

func (c cleaned) Run() int {
	code := c.m.Run()
	for _, dir := range temporary.dirs {
		os.RemoveAll(dir)
	}
	return code
}

// The command line, as stories. Each starts in a project with our
// layouts and the content that the script gives.
func TestCommandLine(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			for _, name := range []string{"layouts", "static"} {
				if err := os.CopyFS(filepath.Join(env.WorkDir, name), os.DirFS(filepath.Join("..", name))); err != nil {
					return err
				}
			}
			text, err := os.ReadFile(filepath.Join("..", "site.yaml"))
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(env.WorkDir, "site.yaml"), text, 0o644)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){"await": await, "exits": exits, "write": write, "older": older},
	})
}

// exits runs a command and checks its exit code: exits 2 jianzhu frobnicate
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if code != want {
		ts.Fatalf("%v exits with %d, want %d", args[1:], code, want)
	}
}

// write makes a file of bytes that a script cannot hold, in Go's escapes: write file '\xb5\n'
func write(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}

// older makes a schema one that an older program wrote: older schema.json
func older(ts *testscript.TestScript, _ bool, args []string) {
	file := ts.MkAbs(args[0])
	text, err := os.ReadFile(file)
	ts.Check(err)
	ts.Check(os.WriteFile(file, schema.Sealed(bytes.Replace(text, []byte(`"type"`), []byte(`"$anchor": "old", "type"`), 1)), 0o644))
}

// await waits until a file is there, which a command in the background writes.
func await(ts *testscript.TestScript, _ bool, args []string) {
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		if time.Now().After(deadline) {
			ts.Fatalf("%s is never there", args[0])
		}
	}
}
