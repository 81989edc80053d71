package main

import (
	"fmt"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"jianzhu/generator/annotate"
	"jianzhu/generator/compare"
	"jianzhu/generator/report"
)

// asRead are the rows of a comparison as a page shows them: for each section on which
// side it stands, whether alone, its report and line, and what is only there.
const asRead = `[...document.querySelectorAll('.sides > li')].map(li => [li.className,
	[...li.querySelectorAll(':scope > a, :scope > ul > li > a:first-child')].map(a => a.href.replace(/^.*reports\/|\/(index.html)?#L|index.html/g, ' ').trim()).join(),
	[...li.querySelectorAll('strong')].map(s => s.textContent).join(',')].join('; '))`

// wanted are the same by package compare, as far as both sides can be told.
func wanted(c compare.Comparison) (rows []string) {
	const most = 2 // sentences
	type item struct{ side, at, marked string }
	text := func(i item) string { return i.side + "; " + i.at + "; " + i.marked }
	last, alone := item{}, -1 // what stands alone so far
	for _, row := range c.Rows {
		var both []item
		for side, r := range c.Pair {
			s, at := row.Sections[side], ""
			own := slices.DeleteFunc(slices.Clone(row.Only[side]), func(p compare.Phrase) bool { return p.Common })
			if headless := s == nil || row.Chapter(); !headless {
				at = fmt.Sprintf("%s %d", r.Slug, s.Line)
			} else if len(own) == 0 {
				continue
			}
			both = append(both, item{[2]string{"first", "second"}[side], at, marked(r, own, most)})
		}
		if len(both) == 1 {
			both[0].side += " alone"
		}
		side := row.Alone()
		if row.Chapter() {
			side = -1
		}
		if side >= 0 && side == alone {
			last.at += "," + both[0].at
			last.marked = strings.Trim(last.marked+","+both[0].marked, ",")
			rows[len(rows)-1] = text(last)
			continue
		}
		for _, i := range both {
			rows = append(rows, text(i))
			last = i
		}
		alone = side
	}
	return rows
}

// marked are the phrases in the first sentences that have any.
func marked(r *report.Report, own []compare.Phrase, most int) string {
	var words []string
	for n := 0; len(own) > 0; {
		in := own[0].Paragraph
		var marks []annotate.Mark
		for ; len(own) > 0 && own[0].Paragraph == in; own = own[1:] {
			marks = append(marks, annotate.Mark{Start: own[0].Start, End: own[0].End})
		}
		for _, s := range annotate.Excerpts(r, r.Paragraphs[in], marks) {
			if n++; n > most {
				break
			}
			for _, m := range s.Marks {
				words = append(words, string([]rune(s.Text)[m.Start:m.End]))
			}
		}
	}
	return strings.Join(words, ",")
}

// The script and the program compare alike: any two, whatever their characters, and
// from disk too.
func TestCompare(t *testing.T) {
	s := built(t, siteAtRoot)
	all := compare.New(s.edition.Corpus)
	served, disk := open(t, 1400, 900), openFromDisk(t, bundled(t).unpacked)
	for i, a := range s.edition.Corpus.Reports {
		b := s.edition.Corpus.Reports[(i+2)%len(s.edition.Corpus.Reports)]
		want := wanted(all.Compare(compare.Pair{a, b}))
		for _, w := range []*tab{served, disk} {
			at := "compare/"
			if w == disk {
				at += "index.html"
			}
			w.visit(at + "?a=" + a.Slug + "&b=" + b.Slug)
			w.becomes(`document.querySelector('.compared').hidden === false`, "the comparison is shown")
			got := ask[[]string](w, asRead)
			if !slices.Equal(got, want) {
				t.Errorf("%s and %s: the script has\n%s\nthe program\n%s", a.Slug, b.Slug, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
	}
}

// A page of two neighbours has without script what the script makes of them.
func TestComparedNeighbours(t *testing.T) {
	s := built(t, siteAtRoot)
	w := open(t, 1400, 900)
	for _, p := range compare.New(s.edition.Corpus).Pairs {
		const told = `['targets', 'only', 'sections'].map(id => document.getElementById(id)?.textContent.replace(/\s+/g, '') ?? '')`
		w.visit("compare/" + p[0].Slug + "/" + p[1].Slug + "/")
		page := ask[[]string](w, told)
		w.visit("compare/?a=" + p[0].Slug + "&b=" + p[1].Slug)
		w.becomes(`document.querySelector('.compared').hidden === false`, "the comparison is shown")
		script := ask[[]string](w, told)
		for i := range page {
			if page[i] != script[i] {
				t.Errorf("%s, %s: the page has\n%s\nthe script\n%s", p[0].Slug, p[1].Slug, page[i], script[i])
			}
		}
	}
}

// Two reports are chosen by hand, with the keyboard too.
func TestChooseCompared(t *testing.T) {
	w := open(t, 360, 800)
	w.visit("compare/")
	w.becomes(`document.querySelector('.pair').hidden === false`, "the choosers are shown")
	w.tell(`(() => {
		const {a, b} = document.querySelector('.pair').elements;
		a.value = 'liwan-2017';
		b.value = 'shahekou-2016';
		b.dispatchEvent(new Event('change', {bubbles: true}));
	})()`)
	w.becomes(`document.querySelector('.compared').hidden === false`, "the comparison is shown")
	if !w.is(`location.search === '?a=liwan-2017&b=shahekou-2016'`) {
		t.Error("the address does not lead back to it")
	}
	if !w.is(`document.documentElement.scrollWidth <= innerWidth`) {
		t.Error("the page is wider than a phone")
	}
}

// Among many reports one is found by its place, its pinyin or its year, by keys alone; a
// narrower list keeps what is chosen.
func TestNarrowCompared(t *testing.T) {
	root := few(t)
	for i, place := range []string{"荔湾区", "越秀区", "海珠区", "天河区", "白云区"} {
		for _, year := range []int{2019, 2020} {
			at := fmt.Sprintf("content/reports/r%d-%d/", i, year)
			lay(t, root, at+"report.yaml", fmt.Sprintf("title: %d年%s政府工作报告\nyear: %d\ntype: work-report\nregion: {path: [广东省, 广州市, %s]}\n", year, place, year, place))
			lay(t, root, at+"report.txt", fmt.Sprintf("一、工作回顾\n%s建成“%d号工程”。坚持稳中求进。\n二、今年工作\n办好“%d年实事”。\n", place, i, year))
		}
	}
	buildIn(t, root)
	server := httptest.NewServer(strict(filepath.Join(root, "public")))
	t.Cleanup(server.Close)
	w := open(t, 360, 800)
	w.address = server.URL + "/"
	w.visit("compare/")
	w.becomes(`document.querySelector('.pair').hidden === false`, "the choosers are shown")
	const listed = `[...document.querySelectorAll('#%s optgroup option')].map(o => o.value).join()`
	for _, typed := range []struct{ words, want string }{
		{"yuexiu", "r1-2019,r1-2020"}, {"hzq", "r2-2019,r2-2020"}, {"天河", "r3-2019,r3-2020"}, {"2020 baiyun", "r4-2020"},
		{"荔湾 2019", "r0-2019"}, {"沒有", ""},
	} {
		w.tell(`document.querySelector('[data-narrows=a]').value = ''`)
		w.do(chromedp.Focus(chromedp.CSS(`[data-narrows=a]`)), chromedp.KeyEvent(typed.words))
		w.becomes(fmt.Sprintf(listed, "a")+` === '`+typed.want+`'`, typed.words+" lists "+typed.want)
	}
	w.tell(`document.querySelector('[data-narrows=a]').value = ''`)
	w.do(chromedp.Focus(chromedp.CSS(`[data-narrows=a]`)), chromedp.KeyEvent("liwan 2020"), chromedp.KeyEvent(kb.Enter))
	w.becomes(`document.activeElement.id === 'a' && document.activeElement.value === 'r0-2020'`, "Enter takes the first")
	w.do(chromedp.Focus(chromedp.CSS(`[data-narrows=b]`)), chromedp.KeyEvent("liwan 2019"), chromedp.KeyEvent(kb.Enter))
	w.becomes(`document.querySelector('.compared').hidden === false && location.search === '?a=r0-2020&b=r0-2019'`, "the comparison is shown")
	w.do(chromedp.Focus(chromedp.CSS(`[data-narrows=b]`)))
	w.tell(`document.querySelector('[data-narrows=b]').value = ''`)
	w.do(chromedp.KeyEvent("yx"))
	w.becomes(fmt.Sprintf(listed, "b")+` === 'r0-2019,r1-2019,r1-2020'`, "what is chosen stays in the list")
	if !w.is(`document.documentElement.scrollWidth <= innerWidth`) {
		t.Error("the page is wider than a phone")
	}
	for _, finding := range w.findings() {
		t.Error(finding)
	}
}
