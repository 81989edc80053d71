package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"jianzhu/generator/cases"
)

// Each archive has a file, or the parts of a Word document, and what comes of it.
func TestRead(t *testing.T) {
	cases.Run(t, "testdata/*.txtar", func(t *testing.T, c *cases.Case) {
		parts := map[string][]byte{}
		for _, f := range c.Files {
			if !slices.Contains([]string{"want", "facts", "lost"}, f.Name) {
				parts[f.Name] = f.Data
			}
		}
		file, data := c.Files[0].Name, c.Files[0].Data
		if parts["word/document.xml"] != nil {
			file, data = "document.docx", zipped(t, parts)
		}
		text, err := Read(file, data)
		if err != nil {
			t.Fatal(err)
		}
		var facts strings.Builder
		for _, f := range text.Facts {
			facts.WriteString(f.Key + " " + f.Value + "\n")
		}
		lost := strings.Join(text.Lost, "\n") + "\n"
		for what, got := range map[string]string{"want": text.Lines, "facts": facts.String(), "lost": lost} {
			if want := c.Text(what); got != want {
				t.Errorf("%s\n%s\nwant\n%s", what, got, want)
			}
		}
	})
}

func zipped(t *testing.T, parts map[string][]byte) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, data := range parts {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write(data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const sample = "某市政府工作报告\n各位代表：\n一、2020年工作回顾\n过去一年，全市上下攻坚克难，地区生产总值增长3.2%，城镇新增就业2.1万人，人民生活水平不断提高。\n"

// What other programs wrote of the same words.
func TestPrograms(t *testing.T) {
	for file, want := range map[string]string{
		"chromium.pdf":     "2021年某市政府工作报告\n各位代表：\n一、2020年工作回顾\n全市地区生产总值增长3.2%，城镇新增就业2.1万人。\n",
		"libreoffice.docx": "某县人民政府工作报告\n\n各位代表：\n\n1.地区生产总值增长3.2%。\n\n2.财政收入增长2%。\n\n指标\t2020年\n地区生产总值\t50亿元\n",
	} {
		data, err := os.ReadFile(filepath.Join("testdata", file))
		if err != nil {
			t.Fatal(err)
		}
		text, err := Read(file, data)
		if err != nil || text.Lines != want {
			t.Errorf("%s: %v\n%q\nwant\n%q", file, err, text.Lines, want)
		}
	}
}

func TestEncodings(t *testing.T) {
	traditional := strings.NewReplacer("报", "報", "过", "過", "难", "難", "区", "區", "产", "產", "总", "總", "长", "長", "镇", "鎮", "业", "業", "万", "萬", "顾", "顧", "坚", "堅", "断", "斷", "值", "值", "战", "戰", "为", "為", "会", "會", "说", "說", "这", "這", "时", "時", "个", "個", "们", "們", "来", "來", "国", "國", "发", "發", "经", "經", "济", "濟", "实", "實", "现", "現", "动", "動", "关", "關", "学", "學", "体", "體", "无", "無", "电", "電", "车", "車", "东", "東", "门", "門", "问", "問", "间", "間", "开", "開", "见", "見", "观", "觀", "规", "規", "视", "視", "觉", "覺", "览", "覽").Replace(sample)
	for _, c := range []struct {
		name string
		encoding.Encoding
		text string
	}{
		{"GB18030", simplifiedchinese.GB18030, sample},
		{"Big5", traditionalchinese.Big5, traditional},
		{"UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), sample},
		{"UTF-16BE", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), sample},
		{"UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), sample},
		{"UTF-16BE", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), sample},
		{"UTF-8", unicode.UTF8BOM, sample},
	} {
		data, err := c.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		text, err := Read("report.txt", data)
		if err != nil || text.Lines != c.text || text.Format != "text in "+c.name {
			t.Errorf("%s: %v, %s\n%s", c.name, err, text.Format, text.Lines)
		}
	}
}

// What is not read is told for what it is.
func TestForeign(t *testing.T) {
	for _, c := range []struct{ file, data, want string }{
		{"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"},
		{"a.rtf", `{\rtf1\ansi`, "RTF"},
		{"a.zip", string(zipped(t, map[string][]byte{"a.txt": []byte("a")})), "archive"},
		{"a.txt", "\x89PNG\r\n\x1a\n", "picture"},
		{"a.txt", "", "no text"},
		{"a.txt", strings.Repeat("\x01\x02\xff\xfd", 100), "no text"},
		{"a.pdf", "%PDF-1.7\nnothing", "PDF"},
		{"a.docx", "PK\x03\x04word/document.xml", "damaged Word"},
		{"a.html", "<html><body></body></html>", "no text"},
		{"a.html", "<html>" + strings.Repeat("<div>", 3000) + "某", "too deep"},
	} {
		_, err := Read(c.file, []byte(c.data))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %.12q: %v, want %s", c.file, c.data, err, c.want)
		}
	}
}

// A bomb ends at the limit.
func TestBomb(t *testing.T) {
	big := append([]byte(`<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>`), bytes.Repeat([]byte("a"), maxInner)...)
	data := zipped(t, map[string][]byte{"word/document.xml": big})
	if _, err := Read("a.docx", data); err == nil || !strings.Contains(err.Error(), "MB") {
		t.Error(err)
	}
	if _, err := Read("a.txt", make([]byte, MaxFile+1)); err == nil || errors.Is(err, ErrFormat) {
		t.Error(err)
	}
}

// Nothing that a file holds ends the program, or makes lines that are none.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"testdata/libreoffice.docx", "testdata/page.txtar", "testdata/front.txtar", "testdata/word.txtar"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(filepath.Base(name), data)
	}
	f.Add("a.html", []byte("<table><tr><td colspan=9999999 rowspan=999999>a<td>b</table>"))
	f.Add("a.md", []byte("---\ntitle: [\n---\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Skip("has a target of its own, for it is slow")
		}
		text, err := Read(name, data)
		if err == nil && !strings.HasSuffix(text.Lines, "\n") {
			t.Errorf("%q", text.Lines)
		}
		Propose(text, name).YAML(nil, text.Lost)
	})
}

// What PDFium makes of a damaged PDF is lines or an error.
func FuzzPDF(f *testing.F) {
	data, err := os.ReadFile("testdata/chromium.pdf")
	if err != nil {
		f.Fatal(err)
	}
	Read("a.pdf", data) // PDFium takes longer to start than a try may take
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Fuzz(func(t *testing.T, data []byte) {
		if !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Skip("known for something else")
		}
		text, err := Read("a.pdf", data)
		if err == nil && !strings.HasSuffix(text.Lines, "\n") {
			t.Errorf("%q", text.Lines)
		}
	})
}
