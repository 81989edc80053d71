package markdown

import (
	"reflect"
	"strings"
	"testing"
)

// TestFrontScalars wants quote marks around what some reader of YAML, 1.1 or
// 1.2, takes for a number, a time, a truth or nothing.
func TestFrontScalars(t *testing.T) {
	for _, id := range []string{
		"78e31234", "12345678", "1e5", "+1", "-2.5", ".5", "1_000", "0x1f", "0o17", "0b11", "190:20:30", "2017-01-20",
		"yes", "No", "on", "OFF", "y", "n", "true", "null", "~", ".inf", "-.INF", ".nan", "?x", "a\tb", "=", "<<",
	} {
		text := keyed(id)
		if value := strings.TrimSpace(strings.TrimPrefix(text, "id:")); !strings.HasPrefix(value, `"`) && !strings.HasPrefix(value, "'") {
			t.Errorf("%q is written %s", id, value)
		}
	}
	for _, id := range []string{"2327ed2d", "0123abcd", "e5", "2021-12", "fang-guan-fu", "2017年荔湾区政府工作报告", "s1", "3-2-n"} {
		if got := keyed(id); got != "id: "+id+"\n" {
			t.Errorf("%q is written %s", id, got)
		}
	}
}

func keyed(id string) string {
	var w yamlWriter
	w.value("id", reflect.ValueOf(id))
	return string(w.out)
}
