package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"jianzhu/generator/press"
	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// command is one thing that the program does.
type command struct {
	name  string
	args  string   // what it takes beside flags; "" for nothing
	flags []string // those that it has, of options
	help  string   // what it does, in lines
	run   func(*call) ([]problem.Problem, error)
}

// call is what a command was asked, and where it answers.
type call struct {
	root, baseURL, format      string
	port                       uint16
	strict, todo, dry, example bool
	replace                    bool
	shard                      press.Shard
	args                       []string

	stdout, stderr io.Writer
	say            func(string) // what is being done, see progress
	said           string       // what there is or was made, for the line at the end
}

// commands are all there are, in the order of the usage.
var commands []*command

func init() { // here, for help and completion read the table that they stand in
	commands = []*command{
		{"init", "FOLDER", []string{"example"}, `
makes a new project in a folder: site.yaml, a glossary to fill, the themes.
-example puts a report in. In a project that is there it only brings the schemas
for editors' programs up to date.`, func(c *call) ([]problem.Problem, error) {
			return initialize(c.args[0], c.example, c.stdout)
		}},
		{"add", "FILE|FOLDER…", []string{"C", "dry-run"}, `
takes texts in as reports: plain text in UTF-8, UTF-16, GB18030 or Big5, HTML,
Word, PDF with a text layer, Markdown. Of each it proposes title, year, place
and date in report.yaml, with the line that it took them from, and keeps the
file beside the text. Nothing is written over; a text that is there already is
told. -dry-run only says what would be done.`, func(c *call) ([]problem.Problem, error) {
			return nil, add(c.root, c.dry, c.args, c.say, c.stdout)
		}},
		{"build", "", []string{"C", "base-url", "shard"}, `
reads content/ and writes Markdown to build/content/ and the site to public/.
Where content has an error, the last good site stays. What did not change since
an earlier build is taken from build/cache/, which can be deleted at any time; where
nothing did, nothing is done, unless build/ is deleted.
-shard makes only a part of the pages into that folder, so that several machines
can share the work: a build to which the folders of all are copied joins them.`, (*call).build},
		{"bundle", "", []string{"C", "base-url"}, `
builds the site, and makes copies of it to take along in dist/: the whole as
<name>-offline.zip, each report as one file, and their checksums. They open from
disk. The site in public/ offers them at /download/.`, func(c *call) ([]problem.Problem, error) {
			return press.Bundle(c.root, c.baseURL, c.stdout, c.say)
		}},
		{"publish", "DEST", []string{"C", "dry-run", "replace"}, `
brings the site of public/, as build or bundle left it, to a folder or to object
storage: DEST is a path, s3://bucket/folder, gs://bucket/folder or
azblob://container/folder. Only what changed is sent, pages after what they show,
and of what is there only files that an earlier publish put there are changed or
removed. Ended anywhere, the same again goes on. -dry-run only says what would be
done; -replace writes over others' files of the same names.`, (*call).publish},
		{"serve", "", []string{"C", "port"}, `
shows the site on this machine while you edit: it watches content/, layouts/,
static/ and site.yaml; what you change is shown at once, all that follows from it
when it is made; pages reload where you were reading, or show what is wrong.
Ctrl-C ends it. public/ stays as it is.`, func(c *call) ([]problem.Problem, error) {
			return preview(c.root, c.port, c.stderr)
		}},
		{"check", "", []string{"C", "strict", "todo", "format"}, `
reads content/, writes nothing, and tells what is wrong: text that would be lost,
links that lead nowhere, glossary entries that contradict each other; and ends
with a verdict. -strict fails on warnings too. -todo also lists what an editor
could do next: quoted phrases without an entry, entries and senses without a
use, damaged places. -format writes what is wrong for other programs to stdout:
json, github (annotations of a workflow), sarif.`, (*call).check},
		{"vendor", "", []string{"C"}, `
keeps a copy of the skin that site.yaml names (params.hugoTheme) in
_vendor/, for machines without network: builds take it from there.`, func(c *call) ([]problem.Problem, error) {
			return nil, press.Vendor(c.root, c.say)
		}},
		{"completion", "bash|zsh|fish", nil, `
writes the completion of commands and flags for a shell, to be put where that
reads it: jianzhu completion bash > ~/.local/share/bash-completion/completions/jianzhu`, func(c *call) ([]problem.Problem, error) {
			return nil, completion(c.args[0], c.stdout)
		}},
		{"version", "", nil, `
says which program this is.`, func(c *call) ([]problem.Problem, error) {
			fmt.Fprintln(c.stdout, versionLine())
			return nil, nil
		}},
		{"help", "[COMMAND…]", nil, `
explains all commands, or one.`, (*call).help},
	}
}

// option is a flag of commands: its name with what it takes, what it means, and where a
// call has it: given tells one that takes nothing, and read reads what another takes.
type option struct {
	name, takes, help string
	given             func(*call) *bool
	read              func(c *call, text string) error
}

var options = []option{
	{"C", "folder", "the project's folder; the current one if not given", nil, func(c *call, text string) error {
		c.root = text
		return nil
	}},
	{"base-url", "address", "where the site will stand, in place of site.yaml's baseURL", nil, func(c *call, text string) error {
		if c.baseURL = text; !problem.IsWebAddress(text) {
			return errors.New(problem.WebAddressHint)
		}
		return nil
	}},
	{"shard", "part/of", "make only a part of the pages, such as 3/8, for a later build", nil, func(c *call, text string) (err error) {
		c.shard, err = press.ParseShard(text)
		return err
	}},
	{"port", "number", "where serve listens on 127.0.0.1; 1313 if not given, 0 is any\nthat is free", nil, func(c *call, text string) error {
		n, err := strconv.ParseUint(text, 10, 16)
		if c.port = uint16(n); err != nil {
			return tongue.New("a port is a number from 0 to 65535")
		}
		return nil
	}},
	{"strict", "", "warnings fail too", func(c *call) *bool { return &c.strict }, nil},
	{"todo", "", "list what an editor could do next", func(c *call) *bool { return &c.todo }, nil},
	{"format", "name", "write what is wrong as json, github or sarif", nil, func(c *call, text string) error {
		if c.format = text; !slices.Contains(problem.Formats, text) {
			return errors.New(tongue.Text("the formats are ") + strings.Join(problem.Formats, ", "))
		}
		return nil
	}},
	{"dry-run", "", "write nothing", func(c *call) *bool { return &c.dry }, nil},
	{"example", "", "with a report", func(c *call) *bool { return &c.example }, nil},
	{"replace", "", "write over files that no earlier publish put there", func(c *call) *bool { return &c.replace }, nil},
}

// flagSet is the command's flags, which fill in what is asked.
func (c *command) flagSet(asked *call) *flag.FlagSet {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard) // an error has its line; help has the rest
	for _, o := range options {
		switch {
		case !slices.Contains(c.flags, o.name):
		case o.given != nil:
			flags.BoolVar(o.given(asked), o.name, false, "")
		default:
			flags.Func(o.name, "", func(text string) error { return o.read(asked, text) })
		}
	}
	return flags
}

// miscounted says what is wrong with the number of arguments, "" for nothing.
func (c *command) miscounted(args []string) string {
	optional, many := strings.HasPrefix(c.args, "["), strings.Contains(c.args, "…")
	switch {
	case c.args == "" && len(args) > 0:
		return tongue.Sprintf("%s takes no argument %q; try help %s", c.name, args[0], c.name)
	case c.args != "" && !optional && len(args) == 0:
		return tongue.Sprintf("%s needs %s; try help %s", c.name, c.args, c.name)
	case c.args != "" && !many && len(args) > 1:
		return tongue.Sprintf("%s takes one argument, and %q is a second; try help %s", c.name, args[1], c.name)
	}
	return ""
}

// commandOf finds the command that arguments begin with, and returns those that
// follow; all of them where there is none.
func commandOf(args []string) (*command, []string) {
	if slices.Contains([]string{"-h", "-help", "--help"}, args[0]) {
		args = append([]string{"help"}, args[1:]...)
	}
	if args[0] == "--version" || args[0] == "-version" {
		args = []string{"version"}
	}
	for _, c := range commands {
		if c.name == args[0] {
			return c, args[1:]
		}
	}
	return nil, args
}

// meant says what to try in place of an unknown command.
func meant(word string) string {
	var names []string
	for _, c := range commands {
		names = append(names, c.name)
	}
	all := tongue.Text("the commands are ") + strings.Join(names, ", ")
	if strings.HasPrefix(word, "-") {
		return tongue.Text(": the command comes first, then its flags; ") + all
	}
	for _, known := range names {
		if len(word) > 1 && strings.HasPrefix(known, word) {
			return tongue.Sprintf("; did you mean %s?", known)
		}
	}
	if best := problem.Nearest(word, names); best != "" {
		return tongue.Sprintf("; did you mean %s?", best)
	}
	return tongue.Sprintf("; %s", all)
}
