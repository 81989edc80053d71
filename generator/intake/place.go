package intake

import (
	"path"
	"regexp"
	"strings"

	"jianzhu/generator/division"
	"jianzhu/generator/report"
	"jianzhu/generator/tongue"
)

var (
	nation = regexp.MustCompile(`全国人民代表大会|中华人民共和国|国务院|国家统计局`)
	// holders stand behind the place whose assembly met, or whose head spoke.
	assembly = regexp.MustCompile(`(?:在|^)([^，。在]{2,20}?)(?:第.{1,5}届|[一二三四五六七八九十]+届|人民代表大会|人大)`)
	speaker  = regexp.MustCompile(`^([^，。]{2,20}?)(?:人民政府)?(?:代)?(?:省长|市长|州长|县长|区长|旗长|盟长|主席|专员|行署)`)
)

// told is a text that names the place of a report, and where it stands.
type told struct{ from, text string }

// places are the texts that name the report's place, the surest first.
func (p *proposer) places() (places []told) {
	for _, title := range []told{{p.From["title"], p.named}, {tongue.Text("stated title"), tidyTitle(p.stated)}} {
		if at := works.FindStringIndex(title.text); at != nil {
			places = append(places, told{title.from, title.text[:at[0]]})
		}
	}
	for _, h := range p.head {
		for _, holder := range []*regexp.Regexp{assembly, speaker} {
			if m := holder.FindStringSubmatch(h.text); m != nil {
				places = append(places, told{h.String(), day.ReplaceAllString(m[1], "")})
			}
		}
	}
	return places
}

// inPath are the names of the folders and of the file.
func (p *proposer) inPath() (places []told) {
	places = append(places, told{"path", strings.TrimSuffix(path.Base(p.file), path.Ext(p.file))})
	for dir := path.Dir(p.file); dir != "." && dir != "/"; dir = path.Dir(dir) {
		places = append(places, told{"path", path.Base(dir)})
	}
	return places
}

// region is the place that the title, the assembly or the speaker name, or the path.
func (p *proposer) region() {
	places := p.places()
	for _, t := range append(places, told{"title", p.named}) {
		if nation.MatchString(t.text) {
			p.Meta.Region = report.Region{Path: []string{"中华人民共和国"}, Code: "100000"}
			p.From["region"] = t.from
			return
		}
	}
	for _, h := range p.head {
		if len(places) > 0 && strings.Contains(h.text, "国家统计局") || strings.Contains(h.text, "全国人民代表大会") {
			p.Meta.Region = report.Region{Path: []string{"中华人民共和国"}, Code: "100000"}
			p.From["region"] = h.String()
			return
		}
	}
	fromText := len(places)
	places = append(places, p.inPath()...)
	var texts []string
	var found division.Division
	var candidates []division.Division
	for i, t := range places {
		texts = append(texts, t.text)
		before := found
		if found, candidates = division.Resolve(p.Meta.Year, texts...); found.Code != "" && found != before {
			p.From["region"] = t.from
			if i >= fromText {
				p.infer("region")
			}
		}
		if found.Code != "" && i >= fromText-1 {
			break // the path is asked only for what the text leaves open
		}
	}
	if found.Code == "" {
		var could []string
		for _, c := range candidates {
			could = append(could, names(c.Path(p.Meta.Year)))
		}
		if len(could) > 0 {
			p.Doubts = append(p.Doubts, tongue.Text("the place could be ")+strings.Join(could[:min(len(could), 6)], ", "))
		}
		return
	}
	p.Meta.Region.Code = found.Code
	for _, d := range found.Path(p.Meta.Year) {
		p.Meta.Region.Path = append(p.Meta.Region.Path, d.Name)
	}
}

func names(path []division.Division) string {
	var b strings.Builder
	for _, d := range path {
		b.WriteString(d.Name)
	}
	return b.String()
}
