package theme

import (
	"io/fs"
	"path"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"jianzhu/generator/problem"
)

// Load reads file, for instance themes.yaml, from fsys, which is content/.
// Problems name file and line. Where a theme is faulty it is left out.
func Load(fsys fs.FS, file string) (*Vocabulary, []problem.Problem) {
	shown := path.Join("content", file)
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return &Vocabulary{}, []problem.Problem{problem.Unreadable(shown, "put the themes there; an empty file will do", err)}
	}
	return Read(shown, text)
}

// Read is Load of a text, which file names.
func Read(file string, text []byte) (*Vocabulary, []problem.Problem) {
	l := loader{file: file, v: &Vocabulary{}}
	l.read(text)
	l.check()
	l.v.compile()
	return l.v, l.problems
}

type loader struct {
	file     string
	v        *Vocabulary
	problems []problem.Problem
}

func (l *loader) errorf(line int, hint, format string, args ...any) {
	l.problems = append(l.problems, problem.Errorf(l.file, line, hint, format, args...))
}

// read decodes the file theme by theme, so that each knows its line.
func (l *loader) read(text []byte) {
	document, fault := problem.ParseYAML(l.file, text, Theme{})
	if fault != nil {
		l.problems = append(l.problems, *fault)
		return
	}
	l.problems = append(l.problems, problem.CutComments(l.file, text)...)
	for _, doc := range document.Docs {
		switch body := doc.Body.(type) {
		case nil, *ast.CommentGroupNode:
		case *ast.MappingNode:
			for _, pair := range body.Values {
				l.pair(pair)
			}
		default:
			l.errorf(problem.LineOf(body), "begin the file with themes:", "the file is not a mapping")
		}
	}
}

func (l *loader) pair(pair *ast.MappingValueNode) {
	switch key := pair.Key.String(); key {
	case "neutral":
		if err := decode(pair.Value, &l.v.Neutral); err != nil {
			l.problems = append(l.problems, problem.YAML(l.file, problem.LineOf(pair), err, l.v.Neutral))
		}
	case "themes":
		themes, ok := pair.Value.(*ast.SequenceNode)
		if !ok {
			if _, empty := pair.Value.(*ast.NullNode); !empty {
				l.errorf(problem.LineOf(pair), "begin each theme with - id:", "themes is not a list")
			}
			return
		}
		for _, node := range themes.Values {
			t := Theme{Line: problem.LineOf(node)}
			if err := decode(node, &t); err != nil {
				l.problems = append(l.problems, problem.YAML(l.file, t.Line, err, t))
				continue
			}
			l.v.Themes = append(l.v.Themes, t)
		}
	default:
		l.errorf(problem.LineOf(pair), "the file has themes and neutral", "unknown key %q", key)
	}
}

// check leaves out themes that cannot be addressed and reports idle words.
func (l *loader) check() {
	lines := map[string]int{}
	var good []Theme
	for _, t := range l.v.Themes {
		switch {
		case !problem.IsID(t.ID):
			l.errorf(t.Line, problem.IDHint, "theme id %q cannot stand in an address", t.ID)
			continue
		case lines[t.ID] > 0:
			l.errorf(t.Line, "", "theme id %q is already used at line %d", t.ID, lines[t.ID])
			continue
		case t.Name == "":
			l.errorf(t.Line, "add name:, as readers see it", "theme %q has no name", t.ID)
			continue
		}
		lines[t.ID] = t.Line
		good = append(good, t)
		seen := map[string]bool{}
		for _, k := range t.Keywords {
			if k == "" || seen[k] {
				l.problems = append(l.problems, problem.Warnf(l.file, t.Line, "take it out", "theme %q: keyword %q is empty or repeated", t.ID, k))
			}
			seen[k] = true
		}
	}
	l.v.Themes = good
}

func decode(node ast.Node, to any) error {
	return yaml.NodeToValue(node, to, yaml.Strict())
}
