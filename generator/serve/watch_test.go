package serve

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Whoever writes without end does not keep a change from being told.
func TestWritesWithoutEnd(t *testing.T) {
	root := t.TempDir()
	if err := os.Mkdir(filepath.Join(root, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	changed, err := watch(ctx, root, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	written := make(chan struct{})
	go func() {
		defer close(written)
		for ctx.Err() == nil {
			os.WriteFile(filepath.Join(root, "content", "a.md"), []byte(time.Now().String()), 0o644)
			time.Sleep(quiet / 4)
		}
	}()
	for range 2 {
		select {
		case <-changed:
		case <-time.After(time.Minute):
			t.Fatal("no change is told")
		}
	}
	cancel()
	<-written
}

func TestALinkIsNotWatched(t *testing.T) {
	root, elsewhere := t.TempDir(), t.TempDir()
	if err := os.Symlink(elsewhere, filepath.Join(root, "content")); err != nil {
		t.Skip(err)
	}
	if _, err := watch(t.Context(), root, io.Discard); err == nil || !strings.Contains(err.Error(), "is a link, in which changes are not seen") {
		t.Errorf("%v", err)
	}
}
