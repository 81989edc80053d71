package annotate

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianzhu/generator/report"
	"jianzhu/generator/script"
)

// Span is a run of years; of one year, both are the same.
type Span struct{ From, To int }

// titleKey is what two ways of writing one title have in common: the folded
// title without white space, quote marks and inner 《》; dashes are all one.
func titleKey(title string) string {
	var key []rune
	for _, r := range script.FoldString(report.DisplayString(title)) {
		switch {
		case unicode.IsSpace(r), strings.ContainsRune(quoteMarks+"《》〈〉", r):
		case strings.ContainsRune(dashes, r):
			if len(key) == 0 || key[len(key)-1] != '-' {
				key = append(key, '-')
			}
		default:
			key = append(key, r)
		}
	}
	return string(key)
}

// bareTitle is a folded title without 关于 before it, which is written or left out of
// one document's: 关于修改宪法的决定. What has no kind at its end may be a book.
func bareTitle(key string) string {
	bare, opens := strings.CutPrefix(key, "关于")
	if !opens || kindOf(bare) == "" || isKind(bare) || utf8.RuneCountInString(bare) < shortestBare {
		return key
	}
	return bare
}

// shortestBare is how many characters a title has that is known without 关于.
const shortestBare = 6

const dashes = "-‐‑‒–—―−─~"

// kinds are the words with which titles of documents end, in the order in which
// they are listed: what binds, what plans, what tells.
var kinds = []string{
	"法", "法典", "条例", "章程", "准则", "规定", "规则", "规程", "细则", "办法", "制度",
	"标准", "规范", "导则", "指南", "指引", "目录", "清单",
	"决定", "决议", "命令", "意见", "措施", "政策", "通知", "批复", "函",
	"纲要", "规划", "计划", "方案", "要点", "预案", "安排",
	"公报", "公告", "通告", "通报", "报告", "总结", "纪要", "白皮书", "蓝皮书",
	"协议", "协定", "公约", "条约", "合同", "备忘录", "责任书", "宣言", "倡议", "倡议书", "建议", "议案", "提案",
}

// noLaws are words that end in 法 and name no law.
var noLaws = []string{"方法", "做法", "说法", "用法", "手法", "疗法", "书法", "兵法", "语法", "看法", "想法"}

// kindOf is the kind with which a folded title ends, before what stands in
// brackets: (2016-2025年), (试行).
func kindOf(key string) string {
	for strings.HasSuffix(key, ")") {
		open := strings.LastIndexByte(key, '(')
		if open < 0 {
			break
		}
		key = key[:open]
	}
	best := ""
	for _, k := range kinds {
		if len(k) > len(best) && strings.HasSuffix(key, k) {
			best = k
		}
	}
	if best == "法" && slices.ContainsFunc(noLaws, func(w string) bool { return strings.HasSuffix(key, w) }) {
		return ""
	}
	return best
}

// isKind reports whether a folded title is a kind and what many are called, 纲要(草案), 规划纲要,
// 实施方案: short for a title of its report, and in each report for another.
func isKind(key string) bool {
	switch kind := kindOf(key); {
	case kind == "":
		return false
	case strings.HasPrefix(key, kind) && (len(key) == len(kind) || key[len(kind)] == '('):
		return true
	case kind == "法" || kind == "法典":
		return false // 计划法: what stands before it is its name
	}
	return commonTitle.MatchString(key)
}

// commonTitle is of words that titles have before their kind, or that are kinds, and of no others.
var commonTitle = regexp.MustCompile(`^(?:` + strings.Join(kinds, "|") + `|实施|行动|工作|总体|发展|建设|管理|暂行|若干|指导|专项|政府|年度|目标|任务|责任|负面|权力|改革|具体|[一二三五十]年)+(?:\([^()0-9]*\))?$`)

// kindRank is a kind's place in the list; documents of no kind come last.
func kindRank(kind string) int {
	if i := slices.Index(kinds, kind); i >= 0 {
		return i
	}
	return len(kinds)
}

var yearPattern = regexp.MustCompile(`(\d{4})(年?)(?:[` + dashes + `至到]+(\d{4})(年?))?`)

var figures = strings.NewReplacer("〇", "0", "○", "0", "零", "0", "一", "1", "二", "2", "三", "3", "四", "4",
	"五", "5", "六", "6", "七", "7", "八", "8", "九", "9")

// yearsOf returns the years that a title names: with 年 after them, or two with
// a dash between. A number alone may be a name (制造2025).
func yearsOf(title string) (spans []Span) {
	text := strings.Join(strings.Fields(figures.Replace(script.FoldString(title))), "")
	for _, m := range yearPattern.FindAllStringSubmatch(text, -1) {
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[3])
		if m[3] == "" {
			to = from
			if m[2] == "" {
				continue
			}
		}
		if 1900 <= from && from <= to && to <= 2100 {
			spans = append(spans, Span{from, to})
		}
	}
	return spans
}
