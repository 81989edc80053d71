package report

import (
	"maps"
	"slices"
	"strings"

	"jianzhu/generator/pattern"
)

// labels are those of disclosure pages (索引号 and its kin), folded.
const labels = `索引号|信息索引号|文件编号|文号|发文字号|公文字号|成文日期|生成日期|发文日期|印发日期|公布日期|发布日期|发布时间|更新时间|` +
	`生效日期|实施日期|废止日期|失效日期|发布机构|发布单位|发文机关|发文单位|公开主体|责任部门|制发机关|有效性|公开方式|公开形式|公开范围|公开时限|公开类别|` +
	`主题分类|主题词|体裁分类|组配分类|服务对象|信息分类|内容分类|内容概述|关键词|标题|名称|信息名称|信息来源|文章来源|稿件来源|新闻来源|来源|稿源|` +
	`作者|供稿|撰稿|摄影|责任编辑|责编|编辑|校对|初审|复审|终审|录入|发布人|发布者|浏览次数|浏览量|点击数|点击量|点击次数|阅读次数|阅读量|访问量|访问次数|字号|` +
	`发表时间|发表日期|发稿时间|录入时间|发文时间|公开日期|公开时间`

var (
	knownLabel = pattern.MustCompile(`(` + labels + `):`)
	labelLine  = pattern.MustCompile(`^[-*(\[【]?(` + labels + `):|^(时间|日期):(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\d:]*)?$`)
	timeLabel  = pattern.MustCompile(`^(时间|日期):`)
	anyLabel   = pattern.MustCompile(`^[-*](\p{Han}{2,8}):`)
	gapLabel   = pattern.MustCompile(`^(\p{Han}{2,8}):`)
	tailField  = pattern.MustCompile(`^[-•·●*(\[]?(?:来源|信息来源|作者|责任编辑|编辑|责编|校对|初审|复审|终审|审核|供稿|撰稿|文章来源|稿件来源|技术支持|浏览次数|浏览量|点击数|阅读次数|阅读量|访问量|发布日期|发布时间|发表时间|更新时间|关键词):.{0,40}$`)
)

// fieldReader reads lists of labels and values, on one line or on alternating
// ones, from the top down. A label whose value is missing gets none: the next
// line is a value only where it is neither a label nor the report itself.
type fieldReader struct {
	fields  []Field
	waiting bool // the last field has a label alone
	bullet  bool // and that line had a bullet
}

// read takes a line that belongs to such a list.
func (fr *fieldReader) read(r *row) bool {
	bullet := strings.ContainsRune("-*", r.runes[0])
	labelled := labelLine.MatchString(r.form.text) ||
		len(fr.fields) > 0 && fr.bullet && bullet && anyLabel.MatchString(r.form.text)
	switch {
	case labelled:
		fr.bullet = bullet
		fr.addAll(r)
	case fr.waiting && bullet == fr.bullet && (bullet || fr.isValue(r.form)):
		last := &fr.fields[len(fr.fields)-1]
		i := 0
		if bullet {
			i = 1
		}
		last.Value, last.Line = strings.TrimSpace(r.words(i, len(r.runes))), r.line
		fr.waiting = false
	default:
		fr.waiting = false
		return false
	}
	return true
}

// isValue keeps a missing value from swallowing the report's title.
func (fr *fieldReader) isValue(f form) bool {
	takesTitle := strings.HasSuffix(fr.fields[len(fr.fields)-1].Label, "题") || strings.HasSuffix(fr.fields[len(fr.fields)-1].Label, "名称")
	return len(f.runes) <= 60 && !isBody(f) && (takesTitle || !titleWord.MatchString(f.text))
}

// addAll adds the fields of one line; a page may put several side by side, the
// labels known or set off by a gap.
func (fr *fieldReader) addAll(r *row) {
	labels := map[int]int{} // where each begins and ends, in runes
	for _, form := range []*pattern.Pattern{knownLabel, anyLabel, timeLabel} {
		for _, span := range form.FindAllStringSubmatchIndex(r.form.text, -1) {
			if i := r.index(span[2]); i == 0 || !isHan(r.runes[i-1]) || r.column[i] > r.column[i-1]+1 {
				labels[i] = r.index(span[3])
			}
		}
	}
	for _, i := range gaps(r.source, r.column) {
		if span := gapLabel.FindStringSubmatchIndex(r.from(i).text); span != nil {
			labels[i] = i + r.from(i).index(span[3])
		}
	}
	starts := slices.Sorted(maps.Keys(labels))
	for k, from := range starts {
		to := len(r.runes)
		if k+1 < len(starts) {
			to = starts[k+1]
		}
		fr.fields = append(fr.fields, Field{
			Label: r.words(from, labels[from]),
			Value: strings.TrimSpace(r.words(labels[from]+len(":"), to)),
			Line:  r.line,
		})
	}
	fr.waiting = fr.fields[len(fr.fields)-1].Value == ""
}

// add adds a field from the groups of a match: label and value.
func (fr *fieldReader) add(r *row, groups []int) {
	fr.fields = append(fr.fields, Field{
		Label: r.words(r.index(groups[2]), r.index(groups[3])),
		Value: strings.TrimSpace(r.words(r.index(groups[4]), r.index(groups[5]))),
		Line:  r.line,
	})
	fr.waiting = false
}
