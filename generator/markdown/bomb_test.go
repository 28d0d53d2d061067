package markdown

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

var pieces_ = []string{"*a ", "**", "_a_ ", "*", "a* ", "`", "``", "` ", "```a` ", "[", "]", "[a](", "[a](b) ", "![[", "![", "](", "[a](<b", "[a](b \"", "[a](b 'c", "[a][b]", "[a]", "<a ", "<a x=\"", "<a x='", "<a b c d ", "</a ", "<!--", "<!-", "<?", "<!A ", "<![CDATA[", "<http://a.b/", "http://a.b/", "(http://a.b/ ", "www.a.b ", "a@b.c ", "~", "~~a ", "~a~ ", "~~~", "\"", "'", "\"a ", "[[a]] ", "[[a", "[^a]", "[^", "&amp;", "&#1", "\\", "\\[", "(", "((", ")", "a ", "a", "\n", "*a **b ", "_a *b ", "<b@c.", "x=\"y", " y=\"", "-", "--", "\t", "[a]: b\n", "[a]: b \"c\"\n", "[a]:\n", "é"}
var lines_ = []string{">", "> ", "- ", "* ", "1. ", "  - a\n", "- a\n", "\n", " \n", "a\n", "> a\n", "    a\n", "\ta\n", "- - - ", "|", "|-", "|-|-|\n", "a|b\n", "|a|b|\n", "|-|-|\n|a|b|\n", "-|-\n", "```\n", "~~~\n", "<div>\n", "<script>\n", "<!--\n", "===\n", "---\n", "# a\n", "# ", "[^a]: b\n", "[^a]: b\n\n", "[^a]:\n\n    b\n", "[a]: b\n\n", "[a]: b\n\"\n", "-\n", "-\n\n", "- a\n\n", "1) a\n\n", ">\n\n", "- # a\n", "> - ", "- > ", "+ a\n  + b\n    + c\n", "\\|`|", "[^a] "}

func run(name, src string, limit time.Duration) bool {
	t := cpu()
	d := Parse(src, Position{"a.md", 1, "en"})
	p := cpu()-t
	var b bytes.Buffer
	d.Render(&b, RenderOptions{})
	r := cpu()-t
	if r > limit {
		m := ""
		for _, x := range d.Problems() {
			if x.Severity == "error" { m = x.Message }
		}
		fmt.Printf("%-50s parse %.2fs total %.2fs html %d KB %q\n", name, p.Seconds(), r.Seconds(), b.Len()>>10, m)
		return true
	}
	return false
}

func cpu() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(0, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func TestBombs(t *testing.T) {
	if os.Getenv("BOMBS") == "" { t.Skip() }
	n := 4 << 20
	all := append(append([]string{}, pieces_...), lines_...)
	for _, p := range all {
		if f := os.Getenv("BOMBS"); f != "1" && !strings.Contains(p, f) { continue }
		run(fmt.Sprintf("%q", p), strings.Repeat(p, n/len(p)), 500*time.Millisecond)
		run(fmt.Sprintf("400K %q", p), strings.Repeat(p, 400<<10/len(p)), 500*time.Millisecond)
	}
}

func TestRandomBombs(t *testing.T) {
	if os.Getenv("BOMBS") == "" { t.Skip() }
	all := append(append([]string{}, pieces_...), lines_...)
	r := rand.New(rand.NewSource(time.Now().UnixNano()))
	worst := time.Duration(0)
	for t0 := time.Now(); time.Since(t0) < 100*time.Second; {
		unit, parts := "", []string{}
		for range 1 + r.Intn(4) {
			p := all[r.Intn(len(all))]
			if r.Intn(4) == 0 { p = strings.Repeat(p, 1+r.Intn(30)) }
			parts = append(parts, p)
			unit += p
		}
		size := []int{20, 60, 200, 1000, 4000}[r.Intn(5)] << 10
		src := ""
		if r.Intn(3) == 0 { src = strings.Repeat(all[r.Intn(len(all))], 1+r.Intn(100)) }
		src += strings.Repeat(unit, size/len(unit))
		if r.Intn(3) == 0 { p := all[r.Intn(len(all))]; src += strings.Repeat(p, size/len(p)/4) ; parts = append(parts, "tail", p)}
		if len(src) > 4<<20 { src = src[:4<<20] }
		tt := cpu()
		run(fmt.Sprintf("%dK %q", size>>10, parts), src, 900*time.Millisecond)
		if e := cpu() - tt; e > worst { worst = e }
	}
	fmt.Println("worst", worst)
}
