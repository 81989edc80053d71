package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// usage explains all commands.
func usage() string {
	var b strings.Builder
	b.WriteString(tongue.Text("Jianzhu turns report texts into an annotated, cross-linked site.\n\nUsage:\n"))
	for _, c := range commands {
		fmt.Fprintf(&b, "  %s\n", c.synopsis())
	}
	b.WriteByte('\n')
	for _, c := range commands {
		for i, line := range strings.Split(tongue.Text(strings.TrimSpace(c.help)), "\n") {
			name := ""
			if i == 0 {
				name = c.name
			}
			fmt.Fprintf(&b, "%-11s%s\n", name, line)
		}
	}
	b.WriteByte('\n')
	for _, o := range options {
		b.WriteString(o.line())
	}
	b.WriteString(tongue.Text(`
Problems are printed as file:line: message. Exit codes: 0 all is well,
1 something in the project is wrong, 2 the command was not understood.
In the program's own repository, go run ./generator stands for jianzhu.

Examples:
  jianzhu init mysite
  jianzhu add -C mysite ~/reports
  jianzhu serve -C mysite
  jianzhu build -base-url https://example.org/reports/
  jianzhu check -strict
`))
	return b.String()
}

// usage explains the command.
func (c *command) usage() string {
	text := tongue.Text("Usage:") + "\n  " + c.synopsis() + "\n\n" + c.name + " " + tongue.Text(strings.TrimSpace(c.help)) + "\n"
	between := "\n"
	for _, o := range options {
		if slices.Contains(c.flags, o.name) {
			text, between = text+between+o.line(), ""
		}
	}
	return text
}

// help explains all commands, or one.
func (c *call) help() ([]problem.Problem, error) {
	text := usage()
	if len(c.args) > 0 {
		asked, _ := commandOf(c.args)
		if asked == nil {
			return nil, tongue.Errorf("unknown command %q%s", c.args[0], meant(c.args[0]))
		}
		text = asked.usage()
	}
	fmt.Fprint(c.stdout, text)
	return nil, nil
}

func (c *command) synopsis() string {
	text := "jianzhu " + c.name
	for _, o := range options {
		if slices.Contains(c.flags, o.name) {
			text += " [" + o.flag() + "]"
		}
	}
	return strings.TrimSpace(text + " " + c.args)
}

func (o option) flag() string { return strings.TrimSpace("-" + o.name + " " + o.takes) }

func (o option) line() string {
	const width = 21
	return fmt.Sprintf("  %-*s%s\n", width-2, o.flag(), strings.ReplaceAll(tongue.Text(o.help), "\n", "\n"+strings.Repeat(" ", width)))
}

// completion writes the completion for a shell.
func completion(shell string, out io.Writer) error {
	var names []string
	flags := map[string][]string{}
	for _, c := range commands {
		names = append(names, c.name)
		for _, o := range options {
			if slices.Contains(c.flags, o.name) {
				flags[c.name] = append(flags[c.name], "-"+o.name)
			}
		}
	}
	switch shell {
	case "bash", "zsh":
		if shell == "zsh" {
			fmt.Fprint(out, "#compdef jianzhu\nautoload -U +X bashcompinit && bashcompinit\n")
		}
		fmt.Fprintf(out, "_jianzhu() {\n  local word=${COMP_WORDS[COMP_CWORD]} words\n  if [ \"$COMP_CWORD\" -eq 1 ]; then words=%q\n  else case ${COMP_WORDS[1]} in\n", strings.Join(names, " "))
		for _, name := range names {
			fmt.Fprintf(out, "    %s) words=%q ;;\n", name, strings.Join(flags[name], " "))
		}
		fmt.Fprint(out, "  esac; fi\n  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\ncomplete -o default -F _jianzhu jianzhu\n")
	case "fish":
		fmt.Fprintf(out, "complete -c jianzhu -n __fish_use_subcommand -a %q\n", strings.Join(names, " "))
		for _, name := range names {
			for _, flag := range flags[name] {
				fmt.Fprintf(out, "complete -c jianzhu -n '__fish_seen_subcommand_from %s' -o %s\n", name, strings.TrimPrefix(flag, "-"))
			}
		}
	default:
		return tongue.Errorf("no completion for %q; there is one for bash, zsh and fish", shell)
	}
	return nil
}
