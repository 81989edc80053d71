package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"jianzhu/generator/publish"
	"jianzhu/generator/tongue"
)

// TestAdvised wants what the system refuses to come with what is to be done.
func TestAdvised(t *testing.T) {
	root := t.TempDir()
	refused := &os.LinkError{Op: "rename", Old: "public", New: ".jianzhu/public.old", Err: syscall.EACCES}
	full := &fs.PathError{Op: "write", Path: ".jianzhu/public.new/x", Err: syscall.ENOSPC}
	has := func(err error, words ...string) {
		t.Helper()
		for _, w := range words {
			if said := advised(root, err).Error(); !strings.Contains(said, w) {
				t.Errorf("%q does not say %q", said, w)
			}
		}
	}
	has(fmt.Errorf("publishing: %w", refused), "permission denied\n\tmake ", "writable", "owner")
	has(fmt.Errorf("the site cannot be written: %w", full), "no space left on device\n\tmake room")
	if said := advised(root, full).Error(); strings.Contains(said, "what was begun") {
		t.Errorf("%q speaks of a folder that is not there", said)
	}
	if err := os.MkdirAll(filepath.Join(root, publish.Work, "public.new"), 0o755); err != nil {
		t.Fatal(err)
	}
	has(full, filepath.Join(publish.Work, "public.new"), "remove")
	for _, err := range []error{nil, errors.New("x"), tongue.Advised(refused, "lock a file there")} {
		if got := advised(root, err); got != err {
			t.Errorf("%v became %v", err, got)
		}
	}
}
