package data

import (
	"encoding/json"
	"slices"
	"testing"

	"jianzhu/generator/report"
)

// TestSchemaNamesEveryKind wants the kinds of change that the schema of a report knows
// to be those that there are.
func TestSchemaNamesEveryKind(t *testing.T) {
	text, err := schemas.ReadFile("schema/report.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties struct {
			Normalised struct {
				Items struct {
					Properties struct {
						Kind struct{ Enum []report.ChangeKind }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	if got := schema.Properties.Normalised.Items.Properties.Kind.Enum; !slices.Equal(got, report.ChangeKinds) {
		t.Errorf("kinds of change\n got %q\nwant %q", got, report.ChangeKinds)
	}
}
