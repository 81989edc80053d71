package glossary_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"jianzhu/generator/glossary"
	"jianzhu/generator/script"
)

// BenchmarkFind reads the lines of all reports, as a build does, each with the
// matcher of its script. MB/s are of UTF-8 source on one core, folding included.
func BenchmarkFind(b *testing.B) {
	files, _ := filepath.Glob("../../content/reports/*/report.txt")
	type line struct{ script, text string }
	var lines []line
	var texts []string
	size := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(text))
		size += len(text)
		written := script.Of(string(text))
		for l := range strings.Lines(string(text)) {
			lines = append(lines, line{written, strings.TrimRight(l, "\r\n")})
		}
	}
	if size == 0 {
		b.Fatal("no reports")
	}
	for _, terms := range []int{150, 1500, 10000} {
		g := &glossary.Glossary{Terms: manyTerms(b, texts, terms)}
		matchers := map[string]*glossary.Matcher{
			script.Simplified:  g.Matcher(script.Simplified),
			script.Traditional: g.Matcher(script.Traditional),
		}
		b.Run(fmt.Sprintf("terms=%d", terms), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			matches := 0
			for b.Loop() {
				matches = 0
				for _, l := range lines {
					matches += len(matchers[l.script].Find(l.text))
				}
			}
			b.ReportMetric(float64(matches), "matches/op")
		})
	}
}

// BenchmarkMatcher compiles a large glossary.
func BenchmarkMatcher(b *testing.B) {
	text, err := os.ReadFile("../../content/reports/zhongshan-xiqu-145/report.txt")
	if err != nil {
		b.Fatal(err)
	}
	g := &glossary.Glossary{Terms: manyTerms(b, []string{string(text)}, 10000)}
	for b.Loop() {
		g.Matcher(script.Traditional)
	}
}

// manyTerms returns n terms, always the same: those of the glossary, then words
// of 2 to 6 characters taken from the texts, every fourth of them put together
// from two.
func manyTerms(b *testing.B, texts []string, n int) (terms []glossary.Term) {
	real, problems := glossary.Load(os.DirFS("../../content"), glossary.Files...)
	if len(problems) > 0 {
		b.Fatal(problems)
	}
	seen := map[string]bool{}
	add := func(t glossary.Term) {
		if !seen[t.Term] && len(terms) < n {
			terms = append(terms, t)
		}
		seen[t.Term] = true
	}
	for _, t := range real.Terms {
		add(t)
	}
	random := rand.New(rand.NewPCG(7, 11))
	runes := []rune(strings.Join(texts, "\n"))
	word := func(length int) string {
		for {
			at := random.IntN(len(runes) - length)
			word := string(runes[at : at+length])
			if strings.IndexFunc(word, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) < 0 {
				return word
			}
		}
	}
	for len(terms) < n {
		if random.IntN(4) == 0 {
			add(glossary.Term{Term: word(1+random.IntN(3)) + word(1+random.IntN(3))})
		} else {
			add(glossary.Term{Term: word(2 + random.IntN(5))})
		}
	}
	return terms
}
