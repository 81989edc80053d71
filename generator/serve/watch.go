package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long nothing must change before a change is told: editors and
// copying programs touch several files, and the same one several times.
const quiet = 100 * time.Millisecond

// watch returns a channel that tells of changes to what the site of the
// project in root is made from, until ctx ends. Changes that nobody has
// received yet are told once. out is told of faults in watching.
func watch(ctx context.Context, root string, out io.Writer) (<-chan struct{}, error) {
	root = filepath.Clean(root)
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	// The root is watched, not site.yaml: many editors save by putting
	// another file in the old one's place, and a watch would stay with that.
	err = watcher.Add(root)
	for _, folder := range []string{"content", "layouts", "static"} {
		err = errors.Join(err, addTree(watcher, filepath.Join(root, folder)))
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("watching %s: %w", root, err), watcher.Close())
	}

	changed := make(chan struct{}, 1)
	go func() {
		defer watcher.Close()
		still := time.NewTimer(quiet)
		still.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case event := <-watcher.Events:
				if !matters(root, event) {
					continue
				}
				if event.Has(fsnotify.Create) {
					if err := addTree(watcher, event.Name); err != nil {
						fmt.Fprintf(out, "watching %s: %v\n", event.Name, err)
					}
				}
				still.Reset(quiet)
			case err := <-watcher.Errors: // events may be lost: build in any case
				fmt.Fprintf(out, "watching %s: %v\n", root, err)
				still.Reset(quiet)
			case <-still.C:
				select {
				case changed <- struct{}{}:
				default:
				}
			}
		}
	}()
	return changed, nil
}

// addTree watches a folder and all folders in it. A folder is watched before
// it is read, so that none is missed that comes meanwhile. What is no folder,
// or is there no more, is passed over.
func addTree(watcher *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			err = watcher.Add(path)
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	})
}

// matters reports whether an event may change the site.
func matters(root string, event fsnotify.Event) bool {
	path, err := filepath.Rel(root, event.Name)
	if err != nil || event.Op == fsnotify.Chmod {
		return false
	}
	switch top, _, _ := strings.Cut(filepath.ToSlash(path), "/"); top {
	case "content", "layouts", "static", "site.yaml":
		return !passing(filepath.Base(path))
	}
	return false
}

// passing reports whether a file of this name is an editor's own, there while
// it works: .a.yaml.swp, .#a.yaml, #a.yaml#, a.yaml~, a.yaml.tmp, 4913 (by
// which Vim tries whether it may write).
func passing(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") ||
		strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".tmp") || name == "4913"
}
