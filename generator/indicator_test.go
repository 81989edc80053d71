package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"golang.org/x/net/html"

	"jianzhu/generator/report"
)

// gdp is the page of an indicator that every report gives.
const gdp = "indicators/di-qu-sheng-chan-zong-zhi/"

// Every number found stands on its report's page as a link to its line, and in
// the table that is published; the page of an indicator has each of its values.
func TestIndicatorsAreShown(t *testing.T) {
	s := built(t, siteAtRoot)
	docs := s.documents(t)
	rows := 0
	for _, r := range s.edition.Corpus.Reports {
		rows += len(r.Indicators)
		links := linksIn(docs["reports/"+r.Slug+"/index.html"], "indicators")
		if len(r.Indicators) == 0 {
			t.Errorf("%s has no indicators", r.Slug)
		}
		for _, i := range r.Indicators {
			if value := report.DisplayString(i.Value); !strings.Contains(links["#"+lineID(i.Line)], value) {
				t.Errorf("%s, line %d: %s is not shown", r.Slug, i.Line, value)
			}
		}
	}
	for _, i := range s.edition.Corpus.Indicators {
		doc := docs["indicators/"+i.ID+"/index.html"]
		given := map[*report.Report]bool{}
		for _, place := range i.Places {
			for _, v := range place.Values {
				given[v.Report] = true
				line := fmt.Sprintf("../../reports/%s/#%s", v.Report.Slug, lineID(v.Line))
				if !strings.Contains(string(doc.text), `href=`+line+`>`) || !strings.Contains(string(doc.text), ">"+report.DisplayString(v.Indicator.Value+v.Unit)+"<") {
					t.Errorf("%s: no %s of %s, line %d", doc.file, v.Indicator.Value, v.Report.Slug, v.Line)
				}
			}
		}
		silent := linksIn(doc, "silent")
		for _, r := range s.edition.Corpus.Reports {
			if _, says := silent["../../reports/"+r.Slug+"/"]; says == given[r] {
				t.Errorf("%s: %s gives it: %v, is said not to: %v", doc.file, r.Slug, given[r], says)
			}
		}
	}
	text, err := os.Open(filepath.Join(s.public(), "indicators", "index.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer text.Close()
	table, err := csv.NewReader(text).ReadAll()
	if err != nil || len(table) != rows+1 || rows < 100 {
		t.Errorf("the table has %d rows for %d indicators (%v)", len(table)-1, rows, err)
	}
}

// Where a report gives two values of one thing for one time, they stand side by side.
func TestConflictsAreShown(t *testing.T) {
	doc := built(t, siteAtRoot).documents(t)["indicators/xian-jin-zhi-zao-ye-zeng-jia-zhi-zhan-gui-mo-yi-shang-gong-befc7925/index.html"]
	links := linksIn(doc, "conflicts")
	for line, want := range map[string]string{"#L36": "68% ", "#L69": "73% "} {
		if got := links["../../reports/zhongshan-xiqu-145/"+line]; got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
	if len(links) != 2 {
		t.Errorf("conflicts are %q", links)
	}
}

// linksIn are the texts of the links in a part of a page, by address, those of
// one address together.
func linksIn(doc *document, id string) map[string]string {
	links := map[string]string{}
	for n := range doc.root.Descendants() {
		if attribute(n, "id") != id || n.Type != html.ElementNode {
			continue
		}
		for a := range n.Descendants() {
			if a.Data == "a" {
				links[attribute(a, "href")] += textOf(a) + " "
			}
		}
	}
	return links
}

// A figure shows what the table beneath it says: a dot for each rate, within its
// width, in colours that can be seen in both schemes and on paper.
func TestIndicatorFigure(t *testing.T) {
	w := open(t, 360, 800)
	for _, scheme := range []string{"light", "dark", "print"} {
		if scheme == "print" {
			send(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		} else {
			w.scheme(scheme)
		}
		w.visit(gdp)
		if !w.is(`document.querySelectorAll('.plot .name').length >= 5 && document.querySelectorAll('.plot circle.reached').length > 0 && document.querySelectorAll('.plot circle.promised').length > 0`) {
			t.Fatal("there is no figure with results and targets")
		}
		if got := ask[[]string](w, `[...document.querySelectorAll('.plot text')].filter(e => { const r = e.getBoundingClientRect(); return r.left < 0 || r.right > innerWidth || r.height < 10 }).map(e => e.textContent)`); len(got) > 0 {
			t.Errorf("%s: out of sight or too small: %q", scheme, got)
		}
		if got := ask[[]string](w, `(() => {
			const rows = {};
			for (const e of document.querySelectorAll('.plot :is(.name, .label)')) (rows[e.getAttribute('y')] ??= []).push(e.getBoundingClientRect());
			return Object.entries(rows).filter(([, [a, b]]) => b && a.right > b.left).map(([y]) => y);
		})()`); len(got) > 0 {
			t.Errorf("%s: names run into values at %q", scheme, got)
		}
		if got := ask[[]string](w, `(() => {
			const svg = document.querySelector('.plot').getBoundingClientRect(), texts = [...document.querySelectorAll('.plot text')].map(e => [e.textContent, e.getBoundingClientRect()]);
			return [...document.querySelectorAll('.plot :is(circle, rect)')].flatMap(e => {
				const dot = e.getBoundingClientRect();
				const met = texts.filter(([, r]) => dot.left < r.right && r.left < dot.right && dot.top < r.bottom - 3 && r.top < dot.bottom - 3);
				return [...met.map(([text]) => text), ...dot.left < svg.left || dot.right > svg.right ? ['out of the figure'] : []];
			});
		})()`); len(got) > 0 {
			t.Errorf("%s: dots stand on %q", scheme, got)
		}
		if paper, ink, target := ask[string](w, `getComputedStyle(document.body).backgroundColor`), ask[string](w, `getComputedStyle(document.querySelector('.plot circle.reached')).fill`), ask[string](w, `getComputedStyle(document.querySelector('.plot circle.promised')).stroke`); paper == ink || paper == target || ink == target || target == "none" {
			t.Errorf("%s: results are %s, targets %s, on %s", scheme, ink, target, paper)
		}
	}
}

// On a phone a row of a table is a paragraph: nothing beside anything else is cut.
func TestIndicatorTablesStack(t *testing.T) {
	w := open(t, 360, 800)
	for _, page := range []string{liwan, gdp} {
		w.visit(page)
		if !w.is(`[...document.querySelectorAll('table.stack tr')].every(r => getComputedStyle(r).display === 'block')`) {
			t.Errorf("/%s: rows are not stacked at 360 px", page)
		}
	}
}

// On paper a table has its columns and its words whole.
func TestIndicatorOnPaper(t *testing.T) {
	w := open(t, 794, 1000)
	send(w, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	w.visit(gdp)
	if got := ask[[]string](w, `[...document.querySelectorAll('.stack :is(td:nth-child(2), td:nth-child(3), th)')].filter(e => {
		const range = document.createRange();
		range.selectNodeContents(e);
		return new Set([...range.getClientRects()].map(r => r.top)).size > 1 || getComputedStyle(e).display !== 'table-cell';
	}).map(e => e.textContent)`); len(got) > 0 {
		t.Errorf("%q are broken", got)
	}
	if !w.is(`getComputedStyle(document.querySelector('.key')).printColorAdjust === 'exact' || getComputedStyle(document.querySelector('.key i')).printColorAdjust === 'exact'`) {
		t.Error("the legend is not printed as it is told by")
	}
}

// Other sites' pages show an indicator in a frame that has its figure and tables.
func TestIndicatorFrame(t *testing.T) {
	w := open(t, 900, 700)
	host(t, w, `<jianzhu-embed src="SITE`+gdp+`"><a href="SITE`+gdp+`">地区生产总值</a></jianzhu-embed>`)
	w.becomes(frame(0)+`?.offsetHeight > 500`, "the frame has its height")
	if got := ask[string](w, frame(0)+`.src`); got != w.address+"embed/"+gdp {
		t.Errorf("the frame shows %s", got)
	}
	w.visit("embed/" + gdp)
	if !w.is(`document.querySelectorAll('.plot .name').length >= 5 && document.querySelectorAll('table.stack').length >= 3 && getComputedStyle(document.querySelector('.plot circle.promised')).stroke !== 'none'`) {
		t.Error("the frame's page lacks its figure or its tables, or their colours")
	}
}

// Machines are told that the indicators are data, under which license and where.
func TestIndicatorsForMachines(t *testing.T) {
	s := built(t, siteAtSubPath)
	docs := s.documents(t)
	for _, file := range []string{"indicators/index.html", gdp + "index.html"} {
		set := docs[file].jsonLD(t).thing("Dataset")
		if license, _ := set["license"].(string); !strings.Contains(license, "creativecommons.org/licenses/by/4.0") || len([]rune(set["description"].(string))) < 30 {
			t.Errorf("%s: %v", file, set)
		}
		files, _ := set["distribution"].([]any)
		for _, f := range files {
			if address := f.(map[string]any)["contentUrl"].(string); !s.exists(address) {
				t.Errorf("%s: no file at %s", file, address)
			}
		}
		if measured, _ := set["variableMeasured"].(map[string]any); len(files) != 2 || (file == "indicators/index.html") != (measured == nil) {
			t.Errorf("%s: %d files, measures %v", file, len(files), measured)
		}
	}
}

// The search finds an indicator by any of its names.
func TestSearchFindsIndicators(t *testing.T) {
	w := open(t, 900, 700)
	w.visit("search/?q=固定资产投资")
	w.searched()
	w.becomes(`[...document.querySelectorAll('main a')].some(a => a.pathname.endsWith('/indicators/gu-ding-zi-chan-tou-zi/'))`, "the search finds an indicator")
}

// No line of a table's cell begins with a comma, however wide the cell is.
func TestCommasStayBehindValues(t *testing.T) {
	w := open(t, 1000, 900)
	w.visit("reports/shahekou-2016/")
	for _, cell := range ask[[]string](w, `[...document.querySelectorAll('#indicators .stack td')].flatMap(cell => {
		cell.style.display = 'block';
		const first = n => {
			const comma = document.createRange();
			comma.setStart(n, 0);
			comma.setEnd(n, 1);
			return comma.getBoundingClientRect().top > [...n.previousSibling.getClientRects()].at(-1).bottom - 5;
		};
		return [80, 100, 120, 140, 160, 180, 200].filter(width => {
			cell.style.width = width + 'px';
			return [...cell.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.startsWith('，') && first(n));
		}).map(width => width + ' px: ' + cell.textContent);
	})`) {
		t.Errorf("a line begins with a comma at %s", cell)
	}
}
