package report

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"jianzhu/generator/cache"
	"jianzhu/generator/problem"
	"jianzhu/generator/script"
	"jianzhu/generator/tongue"
)

// Read reads the reports in the folders of dir, each with report.txt, report.yaml
// and perhaps notes.yaml; dir is a path in fsys, which is rooted at content/. The reports
// come by slug. A report with an error is left out. Without the folder there are none.
func Read(fsys fs.FS, dir string) ([]*Report, []problem.Problem) { return ReadKept(nil, fsys, dir) }

// ReadKept is Read where what files were read as is kept, and what is found in that
// alone; see [Once].
func ReadKept(kept *cache.Store, fsys fs.FS, dir string) ([]*Report, []problem.Problem) {
	return (&Reader{Kept: kept}).Read(fsys, dir)
}

// Read reads the reports in the folders of dir as the function of this name does.
func (from *Reader) Read(fsys fs.FS, dir string) ([]*Report, []problem.Problem) {
	defer from.forget()()
	folders, err := fs.ReadDir(fsys, dir)
	if errors.Is(err, fs.ErrNotExist) { // of a project that has none yet; Git keeps no empty folder
		return nil, nil
	}
	if err != nil {
		return nil, []problem.Problem{problem.Unreadable(contentPath(dir), "make the folder; each report has a folder of its own in it", err)}
	}
	var reports []*Report
	var problems []problem.Problem
	for _, folder := range folders {
		if strings.HasPrefix(folder.Name(), ".") {
			continue
		}
		if folder.Type()&fs.ModeSymlink != 0 {
			problems = append(problems, problem.Errorf(contentPath(path.Join(dir, folder.Name())), 0, "put the folder itself there", "a link, which is not followed"))
			continue
		}
		if !folder.IsDir() {
			problems = append(problems, problem.Warnf(contentPath(path.Join(dir, folder.Name())), 0,
				"give each report a folder of its own, with report.txt and report.yaml in it", "a file that is in no report's folder"))
			continue
		}
		r, more := from.ReadOne(fsys, dir, folder.Name())
		problems = append(problems, more...)
		if !problem.HasErrors(more) {
			reports = append(reports, r)
		}
	}
	problems = append(problems, clashes(reports)...)
	problems = append(problems, regionClashes(reports)...)
	problems = append(problems, twins(reports)...)
	return reports, problems
}

// ReadOne reads the report in one of the folders of dir.
func (from *Reader) ReadOne(fsys fs.FS, dir, slug string) (r *Report, problems []problem.Problem) {
	if err := problem.Caught(func() error { r, problems = from.readOnce(fsys, dir, slug); return nil }); err != nil {
		problems = []problem.Problem{problem.Errorf(contentPath(path.Join(dir, slug, "report.txt")), 0, "", "%v", err)}
	}
	return r, problems
}

func readFolder(fsys fs.FS, dir, slug string) (*Report, []problem.Problem) {
	yamlFile, textFile := path.Join(dir, slug, "report.yaml"), path.Join(dir, slug, "report.txt")
	description, err := fs.ReadFile(fsys, yamlFile)
	if err != nil {
		return nil, []problem.Problem{problem.Unreadable(contentPath(yamlFile), instead(fsys, yamlFile, ".yml", ".yaml")+tongue.Text("each report needs a report.yaml; a title is enough"), err)}
	}
	text, err := fs.ReadFile(fsys, textFile)
	if err != nil {
		return nil, []problem.Problem{problem.Unreadable(contentPath(textFile), instead(fsys, textFile, ".txt")+tongue.Text("each report needs its text as report.txt"), err)}
	}
	meta, problems := ReadMeta(contentPath(yamlFile), description)
	if problem.HasErrors(problems) {
		return nil, problems
	}
	r, more := Parse(slug, text, meta)
	problems = append(problems, more...)
	if r != nil {
		problems = append(problems, readNotes(fsys, dir, r)...)
	}
	return r, append(problems, unread(fsys, path.Join(dir, slug))...)
}

// unread warns of YAML files in a report's folder that have another name than
// the two that are read.
func unread(fsys fs.FS, folder string) []problem.Problem {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return []problem.Problem{problem.Unreadable(contentPath(folder), "", err)}
	}
	var problems []problem.Problem
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasPrefix(name, ".") && isYAML(name) && !slices.Contains([]string{"report.yaml", "notes.yaml", "notes.yml"}, name) {
			problems = append(problems, problem.Warnf(contentPath(path.Join(folder, name)), 0,
				"notes stand in notes.yaml, all else in report.yaml", "a file that is not read"))
		}
	}
	return problems
}

func isYAML(name string) bool {
	return slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(path.Ext(name)))
}

// instead says which file seems to stand in place of a missing one, by the ends
// of its name, or as the document that its text is in.
func instead(fsys fs.FS, missing string, ends ...string) string {
	entries, err := fs.ReadDir(fsys, path.Dir(missing))
	if err != nil {
		return "" // the missing file is told of already
	}
	for _, entry := range entries {
		isNotes := isYAML(entry.Name()) && strings.HasPrefix(strings.ToLower(entry.Name()), "note")
		if slices.Contains(ends, strings.ToLower(path.Ext(entry.Name()))) && !isNotes {
			return tongue.Sprintf("rename %s to %s: ", entry.Name(), path.Base(missing))
		}
	}
	for _, entry := range entries {
		if path.Ext(missing) != ".txt" || isYAML(entry.Name()) {
			continue
		}
		begin, err := fs.ReadFile(fsys, path.Join(path.Dir(missing), entry.Name()))
		if f := formatOf(begin); err == nil && f.is != "" {
			return tongue.Sprintf("%s is %s: %s; ", entry.Name(), f.is, f.hint)
		}
	}
	return ""
}

// newReport is a report with everything but what parsing finds.
func newReport(slug string, text []byte, words string, meta Meta, lines []Line, encoding string) *Report {
	sum := sha256.Sum256(text)
	return &Report{
		Slug:   slug,
		Meta:   meta,
		Script: script.Of(words),
		Source: Source{path.Join("reports", slug, "report.txt"), hex.EncodeToString(sum[:]), encoding},
		Lines:  lines,
	}
}

func contentPath(file string) string { return path.Join("content", file) }

// clashes reports addresses that two reports claim.
func clashes(reports []*Report) []problem.Problem {
	var problems []problem.Problem
	owner := map[string]string{}
	for _, r := range reports {
		owner[r.Slug] = r.Slug
	}
	for _, r := range reports {
		for _, alias := range r.Meta.Aliases {
			if other, taken := owner[alias]; taken {
				problems = append(problems, problem.Errorf(contentPath(path.Join("reports", r.Slug, "report.yaml")),
					r.Meta.lines["aliases"], "an alias is a former slug that nothing uses now", "alias %q is already the address of %s", alias, other))
				continue
			}
			owner[alias] = r.Slug
		}
	}
	return problems
}

// twins warns of reports with the same text: one of the folders has the wrong file,
// or is one too many.
func twins(reports []*Report) (problems []problem.Problem) {
	first := map[[sha256.Size]byte]string{} // slug, by the text without white space
	for _, r := range reports {
		sum := r.wordsSum()
		if other, twin := first[sum]; twin && sum != noWords {
			problems = append(problems, problem.Warnf(contentPath(r.Source.File), 1,
				"see which of the two folders has the wrong text, or remove one", "the same text as content/reports/%s/report.txt", other))
			continue
		}
		first[sum] = r.Slug
	}
	return problems
}

var noWords = sha256.Sum256(nil)

// wordsSum is the checksum of a report's lines without white space.
func (r *Report) wordsSum() (sum [sha256.Size]byte) {
	if r.words != sum {
		return r.words
	}
	all := sha256.New()
	var word []byte
	for _, line := range r.Lines {
		for field := range strings.FieldsSeq(line.Text) {
			word = append(word[:0], field...)
			all.Write(word)
		}
	}
	all.Sum(r.words[:0])
	return r.words
}
