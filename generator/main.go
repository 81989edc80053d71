package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"jianzhu/generator/problem"
	"jianzhu/generator/project"
	"jianzhu/generator/tongue"
)

// Exit codes.
const (
	exitOK = iota
	exitContent
	exitUsage
)

func main() {
	boundMemory = useOf
	tongue.Use(tongue.Locale(os.Getenv))
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run is main with its world as arguments.
func run(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, usage())
		return exitUsage
	}
	c, args := commandOf(args)
	if c == nil {
		tongue.Fprintf(stderr, "unknown command %q%s\n", args[0], meant(args[0]))
		return exitUsage
	}
	asked := &call{root: ".", port: 1313, stdout: stdout, stderr: stderr, say: progress(stderr)}
	flags := c.flagSet(asked)
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(stdout, c.usage())
		return exitOK
	} else if err != nil {
		fmt.Fprintln(stderr, misused(c.name, flags, err))
		return exitUsage
	}
	asked.args = flags.Args()
	if fault := c.miscounted(asked.args); fault != "" {
		fmt.Fprintln(stderr, fault)
		return exitUsage
	}
	return asked.carryOut(c)
}

// carryOut does what was asked, and tells how it went.
func (asked *call) carryOut(c *command) int {
	var problems []problem.Problem
	began := time.Now()
	err := problem.Caught(func() (err error) {
		problems, err = c.run(asked)
		return err
	})
	asked.say("")
	problem.Sort(problems)
	fault := problem.Print(asked.stdout, asked.stderr, asked.format, problems)
	if err = errors.Join(err, fault); err != nil {
		fmt.Fprintln(asked.stderr, advised(asked.root, err))
	}
	failed := err != nil || problem.HasErrors(problems)
	_, noProject := os.Stat(filepath.Join(asked.root, project.ConfigFile))
	switch {
	case noProject != nil || asked.format != "": // the one was said, the other is for a program
	case c.name == "check":
		fmt.Fprintln(asked.stdout, verdict(problems, asked.said, failed))
	case c.name == "build" && failed:
		tongue.Fprintf(asked.stderr, "not built: %s%s\n", counted(problems, err), staying(asked.root))
	case c.name == "build":
		tongue.Fprintf(asked.stdout, "%s in %.1f s\n", asked.said, time.Since(began).Seconds())
	}
	if failed || asked.strict && len(problems) > 0 {
		return exitContent
	}
	return exitOK
}

// misused says in one line what is wrong with the flags of a command.
func misused(command string, flags *flag.FlagSet, err error) string {
	message := err.Error()
	if name, unknown := strings.CutPrefix(message, "flag provided but not defined: "); unknown {
		var known []string
		flags.VisitAll(func(f *flag.Flag) { known = append(known, "-"+f.Name) })
		if len(known) == 0 {
			return tongue.Sprintf("%s has no flags", command)
		}
		return tongue.Sprintf("%s has no flag %s; it has %s", command, name, strings.Join(known, tongue.Text(" and ")))
	}
	return message
}

// verdict is what check ends with: how much there is, and what is wrong with it.
func verdict(problems []problem.Problem, made string, failed bool) string {
	said := counted(problems, nil)
	if failed {
		return said + tongue.Text(": nothing is built until the errors are mended")
	}
	return tongue.Sprintf("%s: %s", made, said)
}

// counted says how many problems there are of each kind.
func counted(problems []problem.Problem, err error) string {
	errs, warnings := 0, 0
	for _, p := range problems {
		if p.Severity == problem.Error {
			errs++
		} else {
			warnings++
		}
	}
	if err != nil {
		errs++
	}
	return tongue.Sprintf("%s, %s", number(errs, errorsCounted), number(warnings, warningsCounted))
}

// counted things: none of them, one, more.
var (
	errorsCounted   = [3]string{"no errors", "%d error", "%d errors"}
	warningsCounted = [3]string{"no warnings", "%d warning", "%d warnings"}
	reportsCounted  = [3]string{"no reports", "%d report", "%d reports"}
	addedCounted    = [3]string{"no reports added", "%d report added", "%d reports added"}
	toAddCounted    = [3]string{"no reports would be added", "%d report would be added", "%d reports would be added"}
	termsCounted    = [3]string{"no terms", "%d term", "%d terms"}
	pagesCounted    = [3]string{"no pages", "%d page", "%d pages"}
	filesCounted    = [3]string{"no files", "%d file", "%d files"}
)

// number is a number of things: no errors, 1 error, 2 errors.
func number(n int, of [3]string) string {
	if n == 0 {
		return tongue.Text(of[0])
	}
	return tongue.Sprintf(of[min(n, 2)], n)
}

// staying says that the last good site is still there, if there is one.
func staying(root string) string {
	if _, err := os.Stat(filepath.Join(root, "public")); err != nil {
		return ""
	}
	return tongue.Text("; the last good site stays")
}

// progress returns a function that tells a terminal what is being done, on one
// line that is overwritten ("" clears it), and says nothing elsewhere.
func progress(w io.Writer) func(string) {
	f, ok := w.(*os.File)
	if !ok {
		return func(string) {}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return func(string) {}
	}
	var stands atomic.Bool // something on the line
	return func(what string) {
		if stands.Swap(what != "") || what != "" {
			fmt.Fprintf(f, "\r\033[K%s", what)
		}
	}
}
