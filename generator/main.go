package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

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
       use, damaged places.
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
	flags.SetOutput(stderr)
	flags.Usage = func() {} // an error has its line; help has the rest
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
		return exitUsage
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "%s takes no argument %q; try help\n", command, flags.Arg(0))
		return exitUsage
	}

	var problems []problem.Problem
	err := problem.Caught(func() (err error) {
		problems, err = carryOut(command, *root, baseURL, port, stdout, stderr)
		return err
	})
	problem.Sort(problems)
	for _, p := range problems {
		fmt.Fprintln(stderr, p)
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
	}
	if err != nil || problem.HasErrors(problems) || strict && len(problems) > 0 {
		return exitContent
	}
	return exitOK
}

// commands are all there are, in the order of the usage.
var commands = []string{"build", "bundle", "serve", "check", "theme vendor", "help"}

// meant says what to try in place of an unknown command.
func meant(command string) string {
	if best := nearest(command, commands); strings.HasPrefix(best, "did") {
		return "; " + best
	}
	return "; the commands are " + strings.Join(commands, ", ")
}

// carryOut does what a command says with what it was given.
func carryOut(command, root, baseURL string, port uint16, stdout, stderr io.Writer) (problems []problem.Problem, err error) {
	switch command {
	case "build":
		say := progress(stderr)
		problems, err = build(root, baseURL, say)
		say("")
	case "bundle":
		say := progress(stderr)
		problems, err = bundles(root, baseURL, stdout, say)
		say("")
	case "serve":
		problems, err = preview(root, port, stderr)
	case "check":
		problems = check(root, stdout)
	case "theme vendor":
		err = vendor(root, func(string) {})
	}
	return problems, err
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
