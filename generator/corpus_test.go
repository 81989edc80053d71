package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"jianzhu/generator/glossary"
)

// Sizes of what is measured: characters of a report, entries of the glossary, and how
// many of these a report names beside those that its paragraphs do.
const (
	reportLength   = 15000
	glossaryLength = 1470
	termsNamed     = 30
)

// recombined makes a project of n reports out of the paragraphs of ours, always the
// same ones. Each has the short lines of one of ours in their order, for these make its
// outline, and as long ones any of them; it is of a place and year of its own. The
// glossary is ours, as far as it is that long, and reports name any of its entries.
func recombined(root string, n int) error {
	texts, err := reportLines()
	if err != nil {
		return err
	}
	if err := emptyProject(root); err != nil {
		return err
	}
	terms, err := sizeGlossary(filepath.Join(root, "content"))
	if err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(2017, 5))
	var pool []string
	for _, lines := range texts {
		for _, line := range lines {
			if isLong(line) {
				pool = append(pool, line)
			}
		}
	}
	for i := range n {
		lines := recombine(texts[i%len(texts)], pool, terms, random)
		year, street := 1990+i%36, i/36+1
		meta := fmt.Sprintf("title: %[1]d年第%[2]d街道政府工作报告\ntype: work-report\nyear: %[1]d\ncovers: [%[3]d, %[1]d]\nregion: {path: [广东省, 广州市, 荔湾区, 第%[2]d街道]}\n", year, street, year-1)
		if err := writeReport(root, fmt.Sprintf("report-%04d", i), meta, strings.Join(lines, "\n")+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// recombine makes the lines of a report: the short ones of like, long ones of the pool,
// and in some of these a sentence that names terms.
func recombine(like, pool, terms []string, random *rand.Rand) (lines []string) {
	named := 0
	for k, characters := 0, 0; characters < reportLength; k++ {
		line := pool[random.IntN(len(pool))]
		switch {
		case k < len(like) && !isLong(like[k]):
			line = like[k]
		case named*reportLength < characters*termsNamed:
			pick := func() string { return terms[random.IntN(len(terms))] }
			line += fmt.Sprintf("继续抓好%s、%s和%s。", pick(), pick(), pick())
			named += 3
		}
		lines = append(lines, line)
		characters += utf8.RuneCountInString(line)
	}
	return lines
}

// isLong reports whether a line is a paragraph, not a heading or what a web page left.
func isLong(line string) bool { return utf8.RuneCountInString(line) >= 40 }

// reportLines are the lines of our reports.
func reportLines() (texts [][]string, err error) {
	files, err := filepath.Glob(filepath.Join("..", "content", "reports", "*", "report.txt"))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		texts = append(texts, strings.Split(string(text), "\n"))
	}
	return texts, err
}

// emptyProject copies the project without its reports.
func emptyProject(root string) error {
	if err := copyProject(root); err != nil {
		return err
	}
	return os.RemoveAll(filepath.Join(root, "content", "reports"))
}

// sizeGlossary makes the glossary of a content folder as long as it is to be: it leaves
// national entries out, evenly, but for those that others lead to. It returns the names of
// all.
func sizeGlossary(content string) (names []string, err error) {
	file := filepath.Join(content, filepath.FromSlash(glossary.NationalFile))
	national, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var leading strings.Builder // to entries, from all else
	for _, name := range []string{glossary.OwnFile, "themes.yaml", "_index.md", "about.md", "guide.md"} {
		text, err := os.ReadFile(filepath.Join(content, name))
		if err != nil {
			return nil, err
		}
		leading.Write(text)
	}
	for line := range strings.Lines(string(national)) {
		if strings.HasPrefix(line, "  succeeds:") {
			leading.WriteString(line)
		}
	}
	const begin = "\n- id: "
	entries := strings.Split(string(national), begin)
	own, _ := glossary.Load(os.DirFS(content), glossary.OwnFile)
	kept, wanted := entries[:1:1], glossaryLength-len(own.Terms)
	for i, entry := range entries[1:] {
		id, _, _ := strings.Cut(entry, "\n")
		if of := len(entries) - 1; i*wanted/of != (i+1)*wanted/of || strings.Contains(leading.String(), id) {
			kept = append(kept, entry)
		}
	}
	if err := os.WriteFile(file, []byte(strings.Join(kept, begin)), 0o666); err != nil {
		return nil, err
	}
	all, _ := glossary.Load(os.DirFS(content), glossary.OwnFile, glossary.NationalFile)
	for _, t := range all.Terms {
		names = append(names, t.Term)
	}
	return names, nil
}

func writeReport(root, slug, meta, text string) error {
	folder := filepath.Join(root, "content", "reports", slug)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "report.yaml"), []byte(meta), 0o666); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "report.txt"), []byte(text), 0o666)
}

// plainSite makes the folder that plain Hugo renders, of the texts of a project: a page
// for each, and three layouts.
func plainSite(root, project string) error {
	files := map[string]string{
		"hugo.yaml":                    "baseURL: https://example.org/\ntitle: Reports\n",
		"layouts/_default/baseof.html": "<!doctype html>\n<html lang=\"zh\">\n<head><meta charset=\"utf-8\"><title>{{ .Title }}</title></head>\n<body>{{ block \"main\" . }}{{ end }}</body>\n</html>\n",
		"layouts/_default/single.html": "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n",
		"layouts/_default/list.html":   "{{ define \"main\" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n",
	}
	texts, err := filepath.Glob(filepath.Join(project, "content", "reports", "*", "report.txt"))
	if err != nil {
		return err
	}
	for _, file := range texts {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		slug := filepath.Base(filepath.Dir(file))
		files["content/reports/"+slug+".md"] = "---\ntitle: " + slug + "\n---\n\n" + strings.ReplaceAll(string(text), "\n", "\n\n")
	}
	for name, text := range files {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			return err
		}
	}
	return nil
}
