package annotate

import "regexp"

// What a sentence says of its time, folded; what the headings around it say,
// indicator knows.
var (
	willDo  = regexp.MustCompile(`将|力争|争取|计划|确保|拟|今年|明年|下一步|要(?:[加推继抓完建实大着积深坚全以把])`)
	hasDone = regexp.MustCompile(`已(?:经|完|建|全|基|在|有|投|成|开|启|实)|了|成功|顺利|荣获|获评|获得|通过[^，。；]{0,8}验收|竣工|投入使用|投入运营|取得|建成|新增|实现[^，。；]{0,12}目标`)
	nowDone = regexp.MustCompile(`已经|荣获|获评|取得|成功`)
)
