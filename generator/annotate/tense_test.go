package annotate

import "testing"

// TestCues: what a sentence says of its time, and what only looks like it.
func TestCues(t *testing.T) {
	for text, want := range map[string]cue{
		"今年要加快建设":       willDo | surelyDo,
		"将三个村纳入计划":      willDo,
		"要求各部门配合":       0,
		"今年是规划的最后一年":    willDo | surelyDo | guiding,
		"已经建成":          hasDone | nowDone,
		"通过国家卫生城市验收":    hasDone | opensDone | endsDone,
		"通过整治，组织验收":     opensDone | endsDone,
		"实现全年经济增长目标":    hasDone | opensDone | endsDone,
		"实现突破；围绕这个目标":   opensDone | endsDone,
		"第十二届全会精神，２０16": guiding | numbered | dated,
	} {
		if got := cuesOf(fold([]rune(text))); got != want {
			t.Errorf("%s: %b, want %b", text, got, want)
		}
	}
}
