package glossary

import "testing"

// TestPlain: letters that are usual in pinyin are made plain as any others are.
func TestPlain(t *testing.T) {
	for pinyin, want := range map[string]string{
		"": "", "dì yī": "di yi", "LǙ": "lv", "lǜ sè": "lv se", "nu\u0308\u030c": "nv", "ê̄": "e", "ɑɡ": "ag",
		"Ⅳ": "iv", "５Ｇ": "5g", "pī'ào": "pi'ao", "ü\u0301": "v",
	} {
		if got := plain(pinyin); got != want || got != decomposed(pinyin) {
			t.Errorf("%s is %q, by all its marks %q, want %q", pinyin, got, decomposed(pinyin), want)
		}
	}
}

// TestApart: syllables of joined words part where they are read.
func TestApart(t *testing.T) {
	for pinyin, want := range map[string]string{
		"": "", "sì gè zhōngxīn": "si ge zhong xin", "fāng'àn": "fang an", "fǎngǎn": "fan gan", "Xī'ān": "xi an",
		"dì-yī shūjì": "di yi shu ji", "lüèduó": "lve duo", "nǚ'ér": "nv er", "értóng": "er tong", "shí'èrwǔ": "shi er wu",
		"chéngshì": "cheng shi", "5G wǎngluò": "5g wang luo",
	} {
		if got := apart(pinyin); got != want {
			t.Errorf("%s is %q, want %q", pinyin, got, want)
		}
	}
}
