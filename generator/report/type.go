package report

// Type is what sort of text a report is.
type Type struct {
	ID   string `yaml:"id"` // in report.yaml
	Name string `yaml:"name"`
}

// Types are all there are.
var Types = []Type{
	{"work-report", "政府工作报告"},
	{"plan", "规划"},
	{"work-summary", "工作总结"},
}

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
