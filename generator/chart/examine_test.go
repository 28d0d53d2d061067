package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
)

// dot is how reports are drawn: from one percentage of the width to another,
// and some pixels aside; from one height to another; and how far beyond those.
type dot struct {
	first, last, aside, high, low, radius float64
	count                                 int
	outside                               bool
}

// examine holds a chart to what every chart promises: well formed, unique
// ids, no inline styles, everything within it, a title for each link, no dot
// far from its date, and none that hides another, at any width. It gives the
// dots; a range is none.
func examine(t *testing.T, svg []byte) []dot {
	t.Helper()
	e := examination{T: t}
	decoder := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok && e.counted {
			e.dots[len(e.dots)-1].count, e.counted = int(number(t, string(text))), false
		}
		if element, ok := token.(xml.StartElement); ok {
			attr := map[string]string{}
			for _, a := range element.Attr {
				attr[a.Name.Local] = a.Value
			}
			e.element(element.Name.Local, attr)
			within(t, element, attr, e.height)
		}
	}
	if e.titles != e.links+1 {
		t.Errorf("%d links and %d titles", e.links, e.titles)
	}
	apart(t, e.dots, e.height)
	return e.dots
}

// examination is what was seen of a chart so far.
type examination struct {
	*testing.T
	dots           []dot
	height         float64
	at             float64 // the place on the width, in percent
	links, titles  int
	outside, fresh bool // the link: its class; it has no dot yet
	counted        bool // the text is a count
}

// element looks at the beginning of an element.
func (e *examination) element(name string, attr map[string]string) {
	if _, inline := attr["style"]; inline {
		e.Error("an inline style")
	}
	class := attr["class"]
	switch name {
	case "svg":
		if e.height == 0 {
			e.height = number(e.T, attr["height"])
		}
		e.at = number(e.T, strings.TrimSuffix(attr["x"], "%"))
	case "a":
		if e.links++; attr["href"] == "" {
			e.Error("a link to nowhere")
		}
		e.outside, e.fresh = strings.Contains(class, " outside"), true
	case "title":
		e.titles++
	case "text":
		e.counted = class == "chart-count"
	}
	if class != "chart-dot" && (class != "chart-span" || strings.HasSuffix(attr["x"], "%")) {
		return
	}
	if d := end(e.T, name, attr); e.fresh {
		d.first, d.last, d.outside, d.count = e.at, e.at, e.outside, 1
		e.dots, e.fresh = append(e.dots, d), false
	} else {
		e.dots[len(e.dots)-1].last = e.at
	}
}

// number reads a length; none is zero.
func number(t *testing.T, s string) float64 {
	if s == "" {
		return 0
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Error(err)
	}
	if i := strings.IndexByte(s, '.'); i >= 0 && len(s)-i > 2 {
		t.Errorf("%s has more than one decimal", s)
	}
	return n
}

// end reads a dot, a diamond, or either of some height.
func end(t *testing.T, name string, attr map[string]string) dot {
	switch name {
	case "circle":
		y := number(t, attr["cy"])
		return dot{aside: number(t, attr["cx"]), high: y, low: y, radius: number(t, attr["r"])}
	case "rect":
		r := number(t, attr["rx"])
		y := number(t, attr["y"])
		return dot{aside: number(t, attr["x"]) + r, high: y + r, low: y + number(t, attr["height"]) - r, radius: r}
	}
	x, rest, _ := strings.Cut(strings.TrimPrefix(attr["d"], "M"), " ")
	y, rest, _ := strings.Cut(rest, "l")
	radius, rest, _ := strings.Cut(rest, " ")
	_, rest, _ = strings.Cut(rest, "v")
	height, _, _ := strings.Cut(rest, "l")
	r, high := number(t, radius), number(t, y)
	return dot{aside: number(t, x) + r, high: high, low: high + number(t, height), radius: r}
}

// within holds the places that an element names: percentages between 0 and
// 100, and heights between 0 and the chart's.
func within(t *testing.T, element xml.StartElement, attr map[string]string, height float64) {
	for _, key := range []string{"x", "x1", "x2", "width"} {
		if s, ok := strings.CutSuffix(attr[key], "%"); ok {
			if n := number(t, s); n < 0 || n > 100 {
				t.Errorf("%s at %s=%s", element.Name.Local, key, attr[key])
			}
		}
	}
	if s, ok := strings.CutSuffix(attr["width"], "%"); ok {
		if n := number(t, s) + number(t, strings.TrimSuffix(attr["x"], "%")); n > 100 {
			t.Errorf("%s reaches to %v%%", element.Name.Local, n)
		}
	}
	for _, key := range []string{"y", "y1", "y2", "cy"} {
		y := number(t, attr[key])
		bottom := y
		if key == "y" && element.Name.Local == "rect" {
			bottom += number(t, attr["height"])
		}
		if y < 0 || bottom > height {
			t.Errorf("%s at %s=%s of %v", element.Name.Local, key, attr[key], height)
		}
	}
}

// apart holds that no dot stands far from its date, leaves the chart, or hides
// another that is drawn alike, from the narrowest width up: half of a dot shows,
// and a count wholly.
func apart(t *testing.T, dots []dot, height float64) {
	for i, a := range dots {
		if a.aside < -8 || a.aside > 8 {
			t.Errorf("dot %d stands %v pixels from its date", i, a.aside)
		}
		for _, width := range []float64{288, 343, 500, 720, 1200} {
			from, to := a.first*width/100+a.aside, a.last*width/100+a.aside
			if from-a.radius < 0 || to+a.radius > width || a.high-a.radius < 0 || a.low+a.radius > height {
				t.Errorf("dot %d is outside at a width of %v: %v", i, width, a)
			}
			for j, b := range dots[:i] {
				dx := max(a.first, b.first)*width/100 - min(a.last, b.last)*width/100
				dx, dy := max(dx, 0), max(a.high, b.high)-min(a.low, b.low)
				least := 4.5
				if a.count+b.count > 2 {
					least = (a.radius+b.radius)*0.9 - 0.5
				}
				if dy = max(dy, 0); a.outside == b.outside && dx*dx+dy*dy < least*least {
					t.Errorf("dot %d hides %d at a width of %v: %v, %v", i, j, width, a, b)
				}
			}
		}
	}
}
