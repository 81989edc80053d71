package script_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/script"
)

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"放管服", "放管服"},
		{"網際網路＋", "网际网路+"},
		{"捷運", "捷运"},
		{"著力於智慧城市", "着力于智慧城市"},
		{"後臺、颱風", "后台、台风"},
		{"ＰＭ２．５ PM2.5", "pm2.5 pm2.5"},
		{"，；：！？（）％", ",;:!?()%"},
		{"。、“”《》", "。、“”《》"},
		{"Ⅳ类", "ⅳ类"},
		{"一\u3000二", "一 二"},
		{"㗲\U0002f9f4", "𠵾\U0002f9f4"},
		{"\U00020541", "\U00020541"},
		{"a\xffb", "a\ufffdb"},
	}
	for _, test := range tests {
		if got := script.FoldString(test.in); got != test.want {
			t.Errorf("FoldString(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestFoldIsIdempotentAndKeepsCodePoints(t *testing.T) {
	for r := rune(-1); r <= unicode.MaxRune+1; r++ {
		f := script.Fold(r)
		if script.Fold(f) != f {
			t.Errorf("Fold(%U) = %U, which folds again to %U", r, f, script.Fold(f))
		}
		if utf8.ValidRune(r) != utf8.ValidRune(f) {
			t.Errorf("Fold(%U) = %U", r, f)
		}
		if r >= 0x40000 && f != r {
			t.Errorf("Fold(%U) = %U, above the planes that have Han and letters", r, f)
		}
	}
}

func TestOf(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", script.Simplified},
		{"2017", script.Simplified},
		{"著名作家", script.Simplified},
		{"后里區公所", script.Traditional},
		{"政府工作报告", script.Simplified},
		{"政府工作報告", script.Traditional},
		{"区人民政府（原称區公所）的报告", script.Simplified},
	}
	for _, test := range tests {
		if got := script.Of(test.text); got != test.want {
			t.Errorf("Of(%q) = %s, want %s", test.text, got, test.want)
		}
	}
}

func TestOfReports(t *testing.T) {
	files, _ := filepath.Glob("../../content/reports/*/report.txt")
	if len(files) == 0 {
		t.Fatal("no reports")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want := script.Simplified
		if strings.Contains(file, "liwan-2017") {
			want = script.Traditional
		}
		for n, line := range strings.Split(string(text), "\n") {
			if utf8.RuneCountInString(line) > 100 && script.Of(line) != want {
				t.Errorf("%s:%d is not %s", file, n+1, want)
			}
		}
	}
}

func TestRegional(t *testing.T) {
	if len(script.Regional) == 0 {
		t.Fatal("no pairs")
	}
	seen := map[string]bool{}
	longest := 1 << 10
	for _, pair := range script.Regional {
		for _, word := range pair {
			if script.FoldString(word) != word || word == "" {
				t.Errorf("%q is not folded", word)
			}
		}
		if pair[0] == pair[1] || seen[pair[0]] {
			t.Errorf("%q says nothing new", pair)
		}
		seen[pair[0]] = true
		if n := utf8.RuneCountInString(pair[0]); n > longest {
			t.Errorf("%q stands after a shorter wording", pair)
		} else {
			longest = n
		}
	}
}

func BenchmarkFold(b *testing.B) {
	text, err := os.ReadFile("../../content/reports/liwan-2017/report.txt")
	if err != nil {
		b.Fatal(err)
	}
	s := string(text)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		for _, r := range s {
			script.Fold(r)
		}
	}
}
