package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"jianzhu/generator/problem"
)

// BenchmarkBuild builds sites of many reports of 15,000 characters, and tells how
// much memory the process had at its most (on Linux). The largest comes last, for
// that is never less than before.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{5, 200, 1000} {
		b.Run(fmt.Sprintf("reports=%d", n), func(b *testing.B) {
			root := b.TempDir()
			if err := copyProject(root); err != nil {
				b.Fatal(err)
			}
			recombine(b, filepath.Join(root, "content", "reports"), n)
			for b.Loop() {
				if problems, err := build(root, "", func(string) {}); err != nil || problem.HasErrors(problems) {
					b.Fatal(err, problems)
				}
			}
			b.ReportMetric(peak(), "MB-peak")
		})
	}
}

// recombine replaces reports by n whose short lines are in the order of one of
// them, for these make its outline, and whose long ones are any of them, always
// the same. Each is of a place and year of its own.
func recombine(b *testing.B, dir string, n int) {
	b.Helper()
	const long = 40 // characters
	files, err := filepath.Glob(filepath.Join(dir, "*", "report.txt"))
	if err != nil {
		b.Fatal(err)
	}
	var texts [][]string
	var pool []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		lines := strings.Split(string(text), "\n")
		texts = append(texts, lines)
		for _, line := range lines {
			if utf8.RuneCountInString(line) >= long {
				pool = append(pool, line)
			}
		}
	}
	if err := os.RemoveAll(dir); err != nil {
		b.Fatal(err)
	}
	random := rand.New(rand.NewPCG(2017, 5))
	for i := range n {
		var lines []string
		like := texts[i%len(texts)]
		for k, characters := 0, 0; characters < 15000; k++ {
			line := pool[random.IntN(len(pool))]
			if k < len(like) && utf8.RuneCountInString(like[k]) < long {
				line = like[k]
			}
			lines = append(lines, line)
			characters += utf8.RuneCountInString(line)
		}
		year, place := 1990+i%36, fmt.Sprintf("第%d街道", i/36+1)
		meta := fmt.Sprintf("title: %d年%s政府工作报告\ntype: work-report\nyear: %d\nregion: {path: [广东省, 广州市, 荔湾区, %s]}\n", year, place, year, place)
		folder := filepath.Join(dir, fmt.Sprintf("report-%04d", i))
		if err := os.MkdirAll(folder, 0o777); err != nil {
			b.Fatal(err)
		}
		for name, text := range map[string]string{"report.txt": strings.Join(lines, "\n") + "\n", "report.yaml": meta} {
			if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// peak is the most memory that the process had, in MB; 0 where Linux does not tell.
func peak() (mb float64) {
	status, err := os.Open("/proc/self/status")
	if err != nil {
		return 0
	}
	defer status.Close()
	for lines := bufio.NewScanner(status); lines.Scan(); {
		if _, err := fmt.Sscanf(lines.Text(), "VmHWM: %f kB", &mb); err == nil {
			return mb / 1e3
		}
	}
	return 0
}
