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

// dot is where a report is drawn: at a percentage of the width and some pixels
// aside.
type dot struct{ percent, aside, y, radius float64 }

// examine holds a chart to what every chart promises: well formed, unique
// ids, no inline styles, everything within it, a link and a title for each
// report, and no dot upon another, at any width.
func examine(t *testing.T, svg []byte) []dot {
	t.Helper()
	var dots []dot
	var height, at float64
	links, titles := 0, 0
	decoder := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		element, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attr := map[string]string{}
		for _, a := range element.Attr {
			attr[a.Name.Local] = a.Value
		}
		if _, inline := attr["style"]; inline {
			t.Error("an inline style")
		}
		switch element.Name.Local {
		case "svg":
			if height == 0 {
				height = number(t, attr["height"])
			}
			at = number(t, strings.TrimSuffix(attr["x"], "%"))
		case "a":
			links++
			if attr["href"] == "" {
				t.Error("a link to nowhere")
			}
		case "title":
			titles++
		case "circle":
			dots = append(dots, dot{at, number(t, attr["cx"]), number(t, attr["cy"]), number(t, attr["r"])})
		case "path":
			if attr["class"] == "chart-dot" {
				dots = append(dots, diamond(t, at, attr["d"]))
			}
		}
		within(t, element, attr, height)
	}
	if titles != links+1 {
		t.Errorf("%d links and %d titles", links, titles)
	}
	apart(t, dots, height)
	return dots
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

func diamond(t *testing.T, at float64, path string) dot {
	x, rest, _ := strings.Cut(strings.TrimPrefix(path, "M"), " ")
	y, rest, _ := strings.Cut(rest, "m0-")
	radius, _, _ := strings.Cut(rest, "l")
	return dot{at, number(t, x), number(t, y), number(t, radius)}
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

// apart holds that no two dots overlap and none leaves the chart, from the
// narrowest width up.
func apart(t *testing.T, dots []dot, height float64) {
	for _, width := range []float64{288, 343, 500, 720, 1200} {
		for i, a := range dots {
			ax := a.percent*width/100 + a.aside
			if ax-a.radius < 0 || ax+a.radius > width || a.y-a.radius < 0 || a.y+a.radius > height {
				t.Errorf("dot %d is outside at a width of %v: %v", i, width, a)
			}
			for j, b := range dots[:i] {
				dx, dy := ax-b.percent*width/100-b.aside, a.y-b.y
				if r := (a.radius + b.radius) * 0.9; dx*dx+dy*dy < r*r {
					t.Errorf("dots %d and %d overlap at a width of %v: %v, %v", i, j, width, a, b)
				}
			}
		}
	}
}
