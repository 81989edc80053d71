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
		{"㗲\U00020542", "𠵾\U00020542"},
		{"\U00020541", "\U00020541"},
		{"a\xffb", "a\ufffdb"},
		{"⾏政改⾰、河⻓制、⺠生", "行政改革、河长制、民生"},
		{"行\uf9fd\U0002f9f4", "行什嶲"},
		{"醫療衞生", "医疗卫生"},
		{"靑少年、淸㓗、槪況、說稅", "青少年、清洁、概况、说税"},
		{"河\U000e0100长\ufe00制", "河长制"},
		{"河\u00ad长\u034f\u180e制\u200f\u2066P\u200dP\U000e0041P", "河长制ppp"},
		{"cafe\u0301 CAFÉ Lǜ", "cafe cafe lu"},
		{"︵﹐︶ｶﾞ 𝐆𝐃𝟓", "(,)カ gd5"},
		{"≠ ㎡ ① ⒈ ⑴ ² དབུ", "≠ ㎡ ① ⒈ ⑴ ² དབུ"},
	}
	for _, test := range tests {
		if got := script.FoldString(test.in); got != test.want {
			t.Errorf("FoldString(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestSimplify(t *testing.T) {
	for name, want := range map[string]string{
		"高新技術企業": "高新技术企业", "廣州製造2025": "广州制造2025", "乾安縣": "乾安县", "GDP增速": "GDP增速", "“放管服”改革": "“放管服”改革",
	} {
		if got := script.Simplify(name); got != want {
			t.Errorf("Simplify(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestFoldIsIdempotentAndKeepsCodePoints(t *testing.T) {
	for name, fold := range map[string]func(rune) rune{"Fold": script.Fold, "Same": script.Same} {
		for r := rune(-1); r <= unicode.MaxRune+1; r++ {
			f := fold(r)
			if fold(f) != f {
				t.Errorf("%s(%U) = %U, which is made %U again", name, r, f, fold(f))
			}
			if utf8.ValidRune(r) != utf8.ValidRune(f) && f != script.Nothing {
				t.Errorf("%s(%U) = %U", name, r, f)
			}
			if r >= 0x40000 && f != r && f != script.Nothing {
				t.Errorf("%s(%U) = %U, above the planes that have Han and letters", name, r, f)
			}
			if script.IsIgnorable(r) && f != script.Nothing {
				t.Errorf("%s(%U) = %U, which is ignorable", name, r, f)
			}
			if script.Fold(f) != script.Fold(r) {
				t.Errorf("%s(%U) = %U, which folds otherwise", name, r, f)
			}
		}
	}
}

func TestSame(t *testing.T) {
	tests := []struct{ in, want string }{
		{"政務、PPP、ｐｐｐ", "政務、PPP、ppp"},
		{"河⻓制", "河长制"},
		{"醫療衞生", "醫療衞生"},
		{"落实河\u00ad长制", "落实河长制"},
		{"cafe\u0301 CAFÉ", "cafe CAFE"},
		{"，％", ",%"},
	}
	for _, test := range tests {
		if got := strings.Map(script.Same, test.in); got != test.want {
			t.Errorf("the same as %q is %q, want %q", test.in, got, test.want)
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

// TestRegionalPairs holds some pairs that readers ask for, and that words which are
// ordinary on the mainland, or stand across others there (投资安排, 卫生技术), are none.
func TestRegionalPairs(t *testing.T) {
	mainland := map[string]string{}
	for _, pair := range script.Regional {
		mainland[pair[0]] = pair[1]
	}
	for taiwan, want := range map[string]string{
		"資訊": "信息", "軟體": "软件", "硬體": "硬件", "網際網路": "互联网", "數位": "数字", "行動支付": "移动支付",
		"智慧財產": "知识产权", "智慧財產權": "知识产权", "資料庫": "数据库", "人工智慧": "人工智能", "積體電路": "集成电路",
		"資料": "", "程式": "", "資安": "", "生技": "", "公車": "", "機車": "", "志工": "", "智慧": "", "品質": "",
	} {
		if got := mainland[script.FoldString(taiwan)]; got != want {
			t.Errorf("%s is %q, want %q", taiwan, got, want)
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
