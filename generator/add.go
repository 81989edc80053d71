package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"jianzhu/generator/intake"
	"jianzhu/generator/problem"
	"jianzhu/generator/project"
	"jianzhu/generator/publish"
	"jianzhu/generator/report"
	"jianzhu/generator/schema"
	"jianzhu/generator/script"
	"jianzhu/generator/tongue"
)

// adding puts files into a project as reports.
type adding struct {
	reports string // content/reports
	dry     bool   // only say what would be done
	out     io.Writer
	texts   map[[sha256.Size]byte]string // what is there, by its text: the report's folder
	said    map[naming]string            // and by what it is called
	taken   map[string]bool              // names of folders

	modeline string // by which an editor's program knows the schema of report.yaml; "" where the project has none

	added, same, failed int
}

// naming is what a report is called, of when and of where it is.
type naming struct {
	title string // folded
	year  int
	place string
}

// namingOf is that of a report; not known where it tells no year or no place, for then
// many are called the same.
func namingOf(m report.Meta) (n naming, known bool) {
	n = naming{script.FoldString(strings.Join(strings.Fields(m.Title), "")), m.Year, strings.Join(m.Region.Path, "/")}
	return n, n.title != "" && n.year != 0 && n.place != ""
}

// add takes files, and those in folders, in as reports of a project. Nothing that is
// there is written over; a file that cannot be read is told, and the others go on.
func add(root string, dry bool, names []string, say func(string), out io.Writer) error {
	if _, problems := project.Load(root); problem.HasErrors(problems) {
		return errors.New(problems[0].String())
	}
	a := &adding{
		reports: filepath.Join(root, "content", "reports"), dry: dry, out: out,
		texts: map[[sha256.Size]byte]string{}, said: map[naming]string{}, taken: map[string]bool{},
	}
	if _, err := os.Stat(filepath.Join(root, schema.Folder, "report.json")); err == nil {
		a.modeline = schema.Line("../../../", "report")
	}
	if !dry { // what another run adds meanwhile would be added twice
		release, err := publish.Lock(root, "add", func() error {
			say(tongue.Text("waiting for another run that adds to this folder to end"))
			return nil
		})
		if err != nil {
			return err
		}
		defer release()
	}
	if err := a.look(); err != nil {
		return err
	}
	files, err := filesIn(names)
	if err != nil {
		return tongue.Errorf("nothing added: %w", err)
	}
	for i, f := range files {
		say(tongue.Sprintf("%d of %d: %s", i+1, len(files), f.name))
		if err := a.add(f); err != nil {
			a.failed++
			tongue.Fprintf(out, "not read: %v\n", err)
		}
	}
	say("")
	added := number(a.added, addedCounted)
	if dry {
		added = number(a.added, toAddCounted)
	}
	tongue.Fprintf(out, "%s, %d there already, %d not read\n", added, a.same, a.failed)
	if a.failed > 0 {
		return tongue.Errorf("%s not read", number(a.failed, filesCounted))
	}
	return nil
}

// incoming is one that is to be added: where it is, and its path from what was named.
type incoming struct{ name, path string }

// filesIn are the files that are named and those in folders that are, but hidden
// ones, in the order of their names.
func filesIn(names []string) (files []incoming, err error) {
	for _, name := range names {
		parent := filepath.Dir(filepath.Clean(name))
		err := filepath.WalkDir(name, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil && path == name && errors.Is(err, fs.ErrNotExist):
				return tongue.Errorf("%s: there is no such file or folder", name)
			case err != nil:
				return err
			case path != name && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return filepath.SkipDir
				}
			case d.Type().IsRegular() || path == name && !d.IsDir():
				from, err := filepath.Rel(parent, path)
				if err != nil {
					return err
				}
				files = append(files, incoming{path, filepath.ToSlash(from)})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// look sees which reports are there.
func (a *adding) look() error {
	folders, err := os.ReadDir(a.reports)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, folder := range folders {
		a.taken[folder.Name()] = true
		text, err := os.ReadFile(filepath.Join(a.reports, folder.Name(), "report.txt"))
		if err == nil { // what else is wrong with it is told by check
			a.texts[textKey(string(text))] = folder.Name()
		}
		if text, err := os.ReadFile(filepath.Join(a.reports, folder.Name(), "report.yaml")); err == nil {
			meta, _ := report.ReadMeta("report.yaml", text)
			a.note(meta, folder.Name())
		}
	}
	return err
}

// note keeps what a report is called, of several that are called the same the first.
func (a *adding) note(m report.Meta, slug string) {
	if n, known := namingOf(m); known && a.said[n] == "" {
		a.said[n] = slug
	}
}

// textKey is the same for texts that differ in script, width and space only.
func textKey(text string) [sha256.Size]byte {
	return sha256.Sum256([]byte(strings.Map(func(r rune) rune {
		if r = script.Fold(r); r == script.Nothing || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)))
}

func (a *adding) add(f incoming) error {
	info, err := os.Stat(f.name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return tongue.Errorf("%s: neither a file nor a folder", f.name)
	}
	if info.Size() > intake.MaxFile {
		return tongue.Errorf("%s: larger than %d MB", f.name, intake.MaxFile>>20)
	}
	data, err := os.ReadFile(f.name)
	if err != nil {
		return err
	}
	text, err := intake.Read(f.name, data)
	if err != nil {
		return err
	}
	if there := a.texts[textKey(text.Lines)]; there != "" {
		a.same++
		tongue.Fprintf(a.out, "%s: the text of %s, which is there\n", f.name, there)
		return nil
	}
	p := intake.Propose(text, f.path)
	if n, known := namingOf(p.Meta); known && a.said[n] != "" {
		p.Doubts = append(p.Doubts, tongue.Sprintf("title, year and place are those of %s, too: if both are one report, keep one", a.said[n]))
	}
	slug := a.free(p.Slug)
	files := map[string][]byte{"report.txt": []byte(text.Lines)}
	var original *report.Original
	if text.Exact {
		files["report.txt"] = data
	} else {
		sum := sha256.Sum256(data)
		original = &report.Original{File: "original" + strings.ToLower(filepath.Ext(f.name)), SHA256: hex.EncodeToString(sum[:]), Format: text.Format}
		files[original.File] = data
	}
	files["report.yaml"] = append([]byte(a.modeline), p.YAML(original, text.Lost)...)
	if !a.dry {
		if err := a.write(slug, files); err != nil {
			return err
		}
	}
	a.added++
	a.texts[textKey(text.Lines)], a.taken[slug] = slug, true
	a.note(p.Meta, slug)
	fmt.Fprintf(a.out, "%s: %s (%s)\n", slug, p.Meta.Title, f.name)
	for _, doubt := range slices.Concat(p.Doubts, text.Lost) {
		fmt.Fprintf(a.out, "\t%s\n", doubt)
	}
	return nil
}

// free is a name for a report's folder that none has: the proposed one, or that
// with a number.
func (a *adding) free(slug string) string {
	name := slug
	for n := 2; a.taken[name] || !problem.IsID(name); n++ {
		if !problem.IsID(slug) {
			slug = "report"
		}
		name = fmt.Sprintf("%s-%d", slug, n)
	}
	return name
}

// write puts a report's folder in place whole: a build meanwhile sees all of it or
// nothing.
func (a *adding) write(slug string, files map[string][]byte) error {
	unfinished := filepath.Join(a.reports, "."+slug)
	if err := publish.Write(unfinished, files); err != nil {
		os.RemoveAll(unfinished)
		return err
	}
	if err := os.Rename(unfinished, filepath.Join(a.reports, slug)); err != nil {
		os.RemoveAll(unfinished)
		return err
	}
	return nil
}
