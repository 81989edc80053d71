package glossary

// pair returns the place i:j of a form widened by the quote marks outside that
// pair with those inside, or false where a mark inside stays alone.
func pair(line []class, i, j int) (start, end int, ok bool) {
	if balance(line[i:j], 0) == 0 {
		return i, j, true
	}
	before, after := markBefore(line, i), markAfter(line, j)
	switch {
	case before >= 0 && balance(line[i:j], 1) == 0:
		return before, j, true
	case after >= 0 && balance(line[i:j], 0) == 1:
		return i, after + 1, true
	case before >= 0 && after >= 0 && balance(line[i:j], 1) == 1:
		return before, after + 1, true
	}
	return 0, 0, false
}

// balance returns how many quote marks are open behind classes, with so many
// open before; -1 where one is closed that was not open. A straight mark closes
// what is open.
func balance(classes []class, open int) int {
	for _, c := range classes {
		switch {
		case c == openingMark, c == straightMark && open == 0:
			open++
		case c == closingMark, c == straightMark:
			open--
		}
		if open < 0 {
			return -1
		}
	}
	return open
}

// markBefore returns the place of the mark that opens directly before i, or -1.
func markBefore(line []class, i int) int {
	for i--; i >= 0 && isSpace(line[i]); i-- {
	}
	if i >= 0 && (line[i] == openingMark || line[i] == straightMark) {
		return i
	}
	return -1
}

// markAfter returns the place of the mark that closes directly at j, or -1.
func markAfter(line []class, j int) int {
	for j < len(line) && isSpace(line[j]) {
		j++
	}
	if j < len(line) && (line[j] == closingMark || line[j] == straightMark) {
		return j
	}
	return -1
}
