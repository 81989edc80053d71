package report

// Indicator is a measured or promised number.
type Indicator struct {
	Name     string // as written, with what qualifies it: 固定资产投资（法人在地）
	Value    string // as printed: 1080.76, 6.5-7, 2.8:55.4:41.8
	Unit     string // as printed: 亿元, %, 个百分点; "" where there is none
	Modifier string // as printed: 左右, 以上, 不低于, 力争; "" where there is none
	Kind     IndicatorKind
	Growth   bool   // a change against an earlier period, not a level
	Period   string // a year, 2016, or its first and last, 2016/2020; "" where unknown
	Line     int
	Column   int // where Value begins
	End      int // after Value and Unit
}

// IndicatorKind is whether a number was reached or is to be reached.
type IndicatorKind string

const (
	Result IndicatorKind = "result"
	Target IndicatorKind = "target"
)
