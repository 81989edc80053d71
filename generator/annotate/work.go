package annotate

import (
	"regexp"
	"slices"
	"strings"

	"jianzhu/generator/script"
)

// calling is what the words around a mention say of it.
type calling int

const (
	unsaid  calling = iota
	hinted          // what happens to works happens to it: it is staged, or wins a prize
	implied         // words further off call it a work: 《甲》《乙》等节目
	called          // the word right before it does: 歌曲《甲》; or right after: 《甲》一书
)

// workNouns name works of art, books and the press.
const workNouns = `(?:歌曲|[^加急]剧|剧目|剧组|影片|电影|[^图]片|动画|动漫|小说|散文|诗歌|组诗|诗集|童话|报告文学|文学作品|作品|` +
	`图书|新书|丛书|专著|著作|画册|读物|绘本|教材|杂志|期刊|报纸|刊物|日报|文章|论文|社论|` +
	`节目|栏目|专栏|曲目|粤曲|戏曲|乐曲|组曲|组歌|民歌|山歌|主题曲|合唱|独唱|表演唱|说唱|弹唱|小品|相声|快板|评书|评弹|曲艺|` +
	`舞蹈|舞剧|群舞|杂技|魔术|木偶戏|皮影戏|戏|国画|油画|版画|漫画|年画|画作|书法|摄影|雕塑|专辑|音乐会|晚会|展览|游戏)`

// siblings are other titles in one list: 《甲》、《乙》和《丙》.
const siblings = `《[^《》]*》`

var (
	calledBefore  = regexp.MustCompile(workNouns + `[“"]?《$`)
	calledAfter   = regexp.MustCompile(`^》(?:一[书文歌曲剧片诗]|第[一二三四五六七八九十\d]+[卷集部辑册季期])`)
	impliedBefore = regexp.MustCompile(workNouns + `(?:` + siblings + `[、和与及]?)+《$`)
	impliedAfter  = regexp.MustCompile(`^》(?:[、和与及]?` + siblings + `)*(?:等[^` + pauses + `、《》]{0,8}?)?` + workNouns)
	hintedBefore  = regexp.MustCompile(`(?:创作|编排|排演|演出|上演|首演|演唱|演奏|拍摄|摄制|播出|放映|出版)了?《$`)
	hintedAfter   = regexp.MustCompile(`^》[^。;!?《》]{0,20}?(?:获[^。;!?]{0,20}奖|上演|公演|首演|巡演|展演|演出|上映|首映|播出|开播|热播|票房)`)
)

// workTitles are endings of titles that books and the press have.
var workTitles = []string{
	"日报", "晚报", "晨报", "早报", "周报", "画报", "周刊", "月刊", "季刊", "杂志", "年鉴", "画册", "丛书", "文集", "诗集",
	"选集", "文选", "全集", "词典", "辞典", "读本", "区志", "县志", "市志", "村志", "镇志",
}

// callingOf judges by what stands on the line before a title, its opening mark
// included, and after it, with the closing mark.
func callingOf(before, after []rune) calling {
	folded := func(text []rune) []rune { return []rune(script.FoldString(strings.ReplaceAll(string(text), " ", ""))) }
	b := folded(before[max(0, len(before)-200):])
	a, right := string(folded(after[:min(len(after), 200)])), string(b[max(0, len(b)-longestCall):])
	switch {
	case calledBefore.MatchString(right), calledAfter.MatchString(a):
		return called
	case strings.Contains(right, "》") && impliedBefore.MatchString(string(b)), impliedAfter.MatchString(a):
		return implied
	case hintedBefore.MatchString(right), hintedAfter.MatchString(a):
		return hinted
	}
	return unsaid
}

// longestCall is how many characters a noun for works has, and a quotation mark and that
// of the title behind it.
const longestCall = 6

// isWork reports whether a folded title is that of a work. One that ends as
// documents do is a work only where every mention calls it so (电影《甲计划》);
// any other where one mention says so in any way. What nothing is said of is a
// document: reports name few works, and those with what they are.
func isWork(key string, calls []calling) bool {
	if kindOf(key) != "" {
		return !slices.ContainsFunc(calls, func(c calling) bool { return c != called })
	}
	titled := func(ending string) bool { return strings.HasSuffix(key, ending) }
	return slices.ContainsFunc(workTitles, titled) ||
		slices.ContainsFunc(calls, func(c calling) bool { return c != unsaid })
}
