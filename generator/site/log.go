package site

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

// log gathers what Hugo would print, from however many goroutines.
type log struct {
	root string // of the project, absolute
	made string // the folder of what was made, absolute

	mu   sync.Mutex
	text strings.Builder
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

// lines returns what was said, line by line.
func (l *log) lines() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var lines []string
	for line := range strings.Lines(l.text.String()) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// shownPage is a page as Hugo is shown it, which is on no disk, or where a skin is read.
var shownPage = regexp.MustCompile(`build/(?:html|content)/(\S+?)\.(?:html|md)\b`)

// shorten makes file names relative to the project, as everywhere else, and a page's that
// of its source.
func (l *log) shorten(message string) string {
	message = strings.ReplaceAll(message, l.made+"/", "build/")
	message = strings.ReplaceAll(message, l.root+"/", "")
	return shownPage.ReplaceAllStringFunc(message, func(name string) string {
		source := "content/" + shownPage.FindStringSubmatch(name)[1] + ".md"
		if _, err := os.Stat(filepath.Join(l.root, source)); err != nil {
			return "build/" + source // no editor's: its Markdown
		}
		return source
	})
}
