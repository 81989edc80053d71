// Package problem has the one form in which faults in content are reported,
// errors of the YAML library among them.
package problem

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"jianzhu/generator/tongue"
)

// Severity tells what a problem does to a build.
type Severity int

const (
	Warning Severity = iota // printed; fails only check -strict
	Error                   // stops the build; the last good site stays
)

// Problem is a fault in content, with its place and what to do about it.
type Problem struct {
	File     string // path from the project's root, with slashes
	Line     int    // 1-based; 0 where the fault has no line
	Severity Severity
	Message  string // what is wrong, in lower case without a full stop
	Hint     string // what to do next; may be empty
}

// Errorf returns an error at a place.
func Errorf(file string, line int, hint, format string, args ...any) Problem {
	return Problem{file, line, Error, tongue.Sprintf(format, args...), tongue.Text(hint)}
}

// Warnf returns a warning at a place.
func Warnf(file string, line int, hint, format string, args ...any) Problem {
	return Problem{file, line, Warning, tongue.Sprintf(format, args...), tongue.Text(hint)}
}

// Unreadable is an error of a file or folder that is needed: it is not there, or
// cannot be read.
func Unreadable(file, hint string, err error) Problem {
	if errors.Is(err, fs.ErrNotExist) {
		return Errorf(file, 0, hint, "it is not there")
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err // file says the path
	}
	return Errorf(file, 0, hint, "it cannot be read: %v", err)
}

// Place returns the problem's file, with its line where it has one: file:line.
func (p Problem) Place() string {
	if p.Line > 0 {
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return p.File
}

func (p Problem) String() string {
	text := p.Place() + ": " + p.Message
	if p.Severity == Warning {
		text = p.Place() + tongue.Text(": warning: ") + p.Message
	}
	if p.Hint != "" {
		text += "\n\t" + p.Hint
	}
	return text
}

// Sort orders problems by file, line and message.
func Sort(problems []Problem) {
	slices.SortFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Message, b.Message))
	})
}

// HasErrors reports whether any problem stops a build.
func HasErrors(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Severity == Error })
}
