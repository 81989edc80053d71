package glossary_test

import (
	"cmp"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"jianzhu/generator/glossary"
)

// entries are those of a file of the repository's content.
func entries(t *testing.T, file string) []glossary.Term {
	t.Helper()
	g, _ := glossary.Load(os.DirFS("../../content"), file)
	if len(g.Terms) == 0 {
		t.Fatalf("%s has no entries", file)
	}
	return g.Terms
}

var (
	lineOfReport = regexp.MustCompile(`^[a-z0-9-]+:\d+$`)
	atItsEnd     = regexp.MustCompile(`(https?://\S+)$`)
)

// What an entry cites can be followed: a document by its name, or an address that
// leads further than to a site's front page. A national entry cites no line of
// the reports here, and tells nothing of one.
func TestSourcesCanBeFollowed(t *testing.T) {
	for _, file := range glossary.Files {
		for _, term := range entries(t, file) {
			if term.National && len(term.Sources) == 0 {
				t.Errorf("%s:%d: %s has no source", term.File, term.Line, term.Term)
			}
			for _, source := range term.Sources {
				if lineOfReport.MatchString(source) {
					if term.National {
						t.Errorf("%s:%d: %s cites %s, which other sites do not have", term.File, term.Line, term.Term, source)
					}
					continue
				}
				address := atItsEnd.FindString(source)
				at, err := url.Parse(address)
				if err != nil || address != "" && strings.Trim(at.Path+at.RawQuery, "/") == "" {
					t.Errorf("%s:%d: %s: no document has the address %q", term.File, term.Line, term.Term, address)
				}
				if utf8.RuneCountInString(strings.TrimSuffix(source, address)) < 4 {
					t.Errorf("%s:%d: %s: the source %q has no name", term.File, term.Line, term.Term, source)
				}
			}
			for _, sense := range term.Senses {
				if term.National && len(sense.Reports) > 0 {
					t.Errorf("%s:%d: %s has a sense of one report", term.File, term.Line, term.Term)
				}
				if term.National && strings.Contains(sense.Definition, "所收报告") {
					t.Errorf("%s:%d: %s speaks of the reports here", term.File, term.Line, term.Term)
				}
			}
		}
	}
}

// What a number counts is as much as it says: 三去一降一补 has five parts, or the
// first number alone is of things (五证合一).
func TestCountsAreComplete(t *testing.T) {
	for _, file := range glossary.Files {
		for _, term := range entries(t, file) {
			numbers := numbersIn(term.Term)
			counts := [][]string{term.Counts}
			for _, sense := range term.Senses {
				counts = append(counts, sense.Counts)
			}
			for _, parts := range counts {
				if len(parts) > 0 && len(numbers) > 0 && !slices.Contains(sums(numbers), len(parts)) {
					t.Errorf("%s:%d: %s has %d parts: %q", term.File, term.Line, term.Term, len(parts), parts)
				}
			}
		}
	}
}

// A phrase has one national entry, however its parts are marked off: 吃拿卡要 and
// “吃、拿、卡、要” are one.
func TestOneEntryForAPhrase(t *testing.T) {
	marks := strings.NewReplacer("、", "", "，", "", "·", "", "“", "", "”", "", " ", "")
	owner := map[string]string{}
	for _, term := range entries(t, glossary.NationalFile) {
		for _, form := range term.Forms() {
			phrase := marks.Replace(form)
			if other := owner[phrase]; other != "" && other != term.ID {
				t.Errorf("%s:%d: %s is a phrase of %s too", term.File, term.Line, form, other)
			}
			owner[phrase] = term.ID
		}
	}
}

// numbersIn are the small numbers in a term, in order.
func numbersIn(term string) (numbers []int) {
	for _, r := range term {
		if n := strings.IndexRune("一二三四五六七八九", r); n >= 0 {
			numbers = append(numbers, n/3+1)
		} else if r == '两' || r == '双' {
			numbers = append(numbers, 2)
		}
	}
	return numbers
}

// sums are the numbers, and what the first few of them come to.
func sums(numbers []int) []int {
	all, sum := slices.Clone(numbers), 0
	for _, n := range numbers {
		sum += n
		all = append(all, sum)
	}
	return all
}

// misread are ids that were made of a wrong reading or of a part and stay, as addresses
// do, with the letters of the right one.
var misread = map[string]string{
	"chuang-chuang-gan":        "chuangdejingshenchuangdejintougandezuofeng",
	"ka-bo-zi":                 "qiabozi",
	"chi-na-ka-yao":            "chinaqiayao",
	"jie-yong-guan-hai":        "jieyongguanhuan",
	"wen-cu-diao-hui-fang-bao": "wencutiaohuifangbao",
}

// The pinyin of a national entry reads as its id does, which is made of syllables.
func TestPinyinReadsAsTheID(t *testing.T) {
	for _, term := range entries(t, glossary.NationalFile) {
		letters := func(s string) string {
			s = strings.ReplaceAll(norm.NFKD.String(strings.ToLower(s)), "v", "u") // of ü
			return strings.Map(func(r rune) rune {
				if r <= unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
					return r
				}
				return -1
			}, s)
		}
		id, pinyin := cmp.Or(misread[term.ID], letters(term.ID)), letters(term.Pinyin)
		if id != pinyin && strings.TrimRight(id, "0123456789") != pinyin {
			t.Errorf("%s:%d: %s: %q is not read as %q", term.File, term.Line, term.Term, term.ID, term.Pinyin)
		}
	}
}

// longestCopy is how many characters in a row may stand as in the source; names
// between 、 do not count together.
const longestCopy = 11

// What an entry says is in its own words. JIANZHU_SOURCES names a folder with the
// texts that entries cite: by the path that an address has after its commit, or by the
// line source: at the head of a text.
func TestDefinitionsAreNoCopies(t *testing.T) {
	folder := os.Getenv("JIANZHU_SOURCES")
	if folder == "" {
		t.Skip("JIANZHU_SOURCES names no folder")
	}
	texts := textsByAddress(t, folder)
	compared := 0
	for _, file := range glossary.Files {
		for _, term := range entries(t, file) {
			var source strings.Builder
			for _, s := range term.Sources {
				source.WriteString(texts[documentOf(atItsEnd.FindString(s))] + "\n")
			}
			if source.Len() <= len(term.Sources) {
				continue
			}
			compared++
			says := []string{term.Gloss}
			for _, sense := range term.Senses {
				says = append(says, sense.Definition)
			}
			for _, words := range says {
				if same := longestShared(words, source.String()); utf8.RuneCountInString(same) > longestCopy {
					t.Errorf("%s:%d: %s has the words of its source: %s", term.File, term.Line, term.Term, same)
				}
			}
		}
	}
	t.Logf("compared %d entries", compared)
}

var blob = regexp.MustCompile(`^https://github\.com/lawtext/gov/blob/[0-9a-f]{40}/`)

// documentOf is an address, of a repository's file its path.
func documentOf(address string) string { return blob.ReplaceAllString(address, "") }

func textsByAddress(t *testing.T, folder string) map[string]string {
	texts := map[string]string{}
	err := filepath.WalkDir(folder, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(file) != ".md" {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		text := strings.ReplaceAll(string(data), "**", "")
		name, err := filepath.Rel(folder, file)
		texts[filepath.ToSlash(name)] = text
		for _, line := range strings.SplitN(text, "\n", 8) {
			if address, ok := strings.CutPrefix(line, "source:"); ok {
				texts[strings.TrimSpace(address)] = text
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

var quotedOrParted = regexp.MustCompile(`“[^”]*”|《[^》]*》|、`)

// longestShared is the longest run of words that stands in text, outside quotation
// marks and between names.
func longestShared(words, text string) (longest string) {
	for _, part := range quotedOrParted.Split(words, -1) {
		runes := []rune(part)
		for i := range runes {
			for j := i + utf8.RuneCountInString(longest) + 1; j <= len(runes) && strings.Contains(text, string(runes[i:j])); j++ {
				longest = string(runes[i:j])
			}
		}
	}
	return longest
}
