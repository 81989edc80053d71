package report

// Type is what sort of text a report is.
type Type struct {
	ID   string `yaml:"id"` // in report.yaml
	Name string `yaml:"name"`
}

// The ids of the types.
const (
	WorkReport  = "work-report"
	Plan        = "plan"
	WorkSummary = "work-summary"
)

// Types are all there are.
var Types = []Type{
	{WorkReport, "政府工作报告"},
	{Plan, "规划"},
	{WorkSummary, "工作总结"},
}

// IsPlan reports whether the text says what is to be done over several years.
func (m Meta) IsPlan() bool { return m.Type == Plan }

// TypeName is what the type is called, "" for none.
func (m Meta) TypeName() string {
	for _, t := range Types {
		if t.ID == m.Type {
			return t.Name
		}
	}
	return ""
}

func typeIDs() (ids []string) {
	for _, t := range Types {
		ids = append(ids, t.ID)
	}
	return ids
}
