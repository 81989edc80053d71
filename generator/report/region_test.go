package report

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestDivisions(t *testing.T) {
	for _, test := range []struct {
		path, code string
		want       string // codes and names; "" where the code and the path contradict
		city       string
	}{
		{"广东省 广州市 荔湾区", "440103", "440000广东省 440100广州市 440103荔湾区", "440100"},
		{"广东省 广州市 荔湾区 昌华街道", "440103", "440000广东省 440100广州市 440103荔湾区", "440100"},
		{"广东省 中山市 西区", "442000", "440000广东省 442000中山市", "442000"},
		{"广东省", "440000", "440000广东省", ""},
		{"北京市 朝阳区", "110105", "110000北京市 110105朝阳区", "110000"},
		{"北京市 市辖区 朝阳区", "110105", "110000北京市 110100市辖区 110105朝阳区", "110000"},
		{"湖北省 仙桃市", "429004", "420000湖北省 429004仙桃市", "429004"},
		{"广东省 荔湾区", "440103", "", ""},
		{"广东省", "440100", "", ""},
		{"广东省 广州市", "440001", "", ""},
		{"某省 某市", "040100", "", ""},
		{"广东省", "4401", "", ""},
		{"广东省", "", "", ""},
		{"", "440000", "", ""},
	} {
		r := Region{strings.Fields(test.path), test.code}
		var got []string
		for _, d := range r.Divisions() {
			got = append(got, d.Code+d.Name)
		}
		if !slices.Equal(got, strings.Fields(test.want)) || r.City() != test.city {
			t.Errorf("%s %s: divisions %q, city %q", test.path, test.code, got, r.City())
		}
		meta := Meta{Region: r}
		if problems := checkRegion("report.yaml", meta); (len(problems) == 0) != (test.want != "" || test.code == "") {
			t.Errorf("%s %s: %v", test.path, test.code, problems)
		}
	}
}

func TestRegionClashes(t *testing.T) {
	fsys := fstest.MapFS{}
	for slug, region := range map[string]string{
		"a": `{path: [湖北省, 襄樊市], code: "420600"}`,
		"b": `{path: [湖北省, 襄阳市], code: "420600"}`,
		"c": `{path: [湖北省, 襄阳市, 襄州区], code: "420607"}`,
		"d": `{path: [湖北省, 襄阳市, 襄州区], code: "420606"}`,
		"e": `{path: [湖南省, 襄州区市, 襄州区], code: "430606"}`, // elsewhere a name may recur
	} {
		fsys["reports/"+slug+"/report.yaml"] = &fstest.MapFile{Data: []byte("title: 甲\nregion: " + region)}
		fsys["reports/"+slug+"/report.txt"] = &fstest.MapFile{Data: []byte("一、甲\n二、" + slug + "\n")}
	}
	_, problems := Read(fsys, "reports")
	var got []string
	for _, p := range problems {
		message, _, _ := strings.Cut(p.String(), "\n")
		got = append(got, message)
	}
	want := []string{
		"content/reports/b/report.yaml:2: warning: region code 420600 is 襄阳市 here and 襄樊市 in a",
		"content/reports/c/report.yaml:2: warning: region code 420600 is 襄阳市 here and 襄樊市 in a",
		"content/reports/d/report.yaml:2: warning: region code 420600 is 襄阳市 here and 襄樊市 in a",
		"content/reports/d/report.yaml:2: warning: 襄州区 has the region code 420606 here and 420607 in c",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%s", strings.Join(got, "\n"))
	}
}
