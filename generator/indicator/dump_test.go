package indicator

import (
	"fmt"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	if s := os.Getenv("SLUG"); s != "" {
		fmt.Print(rendering(byRules(t, s)))
	}
}
