package report

// gaps are the runes that stand behind a gap as columns have it: a tab, an
// ideographic space or two other spaces.
func (r *row) gaps() []int {
	var all []int
	for i := 1; i < len(r.column); i++ {
		if isGap(r.source[r.column[i-1]+1 : r.column[i]]) {
			all = append(all, i)
		}
	}
	return all
}

// isGap tells white space that parts columns from what is merely typed.
func isGap(between []rune) bool {
	return len(between) > 1 || len(between) == 1 && (between[0] == '\t' || between[0] == '\u3000')
}
