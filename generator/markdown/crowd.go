package markdown

import "strings"

// mostMarks is how many characters that can open or close something in Markdown
// may stand in one block of an editor's words, outside code blocks. goldmark goes
// back over those that are open at each that closes, so that a thousand times as
// many take a million times as long. A table of a hundred rows has some hundreds.
const mostMarks = 4000

// deepest is how many quotes and lists may stand in one another. A reader of the
// page's HTML need not follow more than some hundreds of elements.
const deepest = 100

const deepHint = "take marks > and - out, or indent less"

// deep is the line, from 1, of a text that stands in more quotes and lists than that,
// or 0. Two columns of white space are taken for one.
func deep(body string) int {
	number, fence := 0, ""
	for line := range strings.Lines(body) {
		number++
		words := strings.TrimLeft(line, " \t>-+*")
		if opens := strings.HasPrefix(words, "```") || strings.HasPrefix(words, "~~~"); opens && fence == "" {
			fence = words[:3]
		} else if fence != "" {
			if strings.HasPrefix(words, fence) {
				fence = ""
			}
			continue
		}
		marks, blanks := 0, 0
		for _, c := range line[:len(line)-len(words)] {
			switch c {
			case ' ':
				blanks++
			case '\t':
				blanks += 4
			default:
				marks++
			}
		}
		if marks+blanks/2 > deepest && strings.Trim(words, "\r\n") != "" {
			return number
		}
	}
	return 0
}

const crowdedHint = "part it with an empty line; or, where they are text, put it in a code block"

// crowded is the line, from 1, of a text on which a block begins to have more
// marks than that, or 0.
func crowded(body string) int {
	marks, number, fence := 0, 0, ""
	for line := range strings.Lines(body) {
		number++
		words := strings.TrimLeft(line, " >")
		switch {
		case fence != "":
			if strings.HasPrefix(words, fence) {
				fence = ""
			}
			continue
		case strings.HasPrefix(words, "```"), strings.HasPrefix(words, "~~~"):
			fence, marks = words[:3], 0
			if strings.HasPrefix(words, "```") && strings.Contains(strings.TrimLeft(words, "`"), "`") {
				fence = "" // code in running text
			} else {
				continue
			}
		case strings.TrimSpace(words) == "":
			marks = 0
		}
		for i := range len(line) {
			if strings.IndexByte("*_[]`<!&~\\", line[i]) >= 0 {
				marks++
			}
		}
		if marks > mostMarks {
			return number
		}
	}
	return 0
}
