package problem

import (
	"fmt"
	"path"
	"runtime"
	"strings"

	"jianzhu/generator/tongue"
)

// Caught does something, and returns a panic in it as an error that says where in
// the program it was. Content that the program did not reckon with so stops a
// build as any other fault does.
func Caught(do func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = tongue.Errorf("a fault of the program (%s): %v; please report it", origin(), p)
		}
	}()
	return do()
}

// origin is the file and line of our own in which the panic at hand began.
func origin() string {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(0, callers)])
	panicking := false
	for {
		f, more := frames.Next()
		panicking = panicking || f.Function == "runtime.gopanic"
		if panicking && strings.HasPrefix(f.Function, "jianzhu/") {
			return fmt.Sprintf("%s/%s:%d", path.Base(path.Dir(f.File)), path.Base(f.File), f.Line)
		}
		if !more {
			return tongue.Text("unknown place")
		}
	}
}
