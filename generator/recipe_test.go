package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// servers are those of whose settings the guide has examples: how each is asked
// whether it understands a file, and what it needs around the example.
var servers = map[string]struct {
	program, around string
	args            []string
}{
	"nginx": {"nginx", "pid DIR/pid; error_log DIR/log; events {}\nhttp { access_log DIR/log;\nEXAMPLE\n}", []string{"-t", "-q", "-p", "DIR", "-c", "DIR/conf"}},
	"caddy": {"caddy", "EXAMPLE", []string{"adapt", "--adapter", "caddyfile", "--config", "DIR/conf"}},
	"apache": {"apache2", `ServerRoot DIR
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
ServerName localhost
PidFile DIR/pid
ErrorLog DIR/log
EXAMPLE`, []string{"-t", "-f", "DIR/conf"}},
}

// The servers understand what the guide has them do.
func TestGuideServers(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join("..", "content", "guide.md"))
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range servers {
		t.Run(name, func(t *testing.T) {
			program, err := exec.LookPath(s.program)
			needed(t, s.program, err)
			example := regexp.MustCompile("(?s)\n```" + name + "\n(.*?)\n```\n").FindSubmatch(guide)
			if example == nil {
				t.Fatal("the guide has no example")
			}
			dir := t.TempDir()
			inDir := strings.NewReplacer("DIR", dir, "EXAMPLE", string(example[1]), "/srv/jianzhu/public", dir)
			if err := os.WriteFile(filepath.Join(dir, "conf"), []byte(inDir.Replace(strings.Replace(s.around, "EXAMPLE", string(example[1]), 1))), 0o644); err != nil {
				t.Fatal(err)
			}
			args := strings.Split(inDir.Replace(strings.Join(s.args, "\n")), "\n")
			if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
}
