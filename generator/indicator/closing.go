package indicator

import (
	"slices"
	"strings"

	"jianzhu/generator/pattern"
	"jianzhu/generator/report"
)

var (
	// salute closes the address: what comes behind is a note, not a plan.
	salute = pattern.MustCompile(`^(?:最后,)?(?:谢谢|感谢)(?:大家|各位|各位代表)?[!。]?$`)
	// notes head what explains words or says how the figures are reckoned.
	notes = pattern.MustCompile(`^(?:附[:件注录]?)?[^,。;]{0,12}(?:名词|词语|用语|术语|概念)?(?:解释|注释|说明|附注)[:)]?$`)
	// pastDeed leads to a number of what is said to have been done, in whatever part of a report.
	pastDeed = pattern.MustCompile(`^(?:不仅|不但)[^,;:的]{1,10}了[^,;:]{0,12}$|^[^,;:要将应把对在为使让]{0,10}已经?[^,;:的将要]{1,14}$`)
	// toBe says that even so it is wanted.
	toBe = pattern.MustCompile(`力争|争取|确保|目标|计划|到20`)
)

// close takes note of a paragraph that closes the address, with a salute, or heads its notes; a
// heading from which on plans follow opens it again.
func (c *context) close(p report.Paragraph, entries []report.Entry) {
	c.over = c.over || c.saluted
	c.saluted = salute.MatchString(foldPlain(lastWords(p.Text)))
	if slices.ContainsFunc(entries, func(e report.Entry) bool { return e.Opens() && styleOf(e.Number) == "、" }) {
		c.over = false
	}
	if len(p.Text) > 3*longestName {
		return
	}
	switch text := foldPlain(p.Text); {
	case length(text) > 3 && c.texts > 0 && notes.MatchString(text):
		c.over = true
	case looksAhead.MatchString(text) && ends.MatchString(strings.TrimRight(text, ":")):
		c.over = false
	}
}

// lastWords are the last sentence of a text, as far as it may be a salute.
func lastWords(text string) string {
	text = strings.TrimRight(text, "！!。 　\n")
	if at := strings.LastIndexFunc(text, func(r rune) bool { return r == '！' || r == '!' || r == '。' }); at >= 0 && len(text)-at < 3*longestName {
		text = strings.TrimLeft(text[at:], "！!。")
	}
	if len(text) > 3*longestName {
		return ""
	}
	return text
}

// isPast reports whether a clause tells, as far as a number, of what has been done.
func isPast(before string) bool {
	return (strings.Contains(before, "已") || strings.HasPrefix(before, "不")) && pastDeed.MatchString(before) && !toBe.MatchString(before)
}
