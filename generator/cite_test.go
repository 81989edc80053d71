package main

import (
	"strings"
	"testing"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"jianzhu/generator/press"
	"jianzhu/generator/project"
)

const (
	line21 = `document.querySelector('#L21 > .line')`
	copies = `document.querySelector('.copy:popover-open')`
	copied = copies + `.querySelector('[role=status]').textContent`
)

func TestCitable(t *testing.T) {
	for baseURL, want := range map[string]string{
		"https://jianzhu.cn":              "https://jianzhu.cn/",
		"https://jianzhu.cn/reports/":     "https://jianzhu.cn/reports/",
		"http://192.168.1.5:8080/":        "http://192.168.1.5:8080/",
		"https://jianzhu.example/":        "/",
		"https://www.example.org/reports": "/",
		"https://EXAMPLE.com./":           "/",
		"http://localhost:1313/":          "/",
		"http://127.0.0.1/":               "/",
		"http://[::1]:80/":                "/",
		"/reports/":                       "/",
		"ftp://jianzhu.cn/":               "/",
		"http://[":                        "/",
		"":                                "/",
	} {
		if got := project.Citable(baseURL); got != want {
			t.Errorf("%q is cited as %q, want %q", baseURL, got, want)
		}
	}
}

// The address given for one build wins over that of site.yaml.
func TestCitationsHaveTheAddress(t *testing.T) {
	edition, problems := press.Read("..", "https://jianzhu.cn/a", nil)
	if edition == nil {
		t.Fatal(problems)
	}
	for _, p := range edition.Pages {
		if p.Front.Type == "report" && !strings.Contains(string(p.Markdown()), ". <https://jianzhu.cn/a/"+strings.TrimSuffix(p.Path, "index.md")+">.") {
			t.Errorf("%s is cited without its address", p.Path)
		}
	}
}

// clipboard lets the page write to the clipboard and read from it, or forbids it.
func (w *tab) clipboard(allowed bool) {
	w.t.Helper()
	setting := cdpbrowser.PermissionSettingDenied
	if allowed {
		setting = cdpbrowser.PermissionSettingGranted
	}
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		send(w, cdpbrowser.SetPermission, cdpbrowser.SetPermissionParams{
			Permission: &cdpbrowser.PermissionDescriptor{Name: name}, Setting: setting, Origin: strings.TrimSuffix(w.address, "/")})
	}
}

// A line's number leads to the line as before, and offers to copy its address
// and a citation of it.
func TestCopyLine(t *testing.T) {
	w := open(t, 1400, 900)
	w.clipboard(true)
	w.visit(liwan)
	w.tell(line21 + `.scrollIntoView({block: 'center', behavior: 'instant'})`)
	w.do(chromedp.MouseClickXY(w.middle(line21)))
	w.becomes(copies+` !== null`, "a click offers to copy")
	if !w.is(`location.hash === '#L21' && document.querySelector(':target').id === 'L21'`) {
		t.Error("the number is no longer a link to its line")
	}

	w.do(chromedp.MouseClickXY(w.middle(copies + `.querySelectorAll('button')[0]`)))
	w.becomes(copied+` === '已复制'`, "the address is copied")
	if got, want := ask[string](w, `navigator.clipboard.readText()`), w.address+liwan+"#L21"; got != want {
		t.Errorf("copied as the line's address: %q, want %q", got, want)
	}
	w.do(chromedp.MouseClickXY(w.middle(copies + `.querySelectorAll('button')[1]`)))
	w.becomes(`navigator.clipboard.readText().then(text => text.includes('SHA-256'))`, "the citation is copied")
	got := ask[string](w, `navigator.clipboard.readText()`)
	want := "荔湾区人民政府. 2017年荔湾区政府工作报告[R/OL]. 2017. " + w.address + liwan + "#L21.\n第21行；所据文本的SHA-256："
	if rest, ok := strings.CutPrefix(got, want); !ok || len(rest) != 64 {
		t.Errorf("copied as the line's citation: %q, want %q and the checksum", got, want)
	}
	for name, want := range map[string][]string{
		"BibTeX":   {"@misc{liwan-2017-L21,", `url    = "` + w.address + liwan + `#L21"`, `note   = "{第21行；`},
		"RIS":      {"TY  - RPRT", "TI  - 2017年荔湾区政府工作报告\r\n", "UR  - " + w.address + liwan + "#L21\r\n", "N1  - 第21行；"},
		"CSL-JSON": {`"id": "liwan-2017-L21"`, `"literal": "荔湾区人民政府"`, `"URL": "` + w.address + liwan + `#L21"`},
	} {
		w.tell(`[...` + copies + `.querySelectorAll('button')].find(b => b.textContent === '` + name + `').click()`)
		w.becomes(`navigator.clipboard.readText().then(text => text.includes(`+"`"+want[0]+"`"+`))`, "the line is copied as "+name)
		got := ask[string](w, `navigator.clipboard.readText()`)
		for _, part := range want {
			if !strings.Contains(got, part) {
				t.Errorf("%s has no %s: %s", name, part, got)
			}
		}
	}
	w.do(chromedp.MouseClickXY(700, 5))
	w.becomes(copies+` === null`, "a click outside closes it")
}

func TestCopyLineByKeyboard(t *testing.T) {
	w := open(t, 1400, 900)
	w.clipboard(true)
	w.visit(liwan)
	w.tell(line21 + `.focus()`)
	w.do(chromedp.KeyEvent(kb.Enter))
	w.becomes(copies+` !== null`, "Enter offers to copy")
	if !w.is(`document.activeElement === ` + line21 + ` && location.hash === '#L21' && ` + line21 + `.getAttribute('aria-expanded') === 'true'`) {
		t.Error("focus does not stay on the number, expanded")
	}
	w.do(chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter))
	w.becomes(copied+` === '已复制'`, "Tab and Enter copy the address")
	w.do(chromedp.KeyEvent(kb.Escape))
	w.becomes(copies+` === null`, "Esc closes it")
	if !w.is(`document.activeElement === ` + line21 + ` && !` + line21 + `.hasAttribute('aria-expanded')`) {
		t.Error("Esc does not return to the number")
	}
	if !w.is(`!document.querySelector('.copy').matches(':not([data-added])')`) {
		t.Error("what is offered is not marked as added to the text")
	}
}

// Where the clipboard is out of reach, the text is there to be selected; at 360 px too.
func TestCopyWithoutClipboard(t *testing.T) {
	w := open(t, 360, 740)
	w.clipboard(false)
	w.visit(liwan)
	w.tell(line21 + `.click()`)
	w.tell(copies + `.querySelectorAll('button')[1].click()`)
	w.becomes(copied+`.includes('自行复制')`, "it says that the clipboard is out of reach")
	if !w.is(`(() => { const f = document.activeElement; return f.tagName === 'TEXTAREA' && f.selectionEnd === f.value.length && f.value.includes('#L21.') })()`) {
		t.Error("the citation is not selected")
	}
	if !w.is(`(() => { const r = ` + copies + `.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight })()`) {
		t.Error("what is offered leaves the screen")
	}
	w.tell(`document.querySelector('.copy-entry button').click()`)
	w.becomes(`getSelection().toString().includes('[R/OL]')`, "the entry in 引用 is selected")
}

// The entry of 引用 has the day of access and can be copied; so has BibTeX the
// address at which the page is read.
func TestCopyEntry(t *testing.T) {
	w := open(t, 1400, 900)
	w.clipboard(true)
	w.visit(liwan)
	if got := ask[string](w, `document.querySelector('.citation p').textContent`); !strings.HasSuffix(got, "[R/OL]. 2017. "+w.address+liwan+".") {
		t.Errorf("the entry is %q", got)
	}
	w.tell(`document.querySelectorAll('.copy-entry button')[1].click()`)
	w.becomes(`document.querySelectorAll('.copy-entry [role=status]')[1].textContent === '已复制'`, "BibTeX is copied")
	if got := ask[string](w, `navigator.clipboard.readText()`); !strings.HasPrefix(got, "@misc{liwan-2017,\n") || !strings.Contains(got, `url    = "`+w.address+liwan+`"`) {
		t.Errorf("copied as BibTeX: %s", got)
	}
}

// Without script a number is a link to its line, and nothing that does nothing is there.
func TestCiteWithoutScript(t *testing.T) {
	w := open(t, 1400, 900)
	send(w, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	w.visit(liwan)
	w.do(chromedp.ScrollIntoView(chromedp.CSS(`#L21 > .line`)))
	w.do(chromedp.MouseClickXY(w.middle(line21)))
	if !w.is(`location.hash === '#L21' && document.querySelector('.copy, .copy-entry') === null && document.querySelector('.citation').textContent.includes('[R/OL]. 2017. ')`) {
		t.Error("without script the number does not lead to its line, or there is more than text")
	}
}

// A label beside a section's themes leads to its related sections, and each of
// these to a line of another report.
func TestRelated(t *testing.T) {
	w := open(t, 1400, 900)
	w.visit(liwan)
	broken := ask[[]string](w, `[...document.querySelectorAll('.to-related')].filter(a => {
		const entry = document.querySelector(a.hash), count = entry?.querySelectorAll('li').length;
		return a.textContent !== '相关' + count + '节' || !a.closest('[data-added]');
	}).map(a => a.outerHTML)`)
	if len(broken) > 0 || !w.is(`document.querySelectorAll('.to-related').length > 0`) {
		t.Errorf("labels that lead to no related sections: %q", broken)
	}
	other := ask[string](w, `document.querySelector('#related li li a').href`)
	w.visit(strings.TrimPrefix(other, w.address))
	if strings.Contains(other, liwan) || !w.is(`document.querySelector('[data-report-text] :target') !== null`) {
		t.Errorf("%s is no line of another report", other)
	}
}
