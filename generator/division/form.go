package division

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// kinds are what a name ends in, which tells what a division is; the longer
// stand first.
var kinds = []string{"特别行政区", "自治区", "自治州", "自治县", "自治旗", "联合旗", "地区", "林区", "特区", "矿区", "省", "市", "盟", "州", "县", "区", "旗"}

// peoples stand in the names of autonomous divisions between place and kind.
var peoples = regexp.MustCompile(`(?:壮族|回族|维吾尔|维吾尔族|蒙古|蒙古族|藏族|羌族|彝族|哈尼族|白族|傣族|景颇族|傈僳族|苗族|侗族|布依族|土家族|朝鲜族|哈萨克|哈萨克族|柯尔克孜|满族|瑶族|土族|撒拉族|东乡族|保安族|黎族|畲族|仫佬族|毛南族|水族|仡佬族|纳西族|拉祜族|佤族|布朗族|普米族|怒族|独龙族|锡伯|塔吉克|达斡尔族|鄂温克族|裕固族|各族)+$`)

// shortForms are the other ways in which a division is called: without its kind,
// and without the peoples that it is of. A form of one character is none.
func shortForms(name string) []string {
	for _, kind := range kinds {
		bare, ok := strings.CutSuffix(name, kind)
		if !ok {
			continue
		}
		if strings.HasPrefix(kind, "自治") {
			if place := peoples.ReplaceAllString(bare, ""); utf8.RuneCountInString(place) > 1 { // 内蒙古
				bare = place
			}
		}
		if utf8.RuneCountInString(bare) < 2 {
			return nil
		}
		return []string{bare}
	}
	return nil
}

// Short is a division's name without what tells its kind, 荔湾 for 荔湾区; the name
// itself where that is all that it has.
func Short(name string) string {
	if forms := shortForms(name); forms != nil {
		return forms[0]
	}
	return name
}

// ShortNames are the names without kinds of the divisions that there are or were down
// to a level, in the order of their codes, each once.
func ShortNames(deepest Level) []string {
	var names []string
	for row := range strings.Lines(table) {
		d := parse(row)
		if d.Level() > deepest {
			continue
		}
		if name := Short(d.Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}
