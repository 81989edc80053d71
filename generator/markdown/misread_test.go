package markdown

import "testing"

func TestMisread(t *testing.T) {
	for words, want := range map[string]string{
		"":                         "",
		"**注意**：各县情况不同。":           "",
		"**注意：**各县情况不同。":           "write **注意**：; a * that is text is written \\*",
		"**一是稳增长。**全市推进。":          "write **一是稳增长**。; a * that is text is written \\*",
		"推进**“三旧”**改造":             "write “**三旧**”; a * that is text is written \\*",
		"**注意：** 各县":               "",
		"**注意：**":                  "",
		"- 甲\n- **乙。**丙":           "write **乙**。; a * that is text is written \\*",
		"`**注意：**各县`":              "",
		"\\*\\*注意：\\*\\*各县":        "",
		"    **注意：**各县":            "",
		"张**、李**、王**":              "",
		"2**3 与 3**2":              "",
		"见脚注[^1]。\n\n[^1]: 脚注内容。":  footnoteHint,
		"见脚注[^1]。\n\n[^1]: 脚注 内容。": footnoteHint,
		"`[^1]: 甲`":                "",
		"[^1]不是脚注":                 "",
	} {
		at, message, hint := misread(words)
		if hint != want || (message == "") != (want == "") {
			t.Errorf("%q: at %d, %s, %s; want %s", words, at, message, hint, want)
		}
	}
}
