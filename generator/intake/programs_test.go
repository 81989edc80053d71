package intake

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// maker makes a file of a text with another program: the text's lines lie in a.txt and
// as a page in a.html of the folder, where the file is put under the name returned.
type maker struct {
	program string
	name    string
	args    []string
	last    string // the format of the end, where the program makes it of name
}

// makers are what editors have their texts from. LibreOffice is too large to be
// installed for a test: it is tried, and all reports with it, where
// JIANZHU_LIBREOFFICE=1 asks for that.
var makers = []maker{
	{"iconv", "gb.txt", []string{"-f", "UTF-8", "-t", "GB18030", "-o", "gb.txt", "a.txt"}, ""},
	{"iconv", "utf16.txt", []string{"-f", "UTF-8", "-t", "UTF-16", "-o", "utf16.txt", "a.txt"}, ""},
	{"iconv", "utf16be.txt", []string{"-f", "UTF-8", "-t", "UTF-16BE", "-o", "utf16be.txt", "a.txt"}, ""},
	{"chromium", "page.pdf", []string{"--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=page.pdf", "a.html"}, ""},
	{"soffice", "a.docx", []string{"--headless", "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "a.html"}, ""},
	{"soffice", "a.odt", []string{"--headless", "--infilter=HTML (StarWriter)", "--convert-to", "odt", "a.html"}, "docx"},
	{"soffice", "a.pdf", []string{"--headless", "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "a.html"}, ""},
	{"", "a.html", nil, ""},
}

// Of what other programs make of a text its characters come back, in their order.
func TestOtherPrograms(t *testing.T) {
	reports, err := filepath.Glob(filepath.Join("..", "..", "content", "reports", "*", "report.txt"))
	if err != nil || len(reports) < 5 {
		t.Fatal(reports, err)
	}
	all := os.Getenv("JIANZHU_LIBREOFFICE") != ""
	if !all {
		reports = reports[:2]
	}
	for _, file := range reports {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		lines := strings.TrimPrefix(string(text), "\ufeff")
		write(t, filepath.Join(dir, "a.txt"), lines)
		write(t, filepath.Join(dir, "a.html"), asPage(lines))
		for _, m := range makers {
			if m.program == "soffice" && !all {
				continue
			}
			name := fmt.Sprintf("%s of %s", m.name, filepath.Base(filepath.Dir(file)))
			t.Run(name, func(t *testing.T) { kept(t, dir, m, lines) })
		}
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// asPage is a text as a page that someone saved, with a menu and a foot around it.
func asPage(text string) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>报告</title></head><body><ul class=\"menu\"><li><a href=\"/\">首页</a></li></ul><div class=\"content\">\n")
	for line := range strings.Lines(text) {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(strings.TrimRight(line, "\r\n")))
	}
	b.WriteString("</div></body></html>\n")
	return b.String()
}

// kept makes the file, reads it, and compares the characters with those of the text.
func kept(t *testing.T, dir string, m maker, text string) {
	name := m.name
	if m.program != "" {
		if _, err := exec.LookPath(m.program); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatal(err)
			}
			t.Skip(err)
		}
		run(t, dir, m.program, m.args...)
		if m.last != "" {
			run(t, dir, m.program, "--headless", "--convert-to", m.last, name)
			name = strings.TrimSuffix(name, filepath.Ext(name)) + "." + m.last
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	want, have := characters(text), characters(got.Lines)
	n := common(want, have)
	if share := float64(n) / float64(len(want)); share < 0.995 {
		t.Errorf("%.2f %% of %d characters are kept in order; the first that is not: %s", 100*share, len(want), firstLost(want, have))
	} else {
		t.Logf("%.2f %% of %d characters, %d more", 100*share, len(want), len(have)-n)
	}
}

func run(t *testing.T, dir, program string, args ...string) {
	t.Helper()
	command := exec.Command(program, args...)
	command.Dir = dir
	var said bytes.Buffer
	command.Stdout, command.Stderr = &said, &said
	if err := command.Run(); err != nil {
		t.Fatalf("%s: %v: %s", program, err, said.String())
	}
}

// characters are those of a text without space and what no one sees.
func characters(text string) (all []rune) {
	for _, r := range text {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && !unicode.IsControl(r) {
			all = append(all, r)
		}
	}
	return all
}

// common counts the characters that two texts have in the same order: where they part,
// it looks for the nearest run that both have.
func common(a, b []rune) (n int) {
	const run, far = 8, 1000
	for i, j := 0, 0; i < len(a) && j < len(b); {
		if a[i] == b[j] {
			i, j, n = i+1, j+1, n+1
			continue
		}
		di, dj := parted(a[i:min(len(a), i+far)], b[j:min(len(b), j+far)], run)
		if di+dj == 0 {
			return n
		}
		i, j = i+di, j+dj
	}
	return n
}

// parted is how far on, in each, the nearest run is that both have; nowhere: 0, 0.
func parted(a, b []rune, run int) (inA, inB int) {
	for d := 1; d < max(len(a), len(b)); d++ {
		for e := range d + 1 {
			for _, at := range [][2]int{{d, e}, {e, d}} {
				if agree(a, at[0], b, at[1], run) {
					return at[0], at[1]
				}
			}
		}
	}
	return 0, 0
}

func agree(a []rune, i int, b []rune, j, run int) bool {
	return i+run <= len(a) && j+run <= len(b) && string(a[i:i+run]) == string(b[j:j+run])
}

func firstLost(a, b []rune) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	return fmt.Sprintf("%q where there is %q", string(a[i:min(len(a), i+20)]), string(b[min(i, len(b)):min(len(b), i+20)]))
}
