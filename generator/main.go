package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"jianzhu/generator/problem"
)

const usage = `Jianzhu turns report texts into an annotated, cross-linked site.

Usage:
  go run ./generator build [-C folder] [-base-url address]
  go run ./generator bundle [-C folder] [-base-url address]
  go run ./generator serve [-C folder] [-port number]
  go run ./generator check [-C folder] [-strict]
  go run ./generator theme vendor [-C folder]
  go run ./generator help

build  reads content/ and writes Markdown to build/content/ and the site to
       public/. Where content has an error, the last good site stays.
bundle builds the site, and makes copies of it to take along in dist/: the whole
       as <name>-offline.zip, each report as one file, and their checksums. They
       open from disk. The site in public/ offers them at /download/.
serve  shows the site on this machine while you edit: builds it, watches
       content/, layouts/, static/ and site.yaml, builds again, and pages reload
       where you were reading, or show what is wrong. Ctrl-C ends it. public/
       stays as it is.
check  reads content/, writes nothing, and tells what is wrong: text that would
       be lost, links that lead nowhere, glossary entries that contradict each
       other. -strict fails on warnings too. It also lists what an editor could
       do next: quoted phrases without an entry, entries and senses without a
       use, damaged places; and ends with a verdict.
theme vendor
       keeps a copy of the Hugo theme that site.yaml names (params.hugoTheme) in
       _vendor/, for machines without network: builds take it from there.

  -C folder          the project's folder; the current one if not given
  -base-url address  where the site will stand, in place of site.yaml's baseURL
  -port number       where serve listens on 127.0.0.1; 1313 if not given, 0 is any
                     that is free

Problems are printed as file:line: message. Exit codes: 0 all is well,
1 something in the project is wrong, 2 the command was not understood.

Examples:
  go run ./generator build
  go run ./generator build -base-url https://example.org/reports/
  go run ./generator serve -port 8080
  go run ./generator check -strict
`

// Exit codes.
const (
	exitOK = iota
	exitContent
	exitUsage
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is main with its world as arguments.
func run(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, usage)
		return exitUsage
	}
	command, args := args[0], args[1:]
	if command == "theme" && len(args) > 0 && args[0] == "vendor" {
		command, args = "theme vendor", args[1:]
	}

	flags := flag.NewFlagSet(command, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // an error has its line; help has the rest
	root := flags.String("C", ".", "")
	baseURL, strict, port := "", false, uint16(1313)
	switch command {
	case "build", "bundle":
		flags.Func("base-url", "", func(text string) error {
			if !problem.IsWebAddress(text) {
				return errors.New(problem.WebAddressHint)
			}
			baseURL = text
			return nil
		})
	case "serve":
		flags.Func("port", "", func(text string) error {
			n, err := strconv.ParseUint(text, 10, 16)
			if err != nil {
				return errors.New("a port is a number from 0 to 65535")
			}
			port = uint16(n)
			return nil
		})
	case "check":
		flags.BoolVar(&strict, "strict", false, "")
	case "theme vendor":
	case "help", "-h", "-help", "--help":
		fmt.Fprint(stdout, usage)
		return exitOK
	default:
		fmt.Fprintf(stderr, "unknown command %q%s\n", command, meant(command))
		return exitUsage
	}
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(stdout, usage)
		return exitOK
	} else if err != nil {
		fmt.Fprintln(stderr, misused(command, flags, err))
		return exitUsage
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "%s takes no argument %q; try help\n", command, flags.Arg(0))
		return exitUsage
	}

	var problems []problem.Problem
	var made string
	began := time.Now()
	err := problem.Caught(func() (err error) {
		problems, made, err = carryOut(command, *root, baseURL, port, stdout, stderr)
		return err
	})
	problem.Sort(problems)
	for _, p := range problems {
		fmt.Fprintln(stderr, p)
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
	}
	failed := err != nil || problem.HasErrors(problems)
	_, noProject := os.Stat(filepath.Join(*root, configFile))
	switch {
	case noProject != nil: // which was said
	case command == "check":
		fmt.Fprintln(stdout, verdict(problems, made, failed))
	case command == "build" && failed:
		fmt.Fprintf(stderr, "not built: %s%s\n", counted(problems, err), staying(*root))
	case command == "build":
		fmt.Fprintf(stdout, "%s in %.1f s\n", made, time.Since(began).Seconds())
	}
	if failed || strict && len(problems) > 0 {
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
		return fmt.Sprintf("%s has no flag %s; it has %s", command, name, strings.Join(known, " and "))
	}
	return message
}

// verdict is what check ends with: how much there is, and what is wrong with it.
func verdict(problems []problem.Problem, made string, failed bool) string {
	said := counted(problems, nil)
	if failed {
		return said + ": nothing is built until the errors are mended"
	}
	return made + ": " + said
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
	return number(errs, "error") + ", " + number(warnings, "warning")
}

// number is a number of things: no errors, 1 error, 2 errors.
func number(n int, what string) string {
	switch n {
	case 0:
		return "no " + what + "s"
	case 1:
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// commands are all there are, in the order of the usage.
var commands = []string{"build", "bundle", "serve", "check", "theme vendor", "help"}

// meant says what to try in place of an unknown command.
func meant(command string) string {
	if strings.HasPrefix(command, "-") {
		return ": the command comes first, then its flags; the commands are " + strings.Join(commands, ", ")
	}
	for _, known := range commands {
		if len(command) > 1 && strings.HasPrefix(known, command) {
			return "; did you mean " + known + "?"
		}
	}
	if best := nearest(command, commands); strings.HasPrefix(best, "did") {
		return "; " + best
	}
	return "; the commands are " + strings.Join(commands, ", ")
}

// carryOut does what a command says with what it was given. made says in words
// what build has made, and what check has seen.
func carryOut(command, root, baseURL string, port uint16, stdout, stderr io.Writer) (problems []problem.Problem, made string, err error) {
	switch command {
	case "build":
		say := progress(stderr)
		problems, err = build(root, baseURL, say)
		say("")
		if err == nil && !problem.HasErrors(problems) {
			public := filepath.Join(root, "public")
			made = fmt.Sprintf("built %d pages in %s", pagesIn(public), public)
		}
	case "bundle":
		say := progress(stderr)
		problems, err = bundles(root, baseURL, stdout, say)
		say("")
	case "serve":
		problems, err = preview(root, port, stderr)
	case "check":
		problems, made = check(root, stdout)
	case "theme vendor":
		err = vendor(root, func(string) {})
	}
	return problems, made, err
}

// staying says that the last good site is still there, if there is one.
func staying(root string) string {
	if _, err := os.Stat(filepath.Join(root, "public")); err != nil {
		return ""
	}
	return "; the last good site stays"
}

// pagesIn is how many pages a site has.
func pagesIn(public string) (pages int) {
	filepath.WalkDir(public, func(path string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".html" {
			pages++
		}
		return nil
	})
	return pages
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
	return func(what string) { fmt.Fprintf(f, "\r\033[K%s", what) }
}
