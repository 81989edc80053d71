package annotate

import (
	"strings"
	"testing"

	"jianzhu/generator/report"
)

// Of a sentence that is quoted for a few words stand the clauses that have these, here in
// square brackets; what is left out is marked, and little is not left out.
func TestExcerpts(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"the clause alone": {
			"着力推进绿色复苏行动，加强全街道生态环境系统保护修复，支持“[城市绿岛]”在各社区的建设，推进道路沿线景观带绿化美化工程。",
			[]string{"……支持“[城市绿岛]”在各社区的建设……"},
		},
		"a short one with what is before it": {
			"精心整饰人民路北岸沿线景观，认真做好各项准备工作，打造[城市会客厅]。",
			[]string{"……认真做好各项准备工作，打造[城市会客厅]。"},
		},
		"a short one that opens with what is behind it": {
			"坚持[应保尽保]，全面建成多层次社会保障体系，织密扎牢民生底线的保障网。",
			[]string{"坚持[应保尽保]，全面建成多层次社会保障体系……"},
		},
		"little is not left out":         {"今年我们，按照“[权随责走]”原则规范社区的准入事项，管好它。", []string{"今年我们，按照“[权随责走]”原则规范社区的准入事项，管好它。"}},
		"a pause within marks is no end": {"推进建设，形成“不见面，在[指尖办]，自助办”的政务服务的形式。", []string{"推进建设，形成“不见面，在[指尖办]，自助办”的政务服务的形式。"}},
		"what is between": {
			"将正风肃纪与完善制度贯通起来，强化“[不敢腐]”的震慑和警示作用，认真开展好各项主题教育，增强“[不想腐]”的思想自觉。",
			[]string{"……强化“[不敢腐]”的震慑和警示作用……增强“[不想腐]”的思想自觉。"},
		},
		"a pause that is marked stays": {
			"着力推进绿色复苏行动，推进各个社区的政务服务[不见面审批，]自助办的政务服务的形式。",
			[]string{"……推进各个社区的政务服务[不见面审批，]……"},
		},
		"sentences each": {"继续抓好[雨污分流]。继续抓好[智慧医疗]。", []string{"继续抓好[雨污分流]。", "继续抓好[智慧医疗]。"}},
	} {
		var marks []Mark
		var text []rune
		for _, r := range c.text {
			switch r {
			case '[':
				marks = append(marks, Mark{Start: len(text)})
			case ']':
				marks[len(marks)-1].End = len(text)
			default:
				text = append(text, r)
			}
		}
		r, _ := report.Parse("r", []byte(string(text)), report.Meta{})
		var got []string
		for _, s := range Excerpts(r, r.Paragraphs[0], marks) {
			got = append(got, bracketed(s.Sentence))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
}

// What is said behind a sentence follows it, or a mark of what stands between.
func TestThen(t *testing.T) {
	first := Sentence{Text: "抓好甲。", Column: 0, End: 4, Marks: []Mark{{2, 3}}}
	for name, c := range map[string]struct {
		next Sentence
		want string
	}{
		"right behind":   {Sentence{Text: "抓好乙。", Column: 4, Marks: []Mark{{2, 3}}}, "抓好[甲]。抓好[乙]。"},
		"not whole":      {Sentence{Text: "……抓好乙。", Column: 4, Marks: []Mark{{4, 5}}}, "抓好[甲]。……抓好[乙]。"},
		"further behind": {Sentence{Text: "抓好乙……", Column: 40, Marks: []Mark{{2, 3}}}, "抓好[甲]。……抓好[乙]……"},
	} {
		if got := bracketed(first.Then(c.next)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// bracketed is what was said with its marks in square brackets.
func bracketed(s Sentence) string {
	var b strings.Builder
	text, last := []rune(s.Text), 0
	for _, m := range s.Marks {
		b.WriteString(string(text[last:m.Start]) + "[" + string(text[m.Start:m.End]) + "]")
		last = m.End
	}
	return b.String() + string(text[last:])
}
