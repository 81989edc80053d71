package serve

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"jianzhu/generator/tongue"
)

// quiet is how long nothing must change before a change is told: editors and
// copying programs touch several files, and the same one several times.
const quiet = 50 * time.Millisecond

// longest is how long a change waits for quiet: a program that writes without
// end does not keep what it has written from being seen.
const longest = time.Second

// watch returns a channel that tells of changes to what the site of the
// project in root is made from, until ctx ends: the files, by slash-separated path
// from it, with "" where others may have changed too. Changes that nobody has
// received yet are told together. out is told of faults in watching.
func watch(ctx context.Context, root string, out io.Writer) (<-chan []string, error) {
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
		return nil, errors.Join(tongue.Errorf("watching %s: %w", root, err), watcher.Close())
	}

	changed := make(chan []string)
	go func() {
		defer watcher.Close()
		still := time.NewTimer(quiet)
		still.Stop()
		var since time.Time      // the first change that is not told yet
		var files []string       // that changed
		var tell chan<- []string // nil until it is time to tell
		wait := func(file string) {
			if since.IsZero() {
				since = time.Now()
			}
			files = append(files, file)
			still.Reset(max(0, min(quiet, longest-time.Since(since))))
		}
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
						tongue.Fprintf(out, "watching %s: %v\n", event.Name, err)
					}
				}
				file, err := filepath.Rel(root, event.Name)
				if err != nil {
					file = ""
				}
				wait(filepath.ToSlash(file))
			case err := <-watcher.Errors: // events may be lost
				tongue.Fprintf(out, "watching %s: %v\n", root, err)
				wait("")
			case <-still.C:
				if len(files) > 0 {
					tell = changed
				}
			case tell <- files:
				since, files, tell = time.Time{}, nil, nil
			}
		}
	}()
	return changed, nil
}

// addTree watches a folder and all folders in it. A folder is watched before
// it is read, so that none is missed that comes meanwhile. What is no folder,
// or is there no more, is passed over.
func addTree(watcher *fsnotify.Watcher, dir string) error {
	if isLinkToFolder(dir) {
		return tongue.Advised(tongue.Errorf("%s is a link, in which changes are not seen", dir), "put the folder itself there")
	}
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

func isLinkToFolder(path string) bool {
	link, err := os.Lstat(path)
	if err != nil || link.Mode()&fs.ModeSymlink == 0 {
		return false
	}
	to, err := os.Stat(path)
	return err == nil && to.IsDir()
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
