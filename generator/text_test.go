package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/net/html"

	"jianzhu/generator/script"
)

// reportText is the text of [data-report-text] without what carries data-added.
func reportText(n *html.Node) string {
	var b strings.Builder
	var walk func(n *html.Node, inside bool)
	walk = func(n *html.Node, inside bool) {
		if n.Type == html.TextNode && inside {
			b.WriteString(n.Data)
		}
		for _, a := range n.Attr {
			switch a.Key {
			case "data-report-text":
				inside = true
			case "data-added":
				return
			}
		}
		for c := range n.ChildNodes() {
			walk(c, inside)
		}
	}
	walk(n, false)
	return b.String()
}

var wide = strings.NewReplacer("，", ",", "；", ";", "：", ":", "！", "!", "？", "?", "（", "(", "）", ")", "％", "%")

// folded is text as the first law compares it.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || script.IsIgnorable(r) {
			return -1
		}
		return r
	}, wide.Replace(s))
}

func lineID(n int) string { return fmt.Sprintf("L%d", n) }

// fileState is what a rebuild must not change.
type fileState struct {
	sum  [sha256.Size]byte
	time time.Time
}

// snapshot reads what a build wrote under root.
func snapshot(t *testing.T, root string) map[string]fileState {
	t.Helper()
	files := map[string]fileState{}
	for _, dir := range []string{"build", "public"} {
		err := filepath.WalkDir(filepath.Join(root, dir), func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			info, err := d.Info()
			if err != nil {
				return err
			}
			name, err := filepath.Rel(root, file)
			files[name] = fileState{sha256.Sum256(text), info.ModTime()}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}
