package glossary

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"jianzhu/generator/cache"
	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// longestGloss is in characters: a gloss is a line on a card.
const longestGloss = 40

// Load reads files from fsys, the content directory, and joins their entries: what
// is in an earlier file comes before what is in a later one (see [Glossary.join]). There
// need not be a national one. An entry that cannot be read is left out and named in the
// problems; what else is wrong is only named.
func Load(fsys fs.FS, files ...string) (*Glossary, []problem.Problem) {
	return LoadKept(nil, fsys, files...)
}

// LoadKept is Load where what files were read as is kept.
func LoadKept(kept *cache.Store, fsys fs.FS, files ...string) (*Glossary, []problem.Problem) {
	g := &Glossary{}
	var problems []problem.Problem
	for _, file := range files {
		terms, more := loadFile(kept, fsys, file)
		problems = append(problems, more...)
		g.join(terms)
	}
	return g, g.complete(problems)
}

// Read is Load of one text, which file names.
func Read(file string, data []byte) (*Glossary, []problem.Problem) {
	g := &Glossary{}
	terms, problems := readFile(file, data, false)
	g.join(terms)
	return g, g.complete(problems)
}

// complete puts the entries in order and adds to the problems what is wrong among
// them.
func (g *Glossary) complete(problems []problem.Problem) []problem.Problem {
	problems = append(problems, g.checkSuccession()...)
	g.Terms = sorted(g.Terms)
	problem.Sort(problems)
	return problems
}

func loadFile(kept *cache.Store, fsys fs.FS, file string) ([]Term, []problem.Problem) {
	shown := path.Join("content", file)
	data, err := fs.ReadFile(fsys, file)
	if file == NationalFile && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, []problem.Problem{problem.Unreadable(shown, "put the glossary there; an empty file will do", err)}
	}
	f := cache.Once(kept, cache.KeyOf([]byte("glossary"), []byte(tongue.Language()), []byte(file), data), func() (f entries) {
		f.Terms, f.Problems = readFile(shown, data, file == NationalFile)
		for _, t := range f.Terms {
			f.Syllables = append(f.Syllables, t.syllables)
		}
		return f
	})
	for i := range f.Terms {
		f.Terms[i].syllables = f.Syllables[i]
	}
	return f.Terms, f.Problems
}

// entries are what a file is read as.
type entries struct {
	Terms     []Term
	Syllables []string // of each
	Problems  []problem.Problem
}

func readFile(shown string, data []byte, national bool) ([]Term, []problem.Problem) {
	parsed, fault := problem.ParseYAML(shown, data, Term{})
	if fault != nil {
		return nil, []problem.Problem{*fault}
	}
	c := checker{file: shown, national: national, ids: map[string]int{}, forms: map[string]owner{}, problems: problem.CutComments(shown, data)}
	for _, doc := range parsed.Docs {
		switch body := doc.Body.(type) {
		case nil, *ast.NullNode, *ast.CommentGroupNode:
		case *ast.SequenceNode:
			for _, node := range body.Values {
				c.entry(node)
			}
		default:
			c.errorf(problem.LineOf(body), "write each entry as an item: - term: …", "not a list of entries")
		}
	}
	return c.terms, c.problems
}

// checker gathers the entries of a file and what is wrong with them.
type checker struct {
	file     string
	national bool
	terms    []Term
	ids      map[string]int   // the line of the entry with an id
	forms    map[string]owner // by key
	problems []problem.Problem
}

// owner is the entry that a form belongs to, and the line of the form.
type owner struct {
	entry int // in terms
	term  string
	line  int
}

func (c *checker) errorf(line int, hint, format string, args ...any) {
	c.problems = append(c.problems, problem.Errorf(c.file, line, hint, format, args...))
}

func (c *checker) entry(node ast.Node) {
	var t Term
	if err := yaml.NodeToValue(node, &t, yaml.Strict()); err != nil {
		c.problems = append(c.problems, problem.YAML(c.file, problem.LineOf(node), err, t))
		return
	}
	t.File, t.Line, t.National = c.file, problem.LineOf(node), c.national
	if keyOf(t.Term) == "" {
		c.errorf(t.Line, "give it a term: the form as it is usually written", "entry without a term")
		return
	}
	id := slug(t.Pinyin)
	t.syllables = apart(t.Pinyin)
	if t.Pinyin == "" {
		r := read(t.Term)
		t.Pinyin, t.syllables = r.words, r.syllables
		id = slug(t.syllables)
		if len(r.doubtful) > 0 {
			c.problems = append(c.problems, problem.Warnf(c.file, t.Line, "give its pinyin: with tone marks; id: too, if links to it are to stay",
				"the pinyin of %s is not certain: %s", t.Term, strings.Join(r.doubtful, ", ")))
		}
	}
	if t.ID == "" {
		t.ID = id
	}
	c.checkID(t, node)
	c.checkForms(t, node)
	c.checkSenses(t, node)
	if n := utf8.RuneCountInString(t.Gloss); n > longestGloss {
		c.errorf(at(node, "$.gloss"), "say it shorter; the definition can be long", "gloss of %s has %d characters, more than %d", t.Term, n, longestGloss)
	}
	c.terms = append(c.terms, t)
}

func (c *checker) checkID(t Term, node ast.Node) {
	line := at(node, "$.id")
	if !problem.IsID(t.ID) {
		c.errorf(line, problem.IDHint, "%q cannot be the id of %s", t.ID, t.Term)
		return
	}
	if first, ok := c.ids[t.ID]; ok {
		c.errorf(line, "give one of the two entries another id", "id %s is already that of the entry on line %d", t.ID, first)
		return
	}
	c.ids[t.ID] = t.Line
}

func (c *checker) checkForms(t Term, node ast.Node) {
	var keys []string
	for i, form := range t.Forms() {
		line := at(node, "$.term")
		if i > 0 {
			line = at(node, "$.aliases["+strconv.Itoa(i-1)+"]")
		}
		k := keyOf(form)
		if k == "" {
			c.errorf(line, "take it out, or write a form", "alias %q of %s has nothing to find", form, t.Term)
			continue
		}
		keys = append(keys, k)
		if other, ok := c.forms[k]; ok && other.entry != len(c.terms) {
			c.errorf(line, "leave the form to one of them; several meanings of one form are senses of one entry",
				"%s is a form of both %s and %s (line %d)", form, t.Term, other.term, other.line)
			continue
		}
		c.forms[k] = owner{len(c.terms), t.Term, line}
	}
	for i, expression := range t.Patterns {
		if _, err := compilePattern(expression); err != nil {
			c.errorf(at(node, "$.patterns["+strconv.Itoa(i)+"]"), "write a regular expression for all that stands between the quote marks", "pattern %q of %s: %v", expression, t.Term, err)
		}
	}
	for i, context := range t.Deny {
		k := keyOf(context)
		if !slices.ContainsFunc(keys, func(form string) bool { return strings.Contains(k, form) }) {
			c.problems = append(c.problems, problem.Warnf(c.file, at(node, "$.deny["+strconv.Itoa(i)+"]"),
				"write the words around the form together with it", "denied context %q contains no form of %s", context, t.Term))
		}
	}
}

func (c *checker) checkSenses(t Term, node ast.Node) {
	if len(t.Senses) == 0 {
		c.errorf(t.Line, "add senses: [{definition: …}]", "%s has no definition", t.Term)
	}
	seen := map[string]bool{}
	for i, s := range t.Senses {
		line := at(node, "$.senses["+strconv.Itoa(i)+"]")
		if strings.TrimSpace(s.Definition) == "" {
			c.errorf(line, "say in a sentence what it means", "%s has an empty definition", t.Term)
		}
		if s.Until != 0 && s.Since > s.Until {
			c.errorf(line, "write the first year of reports as since and the last as until", "a sense of %s holds since %d and until %d", t.Term, s.Since, s.Until)
		}
		if len(t.Senses) == 1 {
			break
		}
		switch {
		case s.ID == "":
			c.errorf(line, "an entry with several senses needs an id for each", "sense of %s has no id", t.Term)
		case !problem.IsID(s.ID):
			c.errorf(line, problem.IDHint, "%q cannot be the id of a sense of %s", s.ID, t.Term)
		case seen[s.ID]:
			c.errorf(line, "give one of the two senses another id", "%s has two senses with the id %s", t.Term, s.ID)
		}
		seen[s.ID] = true
	}
}

// checkSuccession follows each term back to the first of its line.
func (g *Glossary) checkSuccession() (problems []problem.Problem) {
	before := map[string]string{}
	for _, t := range g.Terms {
		before[t.ID] = t.Succeeds
	}
	for _, t := range g.Terms {
		if t.Succeeds == "" {
			continue
		}
		if _, ok := before[t.Succeeds]; !ok {
			problems = append(problems, problem.Errorf(t.File, t.Line, "write the id of the entry that it replaced", "%s succeeds %q, which is no entry", t.Term, t.Succeeds))
			continue
		}
		id := t.Succeeds
		for n := 0; id != "" && n < len(g.Terms); n++ {
			id = before[id]
		}
		if id != "" {
			problems = append(problems, problem.Errorf(t.File, t.Line, "let the first of them succeed nothing", "%s succeeds itself in the end", t.Term))
		}
	}
	return problems
}

// at returns the line of what a YAML path leads to in an entry, or the entry's
// own line where there is nothing.
func at(entry ast.Node, yamlPath string) int {
	p, err := yaml.PathString(yamlPath)
	if err != nil {
		return problem.LineOf(entry)
	}
	node, err := p.FilterNode(entry)
	if err != nil || node == nil {
		return problem.LineOf(entry)
	}
	return problem.LineOf(node)
}
