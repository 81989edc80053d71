package main

import (
	"fmt"
	"slices"
	"strings"

	"jianzhu/generator/annotate"
	"jianzhu/generator/report"
	"jianzhu/generator/search"
)

// What the search is held to: a plain scan of the texts, and queries with what it looks for.

// scan is the plain way to search: every line with its key.
type scan []scannedLine

type scannedLine struct {
	at, key     string // its address from the site's root
	traditional bool
}

func scanOf(c *annotate.Corpus) (all scan) {
	for _, r := range c.Reports {
		for _, p := range r.Paragraphs {
			at := fmt.Sprintf("reports/%s/#L%d", r.Slug, p.Line)
			all = append(all, scannedLine{at, search.Key(report.DisplayString(p.Text)), r.Script == "zh-Hant"})
		}
	}
	return all
}

// lines are the addresses of the lines in which each of the words is, in one of
// its forms. A form that begins with ~ counts in Traditional texts only.
func (all scan) lines(address string, words ...[]string) (found []string) {
	for _, line := range all {
		if !slices.ContainsFunc(words, func(forms []string) bool {
			return !slices.ContainsFunc(forms, func(form string) bool {
				form, elsewhere := strings.CutPrefix(form, "~")
				return strings.Contains(line.key, form) && (!elsewhere || line.traditional)
			})
		}) {
			found = append(found, address+line.at)
		}
	}
	slices.Sort(found)
	return found
}

// searchQuery is a query and what a plain scan looks for.
type searchQuery struct { // words in quote marks have their one form; see widened
	query string
	words [][]string // the forms of each word
	none  bool       // it is found nowhere
}

// widened are the forms of each word of a query with the other names of the term or
// the indicator that it names.
func (q searchQuery) widened(c *annotate.Corpus) (words [][]string) {
	for _, forms := range q.words {
		forms = slices.Clone(forms)
		wanted := forms[0]
		add := func(names ...string) {
			if !slices.ContainsFunc(names, func(n string) bool { return search.Key(n) == wanted }) || strings.ContainsAny(q.query[:1]+q.query[len(q.query)-1:], `"`) || strings.HasPrefix(q.query, "“"+wanted) {
				return
			}
			for _, n := range names {
				if k := search.Key(n); len([]rune(k)) > 1 && !strings.Contains(k, wanted) {
					forms = append(forms, k)
				}
			}
		}
		for _, t := range c.Glossary.Terms {
			add(append([]string{t.Term}, t.Aliases...)...)
		}
		for _, i := range c.Indicators {
			ordinary := func(name string) bool { return search.Key(name) == "经济" } // no name, though what grows by so much is 生产总值
			add(append([]string{i.Name}, slices.DeleteFunc(slices.Clone(i.Variants), ordinary)...)...)
		}
		words = append(words, forms)
	}
	return words
}

var queries = []searchQuery{
	{"政务", [][]string{{"政务"}}, false},
	{"政務", [][]string{{"政务"}}, false},
	{"地铁", [][]string{{"地铁", "~捷运"}}, false},
	{"捷運", [][]string{{"捷运", "地铁"}}, false},
	{"“捷運”", [][]string{{"捷运"}}, false},
	{"資訊化", [][]string{{"资讯化", "信息化"}}, false},
	{"軟體", [][]string{{"软体", "软件"}}, false},
	{"數位經濟", [][]string{{"数位经济", "数字经济"}}, false},
	{"群众", [][]string{{"群众", "~民众"}}, false},
	{"PPP", [][]string{{"ppp"}}, false},
	{"ｐｐｐ", [][]string{{"ppp"}}, false},
	{"互联网+", [][]string{{"互联网+", "~网际网路+"}}, false},
	{"\"互联网 +\"", [][]string{{"互联网+"}}, false},
	{"的", [][]string{{"的"}}, false},
	{"铁", [][]string{{"铁"}}, false},
	{"发展", [][]string{{"发展"}}, false},
	{"6.3%", [][]string{{"6.3%"}}, false},
	{"2017年", [][]string{{"2017年"}}, false},
	{"0.2:42.7:57.1", [][]string{{"0.2:42.7:57.1"}}, false},
	{"代表新时期的新荔湾", [][]string{{"代表新时期的新荔湾"}}, false},
	{"“三旧”改造", [][]string{{"三旧改造"}}, false},
	{"三旧改造", [][]string{{"三旧改造"}}, false},
	{"全面建成小康社会", [][]string{{"全面建成小康社会"}}, false},
	{"创新社会动员机制，整合专业、半专业力量和行业性力量、社会志愿力量、各行各业群众", [][]string{{"创新社会动员机制整合专业半专业力量和行业性力量社会志愿力量各行各业群众", "~创新社会动员机制整合专业半专业力量和行业性力量社会志愿力量各行各业民众"}}, false},
	{"经济 教育", [][]string{{"经济"}, {"教育"}}, false},
	{"经济 服務 创新", [][]string{{"经济"}, {"服务"}, {"创新"}}, false},
	{"“经济发展” 2016", [][]string{{"经济发展"}, {"2016"}}, false},
	{"⾏政", [][]string{{"行政"}}, false},
	{"衞生", [][]string{{"卫生"}}, false},
	{"政\u00ad务", [][]string{{"政务"}}, false},
	{"发\U000e0100展", [][]string{{"发展"}}, false},
	{"火星移民", [][]string{{"火星移民"}}, true},
	{"展发经", [][]string{{"展发经"}}, true},
}

// difference is what is in one of two lists only.
func difference(a, b []string) (all []string) {
	for _, list := range [][2][]string{{a, b}, {b, a}} {
		for _, one := range list[0] {
			if !slices.Contains(list[1], one) {
				all = append(all, one)
			}
		}
	}
	return all
}
