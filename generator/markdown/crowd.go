package markdown

import "strings"

// mostMarks is how many characters that can open or close something in Markdown
// may stand in one block of an editor's words, outside code blocks. goldmark goes
// back over those that are open at each that closes, so that a thousand times as
// many take a million times as long. A table of a hundred rows has some hundreds.
const mostMarks = 4000

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
