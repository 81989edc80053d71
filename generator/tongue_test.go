package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianzhu/generator/tongue"
)

// speaking are functions whose texts are printed, by their last name: those of tongue
// and of problem, and what stands before these in a package.
var speaking = []string{"Text", "Sprintf", "Fprintf", "Errorf", "New", "Advised", "Warnf", "Unreadable", "wrong", "fault", "errorf", "warn"}

// tables are variables whose texts are printed when they are taken out.
var tables = []string{"commands", "options", "syntaxes", "kinds", "formats", "hints", "names", "webPage", "archived", "word", "packed", "picture", "portable",
	"errorsCounted", "warningsCounted", "reportsCounted", "addedCounted", "toAddCounted", "termsCounted", "pagesCounted", "filesCounted"}

// Whatever the program prints has a row of Chinese, with the same arguments, and each
// row is of something that it prints.
func TestTongues(t *testing.T) {
	chinese := tongue.Chinese()
	printed := printedTexts(t)
	for _, text := range slices.Sorted(maps.Keys(printed)) {
		row, ok := chinese[text]
		if !ok {
			t.Errorf("%s: no row of tongue/zh.txt has %q", printed[text], text)
		} else if got, want := argumentsOf(row), argumentsOf(text); row == "" || !slices.Equal(got, want) {
			t.Errorf("%s: %q has %v, and in Chinese %v", printed[text], text, want, got)
		}
	}
	for text := range chinese {
		if printed[text] == "" && isWords(text) {
			t.Errorf("tongue/zh.txt: nothing prints %q", text)
		}
	}
}

var verbs = regexp.MustCompile(`%[-+# 0-9.*]*(\[(\d+)\])?[-+# 0-9.*]*([a-zA-Z])`)

// argumentsOf are the arguments that a format takes, each with its verb, in order of
// the arguments.
func argumentsOf(format string) (of []string) {
	next := 1
	for _, m := range verbs.FindAllStringSubmatch(strings.ReplaceAll(format, "%%", ""), -1) {
		if m[2] != "" {
			next, _ = strconv.Atoi(m[2])
		}
		of = append(of, strconv.Itoa(next)+m[3])
		next++
	}
	slices.Sort(of)
	return slices.Compact(of)
}

// printedTexts are the texts in the source that are printed, with a place of each.
func printedTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	packages := map[string][]*ast.File{}
	positions := token.NewFileSet()
	tree := os.DirFS(".")
	err := fs.WalkDir(tree, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") || strings.Contains(file, "testdata") {
			return err
		}
		source, err := fs.ReadFile(tree, file)
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(positions, file, source, 0)
		packages[path.Dir(file)] = append(packages[path.Dir(file)], parsed)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir, files := range packages {
		if dir == "tongue" || dir == "growth" || dir == "cases" { // the last two only tests import
			continue
		}
		consts := constants(files)
		keep := func(e ast.Expr) {
			text, ok := constant(e, consts)
			if text = strings.Trim(text, "\n"); ok && isWords(text) {
				texts[text] = positions.Position(e.Pos()).String()
			}
		}
		for _, file := range files {
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					if silent(n) && dir != "schema" && dir != "site/bare" {
						for _, argument := range n.Args {
							if text, ok := constant(argument, consts); ok && isWords(text) {
								t.Errorf("%s: %q is an error of fmt or errors; make it with tongue, so that it can be told in Chinese", positions.Position(n.Pos()), text)
							}
						}
					}
					if speaks(n) {
						for _, argument := range n.Args {
							keep(argument)
						}
					}
				case *ast.AssignStmt:
					if name, ok := n.Lhs[0].(*ast.Ident); ok && (slices.Contains(tables, name.Name) || slices.Contains([]string{"told", "hint"}, name.Name)) {
						for _, value := range n.Rhs {
							each(value, keep)
						}
					}
				case *ast.ValueSpec:
					if slices.Contains(tables, n.Names[0].Name) || strings.HasSuffix(n.Names[0].Name, "Hint") {
						for _, value := range n.Values {
							each(value, keep)
						}
					}
				}
				return true
			})
		}
	}
	return texts
}

// speaks reports whether a call prints its texts. Those of fmt and errors do not: what
// has words in it is of tongue.
func speaks(call *ast.CallExpr) bool {
	switch of := call.Fun.(type) {
	case *ast.Ident:
		return slices.Contains(speaking, of.Name)
	case *ast.SelectorExpr:
		from, ok := of.X.(*ast.Ident)
		return ok && slices.Contains(speaking, of.Sel.Name) && !slices.Contains([]string{"fmt", "errors", "sha256", "md5", "goldmark", "html", "page", "template", "parser"}, from.Name)
	}
	return false
}

// silent reports whether a call makes an error that has one language.
func silent(call *ast.CallExpr) bool {
	of, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	from, ok := of.X.(*ast.Ident)
	return ok && (from.Name == "fmt" && of.Sel.Name == "Errorf" || from.Name == "errors" && of.Sel.Name == "New")
}

// each calls keep with the outermost constants in an expression.
func each(e ast.Expr, keep func(ast.Expr)) {
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CompositeLit:
			if n.Type == nil && len(n.Elts) > 1 { // a row, which begins with what it goes by
				for _, e := range n.Elts[1:] {
					each(e, keep)
				}
				return false
			}
		case *ast.BasicLit:
			keep(n)
		case *ast.Ident:
			keep(n)
		case *ast.BinaryExpr:
			keep(n)
			return false
		case *ast.FuncLit:
			return false
		}
		return true
	})
}

// isWords reports whether a text has words beside what is put into it.
func isWords(text string) bool {
	rest := verbs.ReplaceAllString(text, "")
	return strings.Contains(text, " ") && regexp.MustCompile(`[A-Za-z]{2}`).MatchString(rest)
}

// constants are the texts that a package has as constants, by name.
func constants(files []*ast.File) map[string]ast.Expr {
	found := map[string]ast.Expr{}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Names) == len(spec.Values) {
				for i, name := range spec.Names {
					found[name.Name] = spec.Values[i]
				}
			}
			return true
		})
	}
	return found
}

// constant is the text of an expression, if it is one that does not change.
func constant(e ast.Expr, consts map[string]ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.Ident:
		if value, ok := consts[e.Name]; ok {
			delete(consts, e.Name) // none is made of itself
			defer func() { consts[e.Name] = value }()
			return constant(value, consts)
		}
	case *ast.BinaryExpr:
		left, one := constant(e.X, consts)
		right, two := constant(e.Y, consts)
		return left + right, one && two && e.Op == token.ADD
	}
	return "", false
}
