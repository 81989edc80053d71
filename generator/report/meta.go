package report

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"jianzhu/generator/pattern"
	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

var (
	wideColon   = pattern.MustCompile(`(?m)^[ \t]*([a-z]+)[ \t]*：`)
	codePattern = pattern.MustCompile(`^[0-9]{6}$`)
	sumPattern  = pattern.MustCompile(`^[0-9a-fA-F]{64}$`)
)

// ReadMeta reads report.yaml. file is its path for problems.
func ReadMeta(file string, text []byte) (Meta, []problem.Problem) {
	var meta Meta
	if problems := check(file, text); len(problems) > 0 {
		return meta, problems
	}
	tree, fault := problem.ParseYAML(file, text, meta)
	if fault == nil {
		fault = problem.ReadYAML(file, text, &meta, yaml.Strict())
	}
	if m := wideColon.FindSubmatchIndex(text); fault != nil && m != nil {
		line, key := 1+bytes.Count(text[:m[2]], []byte("\n")), text[m[2]:m[3]]
		return meta, []problem.Problem{problem.Errorf(file, line, tongue.Sprintf("write %s: with a half-width colon and a space after it", key), "full-width colon after %s", key)}
	}
	if fault != nil {
		return meta, []problem.Problem{*fault}
	}
	meta.lines = keyLines(tree)
	return meta, append(checkMeta(file, meta), problem.CutComments(file, text, "title", "issuer", "remark", "publisher")...)
}

func checkMeta(file string, meta Meta) []problem.Problem {
	var problems []problem.Problem
	wrong := func(key, hint, format string, args ...any) {
		line := meta.lines[key]
		if line == 0 && len(meta.lines) > 0 {
			line = 1 // a key that is lacking
		}
		problems = append(problems, problem.Errorf(file, line, hint, format, args...))
	}
	if strings.TrimSpace(meta.Title) == "" {
		wrong("title", "write title: and the report's name", "no title")
	}
	if meta.Type != "" && !slices.Contains(typeIDs(), meta.Type) {
		wrong("type", tongue.Text("write ")+strings.Join(typeIDs(), ", "), "unknown type %q", meta.Type)
	}
	if meta.Year != 0 && (meta.Year < 1949 || meta.Year > 2100) {
		wrong("year", "write the year that the report is of, such as 2016", "year %d cannot be", meta.Year)
	}
	problems = append(problems, checkRegion(file, meta)...)
	for _, given := range [][2]string{{"dates.delivered", meta.Dates.Delivered}, {"dates.published", meta.Dates.Published}} {
		if key, date := given[0], given[1]; date != "" && !isDate(date) {
			wrong(key, "write a year, a month or a day, as far as known: 2021, 2021-03 or 2021-03-15", "no date %q", date)
		}
	}
	if address := meta.Origin.URL; address != "" && !problem.IsWebAddress(address) {
		wrong("source.url", problem.WebAddressHint, "no web address %q", address)
	}
	if o := meta.Original; o != (Original{}) {
		switch {
		case o.File == "" || o.File != path.Base(o.File) || strings.HasPrefix(o.File, "."):
			wrong("original", "write the name of a file that lies beside report.txt", "original has no file %q", o.File)
		case !sumPattern.MatchString(o.SHA256):
			wrong("original", "write what sha256sum says of the file, in quote marks", "original: no SHA-256 of %s: %q", o.File, o.SHA256)
		}
	}
	for _, alias := range meta.Aliases {
		if !problem.IsID(alias) {
			wrong("aliases", problem.IDHint, "alias %q cannot be an address", alias)
		}
	}
	known := problem.Keys(meta)
	for _, key := range meta.Inferred {
		if !slices.Contains(known, key) {
			wrong("inferred", tongue.Text("write keys of report.yaml: ")+strings.Join(known, ", "), "inferred names no key %q", key)
		}
	}
	return problems
}

func isDate(text string) bool {
	return slices.ContainsFunc([]string{"2006", "2006-01", time.DateOnly}, func(layout string) bool {
		_, err := time.Parse(layout, text)
		return err == nil
	})
}

// LineOf returns the line of report.yaml on which a key stands, by its path as
// in decisions.deny.0; 0 where it is not given.
func (m Meta) LineOf(key string) int { return m.lines[key] }

// keyLines finds the line of each key by its path, the elements of a list
// counted from 0: decisions.debris.5, decisions.deny.0.line.
func keyLines(tree *ast.File) map[string]int {
	lines := map[string]int{}
	var walk func(path string, node ast.Node)
	walk = func(path string, node ast.Node) {
		switch node := node.(type) {
		case *ast.MappingNode:
			for _, value := range node.Values {
				walk(path, value)
			}
		case *ast.MappingValueNode:
			key := path + node.Key.GetToken().Value
			lines[key] = problem.LineOf(node.Key)
			walk(key+".", node.Value)
		case *ast.SequenceNode:
			for i, value := range node.Values {
				key := fmt.Sprintf("%s%d", path, i)
				lines[key] = problem.LineOf(value)
				walk(key+".", value)
			}
		}
	}
	for _, doc := range tree.Docs {
		walk("", doc.Body)
	}
	return lines
}
