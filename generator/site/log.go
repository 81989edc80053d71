package site

import (
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

// shorten makes file names relative to the project, as everywhere else.
func (l *log) shorten(message string) string {
	message = strings.ReplaceAll(message, l.made+"/", "build/")
	return strings.ReplaceAll(message, l.root+"/", "")
}
