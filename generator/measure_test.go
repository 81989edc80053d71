package main

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"jianzhu/generator/press"
	"jianzhu/generator/project"
	"jianzhu/generator/publish"
)

var (
	howMany   = flag.Int("reports", 200, "how many reports BenchmarkSite makes")
	textsFrom = flag.String("texts", "", "a folder of texts that BenchmarkSite takes in, in place of reports that it makes")
	standsIn  = flag.String("in", "", "the folder of BenchmarkSite's project, which stays; one that is there is taken, without what was built")
)

// BenchmarkSite measures what a site of many reports costs, beside plain Hugo on the
// same texts, and prints a table. Builds are processes of their own, whose processor
// time and memory the system tells; each figure is of one run. CONTRIBUTING.md says how
// to run it.
func BenchmarkSite(b *testing.B) {
	m := &measured{}
	for _, part := range []struct {
		name string
		do   func(*measured, *testing.B)
	}{
		{"cold", (*measured).whole},
		{"unchanged", (*measured).unchanged},
		{"report", (*measured).oneReport},
		{"term", (*measured).oneTerm},
		{"added", (*measured).oneAdded},
		{"search", (*measured).searching},
		{"serve", (*measured).serving},
		{"triple", (*measured).tripled},
	} {
		b.Run(part.name, func(sub *testing.B) {
			if m.root == "" {
				m.root = firstProject(sub, b.TempDir())
			}
			part.do(m, sub)
		})
	}
	fmt.Printf("\n| what | measured | to reach |\n|---|---|---|\n%s\n", strings.Join(m.rows, "\n"))
}

// measured is a project, and what is known of it so far.
type measured struct {
	root string // "" before it is made
	cold cost   // of the first build; none before that
	rows []string
}

// cost is what a process took.
type cost struct {
	cpu    time.Duration // of the processor, by it and the system for it
	memory float64       // the most that it had, in MB; 0 where the system does not tell
}

func (c cost) String() string {
	return fmt.Sprintf("%.1f s, %.0f MB", c.cpu.Seconds(), c.memory)
}

// took runs one of the commands that TestMain knows.
func took(b *testing.B, name string, arguments ...string) cost {
	b.Helper()
	peak := filepath.Join(b.TempDir(), "peak")
	command := exec.Command(name, arguments...)
	command.Env = append(os.Environ(), peakFile+"="+peak)
	if out, err := command.CombinedOutput(); err != nil {
		b.Fatalf("%s %v: %v\n%s", name, arguments, err, tail(out))
	}
	memory, _ := os.ReadFile(peak)
	c := cost{cpu: command.ProcessState.UserTime() + command.ProcessState.SystemTime()}
	fmt.Sscan(string(memory), &c.memory)
	return c
}

// peakFile is the variable of the environment by which a command is told to leave the
// most memory that it had. What the system tells of a child is no less than what the
// parent has.
const peakFile = "JIANZHU_PEAK"

// leavePeak leaves it where Linux tells it.
func leavePeak() {
	file := os.Getenv(peakFile)
	status, err := os.Open("/proc/self/status")
	if file == "" || err != nil {
		return
	}
	defer status.Close()
	for lines := bufio.NewScanner(status); lines.Scan(); {
		var kib float64
		if _, err := fmt.Sscanf(lines.Text(), "VmHWM: %f kB", &kib); err == nil {
			os.WriteFile(file, fmt.Append(nil, kib*1024/1e6), 0o666)
		}
	}
}

func tail(out []byte) []byte { return out[max(0, len(out)-2000):] }

func (m *measured) row(what, found, reach string) {
	m.rows = append(m.rows, fmt.Sprintf("| %s | %s | %s |", what, found, reach))
}

// built builds the project the first time.
func (m *measured) built(b *testing.B) {
	b.Helper()
	if m.cold.cpu == 0 {
		m.cold = took(b, "jianzhu", "build", "-C", m.root)
	}
}

// firstProject is the project without anything built; where none is named, it is made
// in a folder that is removed.
func firstProject(b *testing.B, temporary string) string {
	b.Helper()
	root := cmp.Or(*standsIn, filepath.Join(temporary, "site"))
	if _, err := os.Stat(filepath.Join(root, project.ConfigFile)); err != nil {
		newProject(b, root, *howMany)
	}
	for _, made := range []string{"build", "public", publish.Work} {
		if err := os.RemoveAll(filepath.Join(root, made)); err != nil {
			b.Fatal(err)
		}
	}
	return root
}

// newProject makes a project of n reports, or of the texts that are given.
func newProject(b *testing.B, root string, n int) {
	b.Helper()
	err := os.MkdirAll(root, 0o777)
	if err == nil && *textsFrom == "" {
		err = recombined(root, n)
	} else if err == nil {
		if err = emptyProject(root); err == nil {
			took(b, "jianzhu", "add", "-C", root, *textsFrom)
		}
	}
	if err != nil {
		b.Fatal(err)
	}
}

func reportsOf(b *testing.B, root string) []string {
	b.Helper()
	files, err := filepath.Glob(filepath.Join(root, "content", "reports", "*", "report.txt"))
	if err != nil || len(files) == 0 {
		b.Fatal("no reports", err)
	}
	return files
}

// share is a cost in terms of that of the first build.
func (m *measured) share(c cost) string {
	return fmt.Sprintf("%.1f %% of cold (%v)", 100*c.cpu.Seconds()/m.cold.cpu.Seconds(), c)
}

func (m *measured) whole(b *testing.B) {
	m.built(b)
	plainly := filepath.Join(b.TempDir(), "plain")
	if err := plainSite(plainly, m.root); err != nil {
		b.Fatal(err)
	}
	hugo := took(b, "plain-hugo", plainly)
	ratio := m.cold.cpu.Seconds() / hugo.cpu.Seconds()
	files, bytes := sizeOf(b, filepath.Join(m.root, "public"))
	made, madeBytes := sizeOf(b, filepath.Join(m.root, "build"))
	m.row(fmt.Sprintf("everything, %d reports", len(reportsOf(b, m.root))), fmt.Sprintf("%.1f × plain Hugo (%.1f s, %.1f s)", ratio, m.cold.cpu.Seconds(), hugo.cpu.Seconds()), "12 ×")
	m.row("peak memory of that", fmt.Sprintf("%.0f MB (plain Hugo %.0f MB)", m.cold.memory, hugo.memory), "1.2 GB at 1,000")
	m.row("files, bytes of `public/`", fmt.Sprintf("%d, %.0f MB (`build/`: %d, %.0f MB)", files, bytes, made, madeBytes), "20,000, 600 MB at 1,000")
	b.ReportMetric(m.cold.cpu.Seconds(), "CPU-s")
	b.ReportMetric(ratio, "x-Hugo")
	b.ReportMetric(m.cold.memory, "MB-peak")
	b.ReportMetric(float64(files), "files")
	b.ReportMetric(bytes, "MB")
}

func sizeOf(b *testing.B, dir string) (files int, megabytes float64) {
	b.Helper()
	if err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		files++
		megabytes += float64(info.Size()) / 1e6
		return nil
	}); err != nil {
		b.Fatal(err)
	}
	return files, megabytes
}

// again builds once more, and says what that cost and how many files of the site
// have other contents than before.
func (m *measured) again(b *testing.B, what, reach string, change func()) {
	b.Helper()
	m.built(b)
	public := filepath.Join(m.root, "public")
	before := sums(b, public)
	change()
	c := took(b, "jianzhu", "build", "-C", m.root)
	changed, after := 0, sums(b, public)
	for file, sum := range after {
		if before[file] != sum {
			changed++
		}
	}
	m.row(what+", new process", fmt.Sprintf("%s, %d of %d files change", m.share(c), changed, len(after)), reach)
	b.ReportMetric(c.cpu.Seconds(), "CPU-s")
	b.ReportMetric(100*c.cpu.Seconds()/m.cold.cpu.Seconds(), "%-of-cold")
	b.ReportMetric(c.memory, "MB-peak")
	b.ReportMetric(float64(changed), "files-changed")
}

// sums are the checksums of the files of a folder.
func sums(b *testing.B, dir string) map[string][sha256.Size]byte {
	b.Helper()
	all := map[string][sha256.Size]byte{}
	if err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(file)
		all[file] = sha256.Sum256(text)
		return err
	}); err != nil {
		b.Fatal(err)
	}
	return all
}

func (m *measured) unchanged(b *testing.B) { m.again(b, "nothing changed", "", func() {}) }

func (m *measured) oneReport(b *testing.B) {
	m.again(b, "one report changed", "8 %", func() {
		edit(b, reportsOf(b, m.root)[0], func(text string) string { return amended(text, "此处已改。") })
	})
}

func (m *measured) oneTerm(b *testing.B) {
	m.again(b, "one term changed", "its pages, 15 %", func() {
		edit(b, filepath.Join(m.root, "content", "glossary.yaml"), func(text string) string {
			return strings.Replace(text, "    - definition: ", "    - definition: 此处已改。", 1)
		})
	})
}

func (m *measured) oneAdded(b *testing.B) {
	m.again(b, "one report added", "", func() {
		from := filepath.Dir(reportsOf(b, m.root)[0])
		if err := os.CopyFS(from+"-again", os.DirFS(from)); err != nil {
			b.Fatal(err)
		}
		edit(b, filepath.Join(from+"-again", "report.yaml"), func(text string) string {
			return regexp.MustCompile(`(?m)^title: .*`).ReplaceAllString(text, "title: 又一篇报告")
		})
	})
}

// amended puts words after the first sentence of a text's first paragraph.
func amended(text, words string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if before, after, is := strings.Cut(line, "。"); is && isLong(line) {
			lines[i] = before + "。" + words + after
			return strings.Join(lines, "\n")
		}
	}
	return text + words + "\n"
}

// tripled builds three times as many reports.
func (m *measured) tripled(b *testing.B) {
	if *textsFrom != "" {
		b.Skip("texts that are given are not tripled")
	}
	m.built(b)
	root := filepath.Join(b.TempDir(), "site")
	newProject(b, root, 3**howMany)
	c := took(b, "jianzhu", "build", "-C", root)
	time, memory := c.cpu.Seconds()/m.cold.cpu.Seconds()/3, c.memory/m.cold.memory/3
	m.row(fmt.Sprintf("from %d to %d reports", *howMany, 3**howMany), fmt.Sprintf("%.2f × linear in time, %.2f × in memory (%v)", time, memory, c), "1.2 ×")
	b.ReportMetric(time, "x-linear-CPU")
	b.ReportMetric(memory, "x-linear-MB")
}

// serving measures from an edit of a report to the page that shows it.
func (m *measured) serving(b *testing.B) {
	file := reportsOf(b, m.root)[0]
	command := exec.Command("jianzhu", "serve", "-C", m.root, "-port", "0")
	terminal, err := command.StderrPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := command.Start(); err != nil {
		b.Fatal(err)
	}
	defer command.Wait()
	defer command.Process.Kill()
	var address string
	for lines := bufio.NewScanner(terminal); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "serving "); ok {
			address, _, _ = strings.Cut(rest, " ")
		} else if strings.HasPrefix(lines.Text(), "up to date ") {
			break
		} else if strings.HasPrefix(lines.Text(), "not built") {
			b.Fatal(lines.Text())
		}
	}
	go io.Copy(io.Discard, terminal)

	w := open(b, 1400, 900)
	w.address = address
	w.visit("reports/" + filepath.Base(filepath.Dir(file)) + "/")
	const words = "此句见于屏上。"
	edit(b, file, func(text string) string { return amended(text, words) })
	began := time.Now()
	for seen := false; !seen; time.Sleep(10 * time.Millisecond) {
		// between two pages there is none that could be asked
		seen, _ = chromedp.Run(w.ctx, chromedp.Evaluate[bool](`document.querySelector('main')?.textContent.includes('`+words+`') === true`))
		if w.ctx.Err() != nil {
			b.Fatal("the edit is never seen")
		}
	}
	seconds := time.Since(began).Seconds()
	w.do(chromedp.Navigate("about:blank")) // which hears nothing of the end
	m.row("`serve`: edit to screen", fmt.Sprintf("%.1f s", seconds), "2 s at 1,000, 0.4 s at 5")
	b.ReportMetric(seconds, "s-to-screen")
}

// searching asks the fixed queries of the site as it was built, and others that have
// the longest lists, one after another with nothing in the cache.
func (m *measured) searching(b *testing.B) {
	m.built(b)
	made, problems := press.Read(m.root, "", nil)
	if made == nil {
		b.Fatal(problems)
	}
	x := searchableOf(b, filepath.Join(m.root, "public"), made.Corpus)
	w := x.tab(b)
	var sum, worst answer
	missed, false := 0, 0
	all := slices.Concat(queries, frequent)
	for _, q := range all {
		a := x.ask(w, q)
		sum.bytes, worst.bytes = sum.bytes+a.bytes, max(worst.bytes, a.bytes)
		sum.milliseconds, worst.milliseconds = sum.milliseconds+a.milliseconds, max(worst.milliseconds, a.milliseconds)
		lost, wrong := x.compare(b, a)
		missed, false = missed+lost, false+wrong
	}
	n := float64(len(all))
	m.row(fmt.Sprintf("search, %d queries", len(all)), fmt.Sprintf("%d lines missed, %d wrong; %.0f KB a query, the worst %.0f KB", missed, false, float64(sum.bytes)/1e3/n, float64(worst.bytes)/1e3), "0 missed, 400 KB")
	for unit, value := range map[string]float64{
		"missed": float64(missed), "false": float64(false),
		"KB/query": float64(sum.bytes) / 1e3 / n, "KB-worst": float64(worst.bytes) / 1e3,
		"ms/query": sum.milliseconds / n, "ms-worst": worst.milliseconds,
	} {
		b.ReportMetric(value, unit)
	}
}
