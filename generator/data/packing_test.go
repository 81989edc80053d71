package data

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianzhu/generator/annotate"
	"jianzhu/generator/cache"
	"jianzhu/generator/glossary"
	"jianzhu/generator/growth"
	"jianzhu/generator/problem"
	"jianzhu/generator/report"
	"jianzhu/generator/theme"
)

func TestSumOfBoth(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 200 {
		both := make([]byte, n*n)
		for i := range both {
			both[i] = byte(random.Uint32())
		}
		at := random.IntN(len(both) + 1)
		sum := crc32.ChecksumIEEE
		if got := sumOfBoth(sum(both[:at]), sum(both[at:]), len(both)-at); got != sum(both) {
			t.Fatalf("%d and %d bytes: %x, want %x", at, len(both)-at, got, sum(both))
		}
	}
}

// many are reports, each with uses, values and sections.
func many(n int) fstest.MapFS {
	files := fstest.MapFS{
		"glossary.yaml": {Data: []byte("- {term: 放管服, pinyin: fàng guǎn fú, gloss: 三件事, senses: [{definition: 三件事。}]}\n- {term: 网格化, pinyin: wǎng gé huà, gloss: 分片, senses: [{definition: 分片。}]}\n")},
		"themes.yaml":   {Data: []byte("themes: [{id: a, name: 甲, keywords: [改革]}, {id: b, name: 乙, keywords: [学校]}]\n")},
	}
	for i := range n {
		text := fmt.Sprintf("一、推进第%d项改革\n深化“放管服”改革%s。\n", i, growth.Many(6, "，网格化管理覆盖%d个村，生产总值增长6.5%%"))
		files[fmt.Sprintf("reports/r%03d/report.yaml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "title: 报告\nyear: %d\nregion: {path: [某省, 第%d市]}\n", 2000+i%20, i/20)}
		files[fmt.Sprintf("reports/r%03d/report.txt", i)] = &fstest.MapFile{Data: []byte(text + "二、兴办学校\n" + text)}
	}
	files["reports/r001/report.txt"].Data = append(files["reports/r001/report.txt"].Data, "城镇登记失业率达到3%。\n"...)
	return files
}

// collect annotates what stands in files.
func collect(t *testing.T, files fstest.MapFS, kept *cache.Store) *collected {
	t.Helper()
	reports, unread := report.ReadKept(kept, files, "reports")
	g, wrong := glossary.Load(files, glossary.OwnFile)
	v, also := theme.Load(files, "themes.yaml")
	if problems := slices.Concat(unread, wrong, also); problem.HasErrors(problems) {
		t.Fatal(problems)
	}
	corpus, _ := annotate.Reports(reports, g, v, annotate.Every)
	return &collected{corpus, "/", corpus.Keys(), kept}
}

func archived(t *testing.T, from *collected) []byte {
	t.Helper()
	zip, err := archive(from, "")
	if err != nil {
		t.Fatal(err)
	}
	return zip
}

// Whatever changes, the archive is what it is without anything kept, and has the sheets
// as they are by themselves.
func TestArchiveKept(t *testing.T) {
	files := many(24)
	kept := cache.Open(t.TempDir(), "program")
	defer kept.Close(false)
	replace := func(file, old, new string) func() {
		return func() {
			text := strings.Replace(string(files[file].Data), old, new, 1)
			files[file] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	before := []byte{}
	for _, change := range []struct {
		what string
		do   func()
	}{
		{"nothing yet", func() {}},
		{"a line more", replace("reports/r003/report.txt", "二、", "又一行。\n二、")},
		{"a value", replace("reports/r011/report.txt", "6.5", "7.5")},
		{"a heading", replace("reports/r012/report.txt", "一、推进", "一、继续推进")},
		{"a title", replace("reports/r013/report.yaml", "title: 报告", "title: 某报告")},
		{"a place", replace("reports/r014/report.yaml", "第0市", "第9市")},
		{"a report less", func() { delete(files, "reports/r020/report.yaml"); delete(files, "reports/r020/report.txt") }},
		{"a theme", replace("themes.yaml", "[改革]", "[改革, 学校]")},
		{"the id of a theme", replace("themes.yaml", "id: b", "id: c")},
		{"a form", replace("glossary.yaml", "term: 网格化", "term: 网格化管理")},
		{"an id", replace("glossary.yaml", "{term: 放管服", "{id: f, term: 放管服")},
		{"a meaning", replace("glossary.yaml", "{definition: 分片。}", "{id: y, definition: 分片。}, {id: z, definition: 别的。, reports: [r020]}")},
		{"a name that sounds like one of another report", replace("reports/r015/report.txt", "二、", "城镇登记事业率达到3%。\n二、")},
	} {
		change.do()
		from := collect(t, files, nil)
		want := archived(t, from)
		keeping := collect(t, files, kept)
		for range 2 {
			if !bytes.Equal(archived(t, keeping), want) {
				t.Errorf("%s: the archive is another with what is kept", change.what)
			}
		}
		sheets := unzip(t, want)
		for _, s := range Sheets {
			if !bytes.Equal(sheets[s.File], s.csv(from)) {
				t.Errorf("%s: %s is not as it is by itself", change.what, s.File)
			}
		}
		if bytes.Equal(want, before) {
			t.Errorf("%s changes nothing", change.what)
		}
		before = want
	}
}

// A change of a row makes the part anew in which it is.
func TestParts(t *testing.T) {
	partsOf := func(rows []string) [][]byte {
		p := &packed{packing: &packing{}}
		for _, row := range rows {
			p.Write([]byte(row))
		}
		p.end()
		return p.parts
	}
	rows := strings.SplitAfter(growth.Many(40000, "第%d行有一些字\r\n"), "\n")
	before := partsOf(rows)
	for _, changed := range [][]string{
		slices.Replace(slices.Clone(rows), 20000, 20001, "另一行\r\n"), slices.Insert(slices.Clone(rows), 100, "多一行\r\n"), slices.Delete(slices.Clone(rows), 39000, 39010),
	} {
		others := 0
		for _, part := range partsOf(changed) {
			if !slices.ContainsFunc(before, func(b []byte) bool { return bytes.Equal(b, part) }) {
				others++
			}
		}
		if others == 0 || others > 2 || len(before) < 6 {
			t.Errorf("%d of %d parts are others", others, len(before))
		}
	}
}

// Programs that open archives find nothing wrong with this one.
func TestOtherProgramsUnzip(t *testing.T) {
	file := filepath.Join(t.TempDir(), "tables.zip")
	if err := os.WriteFile(file, archived(t, collect(t, many(8), nil)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, program := range [][]string{{"unzip", "-t", file}, {"python3", "-m", "zipfile", "-t", file}, {"bsdtar", "-tvf", file}, {"7z", "t", file}} {
		t.Run(program[0], func(t *testing.T) {
			if _, err := exec.LookPath(program[0]); err != nil {
				t.Skip("is not installed")
			}
			if said, err := exec.Command(program[0], program[1:]...).CombinedOutput(); err != nil || bytes.Contains(said, []byte("corrupt")) {
				t.Errorf("%v: %s", err, said)
			}
		})
	}
}

// What the archive costs grows as the reports do, and as what they have does.
func TestGrowth(t *testing.T) {
	for _, keeping := range []bool{false, true} {
		growth.Linear(t, 12, func(n int) {
			var kept *cache.Store
			if keeping {
				kept = cache.Open(t.TempDir(), "program")
				defer kept.Close(false)
			}
			from := collect(t, many(n), kept)
			archived(t, from)
			from.kept = kept
			archived(t, from)
		})
	}
}
