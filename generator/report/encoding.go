package report

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	textunicode "golang.org/x/text/encoding/unicode"

	"jianzhu/generator/problem"
	"jianzhu/generator/tongue"
)

// coding is an encoding that a report may have come in, by the name iconv has for
// it. nil is UTF-8.
type coding struct {
	name string
	encoding.Encoding
}

var (
	gb18030 = coding{"GB18030", simplifiedchinese.GB18030}
	big5    = coding{"Big5", traditionalchinese.Big5}
	utf16le = coding{"UTF-16LE", textunicode.UTF16(textunicode.LittleEndian, textunicode.IgnoreBOM)}
	utf16be = coding{"UTF-16BE", textunicode.UTF16(textunicode.BigEndian, textunicode.IgnoreBOM)}
	latin   = coding{"Windows-1252", charmap.Windows1252}
)

// usual are the characters that make up about half of any report, in both scripts.
var usual = func() (set [1 << 16]bool) {
	for _, r := range "的一是在不了有和人中大为上个国我以要他这年生到作地于出就分对成会可主发工动进方多经么行学法民得同度市新高加设全业政化理建实展力现社推革保强表体报告省县区镇乡府党委各位代表们农村城经济改项目万元亿增长完收入资投计划重点水平服务安全治管提深入坚持基本家公共教育开产合制部门" +
		"為個國這來時對會動進經過發業設產學實現開關於從點長當將與應後點報縣區鎮鄉黨農濟項萬億資計劃務" {
		set[r] = true
	}
	return set
}()

const (
	sampled   = 1 << 14 // bytes from which an encoding is told
	isProse   = 0.20    // share of common characters in Chinese prose, at the least
	isNoProse = 0.07    // and in what is none, at the most
	fewestHan = 20      // characters from which prose is told
)

// prose is the share of common characters among those of a text that may be
// Chinese, and how many these are. What a wrong decoding leaves counts with them.
func prose(text string) (share float64, count int) {
	hits := 0
	for _, r := range text {
		switch {
		case int(r) < len(usual) && usual[r]:
			hits++
			count++
		case isHan(r), r == utf8.RuneError, r >= 0x80 && r <= 0x24f, unicode.Is(unicode.Co, r):
			count++
		}
	}
	if count == 0 {
		return 0, 0
	}
	return float64(hits) / float64(count), count
}

func (c coding) decode(text []byte) string {
	if c.Encoding == nil {
		return string(bytes.ToValidUTF8(text, []byte("\ufffd")))
	}
	decoded, err := c.NewDecoder().Bytes(text)
	if err != nil {
		return ""
	}
	return string(decoded)
}

// encode leaves out what the encoding does not have.
func (c coding) encode(text string) []byte {
	encoder := c.NewEncoder()
	if encoded, err := encoder.Bytes([]byte(text)); err == nil {
		return encoded
	}
	var out []byte
	for _, r := range text {
		encoder.Reset()
		if encoded, err := encoder.Bytes([]byte(string(r))); err == nil {
			out = append(out, encoded...)
		}
	}
	return out
}

// checkUTF8 wants bytes that are UTF-8. Others are told of once, for a whole file
// is seldom in two encodings.
func checkUTF8(file string, text []byte) []problem.Problem {
	if utf8.Valid(text) {
		return nil
	}
	is, hint := encodingOf(text)
	return []problem.Problem{problem.Errorf(file, 1+bytes.Count(validPrefix(text), []byte("\n")), hint, "bytes that are not UTF-8%s", is)}
}

// encodingOf says what bytes that are not UTF-8 seem to be in, and how to make
// UTF-8 of them. Notepad opens what Windows has for its own and what bears a mark;
// of the rest Word asks in which encoding it is.
func encodingOf(text []byte) (is, hint string) {
	const notepad = "open it in Notepad and save it with the encoding UTF-8, or convert it with iconv -f %s -t UTF-8"
	const asking = "open it in Word, which asks for the encoding (%[1]s), and save it as plain text in UTF-8, or convert it with iconv -f %[1]s -t UTF-8"
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return tongue.Text(", but UTF-16"), tongue.Sprintf(notepad, "UTF-16")
	}
	sample := text[:min(len(text), sampled)]
	var best, second coding
	most, next := -1.0, -1.0
	for _, c := range []coding{gb18030, big5, utf16le, utf16be} {
		share, _ := prose(c.decode(sample))
		if share > most {
			best, second, most, next = c, best, share, most
		} else if share > next {
			second, next = c, share
		}
	}
	if most <= isNoProse && bytes.IndexByte(sample, 0) >= 0 {
		return tongue.Text(", and no text"), tongue.Text("see which program the file is from, and save its text there as plain text in UTF-8")
	}
	hint = tongue.Sprintf(asking, best.name)
	if best.name == gb18030.name {
		hint = tongue.Sprintf(notepad, best.name)
	}
	if most-next < isNoProse {
		return "", hint + tongue.Text("; it may also be ") + second.name + tongue.Text(": look at what comes of it")
	}
	return tongue.Text("; it seems to be ") + best.name, hint
}

// checkProse warns of a text that another encoding was taken for: it is valid, and
// no Chinese. It tries what would bring it back.
func checkProse(file, text string) *problem.Problem {
	sample := text
	if len(text) > sampled {
		sample = strings.ToValidUTF8(text[:sampled], "")
	}
	share, count := prose(sample)
	if count < fewestHan || share > isNoProse {
		return nil
	}
	line := 1 + strings.Count(text[:max(0, strings.IndexFunc(text, func(r rune) bool { return r >= 0x80 }))], "\n")
	best, hint := isProse, tongue.Text("see that the file was taken in the right encoding")
	for _, read := range []coding{gb18030, big5, latin} {
		raw := read.encode(sample)
		for _, was := range []coding{{name: "UTF-8"}, gb18030, big5} {
			if was.name == read.name {
				continue
			}
			if got, n := prose(was.decode(raw)); got > best && n >= fewestHan/2 {
				best = got
				hint = tongue.Text("it seems that ") + was.name + tongue.Text(" was read as ") + read.name + tongue.Text(": take the original again, as ") + was.name
			}
		}
	}
	p := problem.Warnf(file, line, hint, "the text does not look like Chinese prose")
	return &p
}

// Decode returns a text in UTF-8 with the name of the encoding in which it came: by
// its mark, or the one of those in use for Chinese that makes prose of it. A text
// that none does is not ok.
func Decode(text []byte) (decoded, encoding string, ok bool) {
	for _, marked := range []struct {
		mark string
		coding
	}{{"\xef\xbb\xbf", coding{name: "UTF-8"}}, {"\xff\xfe", utf16le}, {"\xfe\xff", utf16be}} {
		if rest, has := bytes.CutPrefix(text, []byte(marked.mark)); has {
			return marked.decode(rest), marked.name, true
		}
	}
	sample := text[:min(len(text), sampled)]
	if utf8.Valid(text) && !bytes.ContainsRune(sample, 0) {
		return string(text), "UTF-8", true
	}
	best, most := coding{}, isProse
	for _, c := range []coding{gb18030, big5, utf16le, utf16be} {
		if share, _ := prose(c.decode(sample)); share > most {
			best, most = c, share
		}
	}
	if best.Encoding == nil {
		return "", "", false
	}
	return best.decode(text), best.name, true
}
