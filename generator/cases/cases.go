// Package cases is for tests: cases that stand in files, a txtar archive each, with what
// is wanted of them.
package cases

import (
	"bytes"
	"flag"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// Update says that what is wanted is written anew.
var Update = flag.Bool("update", false, "write anew what the cases want")

// Case is one of the cases.
type Case struct {
	*txtar.Archive
	file string
}

// All are the cases of a pattern, of which there must be some.
func All(t testing.TB, pattern string) (all []*Case) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal("no cases:", pattern, err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, &Case{archive, file})
	}
	return all
}

// Run runs a test of each case.
func Run(t *testing.T, pattern string, test func(t *testing.T, c *Case)) {
	t.Helper()
	for _, c := range All(t, pattern) {
		t.Run(c.Name(), func(t *testing.T) { test(t, c) })
	}
}

// Name is the name of a case.
func (c *Case) Name() string { return strings.TrimSuffix(filepath.Base(c.file), ".txtar") }

// Text is that of a file of the case; "" where it has none of the name.
func (c *Case) Text(name string) string {
	if i := c.index(name); i >= 0 {
		return string(c.Files[i].Data)
	}
	return ""
}

func (c *Case) index(name string) int {
	return slices.IndexFunc(c.Files, func(f txtar.File) bool { return f.Name == name })
}

// Want compares what was got with the file want.
func (c *Case) Want(t *testing.T, got string) {
	t.Helper()
	i := c.index("want")
	switch {
	case *Update:
		if i < 0 {
			i, c.Files = len(c.Files), append(c.Files, txtar.File{Name: "want"})
		}
		c.Files[i].Data = []byte(got)
		c.Save(t)
	case i < 0:
		t.Fatal("no file want; run with -update")
	case got != string(c.Files[i].Data):
		t.Errorf("got\n%s\nwant\n%s", got, c.Files[i].Data)
	}
}

// Save writes the case as it is now.
func (c *Case) Save(t *testing.T) {
	t.Helper()
	if err := os.WriteFile(c.file, txtar.Format(c.Archive), 0o666); err != nil {
		t.Fatal(err)
	}
}

// Content is a folder of content with the files of a case but what is wanted: a glossary,
// and those of the one report, whose folder is reports/case. In escaped.txt and
// escaped.yaml, which are Go strings over lines, bytes can be written that no editor shows.
func (c *Case) Content(t *testing.T) fstest.MapFS {
	t.Helper()
	content := fstest.MapFS{}
	for _, f := range c.Files {
		name, data := path.Join("reports/case", f.Name), f.Data
		switch {
		case strings.HasPrefix(f.Name, "want"):
			continue
		case f.Name == "glossary.yaml":
			name = f.Name
		case strings.HasPrefix(f.Name, "escaped."):
			text, err := strconv.Unquote(`"` + strings.ReplaceAll(string(data), "\n", "") + `"`)
			if err != nil {
				t.Fatal(err)
			}
			name, data = "reports/case/report"+path.Ext(f.Name), []byte(text)
		}
		content[name] = &fstest.MapFile{Data: data}
	}
	return content
}

// Golden compares what was got with a file, which is written anew with -update.
func Golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *Update {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("not as in %s; if it should be so, run with -update", file)
		Same(t, string(got), string(want))
	}
}

// Same tells the first line in which two texts differ.
func Same(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		if is, was := at(g, i), at(w, i); is != was {
			t.Errorf("line %d\n got %s\nwant %s", i+1, is, was)
			return
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(end)"
}
