package report

import "jianzhu/generator/pattern"

// A lead is found by its looks and by its company: short first sentences with
// which most paragraphs of a section open. One alone may be just a sentence.
const (
	longestLead   = 24 // in runes, in one clause
	longestPair   = 36 // in two clauses
	longestClause = 20
	shortestLead  = 4
	shortestBody  = 12 // of what follows the lead
	longestAlike  = 48 // of leads that begin alike
	alike         = 6  // runes in which they do
	shortestAlike = 5  // of what follows them
	littleAlike   = 2  // of leads in a row
	fewestInRow   = 4  // of those
	fewestAlike   = 3  // of those that others stand between
)

var (
	// connective words open sentences that go on with a thought.
	connective = pattern.MustCompile(`^(各位|同志们|今年|去年|明年|当前|目前|近年|为此|对此|因此|同时|此外|另外|总之|其中|围绕|实现上述|在|经过|通过|面对|回顾|展望|总结|综观|过去|一年来|几年来|五年来|这|我们|新的|20\d\d年|\d)`)
	// predicate words make a statement of what would be a heading.
	predicate = pattern.MustCompile(`我们|我(区|市|县|省|镇|街道|国)|是[^非]|(取得|完成|实现|迎来|经历|召开|审议|通过)了|也|已经|将|意义重大|来之不易|如何|如下|以下`)
	realistic = pattern.MustCompile(`求是`)
	// statistic is a clause that ends in a number, or has a percentage: it counts
	// what was done.
	statistic = pattern.MustCompile(`\d[^\d,]{1,3}(,|$)|%`)
	// leadMark is the number of a note; it says nothing of the words that it follows.
	leadMark = pattern.MustCompile(`\[\d{1,3}\]|[①-⒇]`)
	// field is a lead that only names what a paragraph is on.
	field = pattern.MustCompile(`^在\p{Han}{2,10}(?:方面|领域|上)$`)
	// proverb words are of an older language than headings.
	proverb = pattern.MustCompile(`[^准原规法细总]则|者[半也]|[虽皆莫岂焉矣兮]|无止境|半九十|贵在|[唯惟]有|千里之|[^加]之[行路志]`)
)

// findLeads finds the leads of each run of paragraphs between two headings.
func (d *draft) findLeads() {
	var run []*row
	above := false
	flush := func() { findLeads(run); run = nil }
	for _, r := range d.rows {
		_, decided := d.report.Meta.Decisions.Outline[r.line]
		switch {
		case r.opening != nil && r.opening.Kind != Lead, r.back > 0:
			flush()
		case r.kind == Text && !r.listed && !r.counts && !above && !decided && !dashes.MatchString(r.form.text):
			run = append(run, r)
		}
		above = r.open
	}
	flush()
}

func findLeads(run []*row) {
	marked, bold := inRow(run), 0
	outer := apart(run, marked)
	for _, r := range run {
		if stop := firstSentence(r.form); stop > 0 && (r.bold == stop || r.bold == stop+1) && stop <= longestHeading {
			marked[r] = true
			bold++
		}
	}
	first, last, n := -1, -1, 0
	said, plain, at := 0, 0, 0 // leads that make a statement, those that are so by their looks alone, and where
	looks := map[*row]bool{}
	for i, r := range run {
		looks[r] = looksLikeLead(r.form)
		if marked[r] || looks[r] {
			if first < 0 {
				first = i
			}
			last = i
			n++
			switch {
			case !looks[r]:
				said++
			case !marked[r]:
				plain, at = plain+1, i
			}
		}
	}
	if bold == 0 && (n < 2 || n*2 < last-first+1) {
		return
	}
	odd := plain == 1 && plain+said == n && said >= fewestInRow && (at == first || at == last) // it opens or closes the row
	for _, r := range run {
		if marked[r] || !odd && bold*2 < n && looks[r] {
			r.opening = &opening{Entry: r.entry(Lead, 0, 0, 0, r.find("。")), outer: outer[r]}
		}
	}
}

// inRow marks paragraphs that begin alike, one after the other: two by much, more
// by little, if each could be a heading but for the words that it shares.
func inRow(run []*row) map[*row]bool {
	marked := map[*row]bool{}
	from := 0 // of those that begin alike by little
	for i := range run {
		n := 0
		if i > 0 {
			n = beginAlike(run[i-1], run[i])
		}
		if comma := run[i].find(","); n >= alike && (comma < 0 || n > comma+1) { // not by the time alone
			marked[run[i-1]], marked[run[i]] = true, true
		}
		if n < littleAlike || !isShaped(run[i-1].form) {
			from = i
		}
		if i-from+1 >= fewestInRow && isShaped(run[i].form) {
			for _, r := range run[i+1-fewestInRow : i+1] {
				marked[r] = true
			}
		}
	}
	return marked
}

// apart marks the paragraphs of a run that begin alike though others stand between
// them, and tells those between which other leads stand: they contain these.
func apart(run []*row, marked map[*row]bool) (outer map[*row]bool) {
	begin := map[string][]int{}
	for i, r := range run {
		if isParallel(r) && r.find("。") >= alike {
			key := string(r.runes[:alike])
			begin[key] = append(begin[key], i)
		}
	}
	outer = map[*row]bool{}
	for _, rows := range begin {
		if len(rows) < fewestAlike {
			continue
		}
		inner := 0
		for n, i := range rows {
			marked[run[i]] = true
			if n > 0 && i > rows[n-1]+1 && looksLikeLead(run[i-1].form) {
				inner++
			}
		}
		if inner*2 >= len(rows)-1 {
			for _, i := range rows {
				outer[run[i]] = true
			}
		}
	}
	return outer
}

// looksLikeLead tells a first sentence in the style of a heading: short, in
// one clause or a couplet, without a predicate that makes a statement.
func looksLikeLead(f form) bool {
	stop := firstSentence(f)
	if stop < shortestLead {
		return false
	}
	title := leadMark.ReplaceAllString(string(f.runes[:stop]), "")
	if field.MatchString(title) {
		return true
	}
	if !isConcise(f.span(0, stop)) {
		return false
	}
	return !connective.MatchString(title) && !counted.MatchString(title) && !statistic.MatchString(title) && !proverb.MatchString(title) &&
		!predicate.MatchString(realistic.ReplaceAllString(title, ""))
}

// isShaped tells a first sentence that is as short as a heading.
func isShaped(f form) bool {
	stop := firstSentence(f)
	return stop >= shortestLead && !counted.MatchString(f.text) && !address.MatchString(f.text) && isConcise(f.span(0, stop))
}

// isConcise tells a sentence of one clause or a couplet.
func isConcise(lead form) bool {
	stop := len(lead.runes)
	switch comma := lead.find(","); {
	case lead.find(";:!?") >= 0:
		return false
	case comma < 0:
		return stop <= longestLead
	default:
		rest := lead.from(comma + 1)
		return stop <= longestPair && comma <= longestClause && len(rest.runes) <= longestClause && rest.find(",") < 0
	}
}

// firstSentence is where the first sentence of a longer paragraph ends, or -1.
func firstSentence(f form) int {
	stop := f.find("。")
	if stop < 0 || len(f.runes)-stop-1 < shortestBody {
		return -1
	}
	return stop
}

// beginAlike is by how many runes two paragraphs begin alike: 五年来,我们始终坚持….
func beginAlike(a, b *row) int {
	if !isParallel(a) || !isParallel(b) {
		return 0
	}
	n := 0
	for n < len(a.runes) && n < len(b.runes) && a.runes[n] == b.runes[n] {
		n++
	}
	return n
}

// isParallel tells a first sentence that may be one of several that begin alike.
func isParallel(r *row) bool {
	stop := r.find("。")
	mark := r.find(";:%")
	return stop >= shortestLead && stop <= longestAlike && len(r.runes)-stop-1 >= shortestAlike && (mark < 0 || mark > stop)
}
