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

// text is a label: how far along the width, in percent, and how wide and at
// which height in pixels.
type text struct {
	at, y, width float64
	anchor       string
	written      string
}

// examine holds a chart to what every chart promises: well formed, no inline
// styles, everything within it, a title for each link, and no text that hides
// another, at any width.
func examine(t *testing.T, svg []byte) {
	t.Helper()
	var texts []text
	var height float64
	var open *text
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
		if data, ok := token.(xml.CharData); ok && open != nil {
			open.written, open.width = string(data), float64(textWidth(string(data)))/10
			texts, open = append(texts, *open), nil
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
				height = numeral(t, attr["height"])
			}
		case "a":
			if links++; attr["href"] == "" {
				t.Error("a link to nowhere")
			}
		case "title":
			titles++
		case "text":
			if !strings.HasPrefix(attr["class"], "chart-count") {
				open = &text{at: numeral(t, strings.TrimSuffix(attr["x"], "%")), y: numeral(t, attr["y"]),
					anchor: attr["text-anchor"]}
			}
		}
		within(t, element.Name.Local, attr, height)
	}
	if titles != links+1 {
		t.Errorf("%d links and %d titles", links, titles)
	}
	apart(t, texts)
}

// apart holds that no text hides another or leaves the chart, from the
// narrowest width up.
func apart(t *testing.T, texts []text) {
	for _, wide := range []float64{288, 343, 720} {
		for i, a := range texts {
			from, to := a.span(wide)
			if from < -2 || to > wide+2 {
				t.Errorf("%q leaves the chart at a width of %v: %v to %v", a.written, wide, from, to)
			}
			for _, b := range texts[:i] {
				start, end := b.span(wide)
				if dy := a.y - b.y; dy > -13 && dy < 13 && from < end-1 && start < to-1 {
					t.Errorf("%q hides %q at a width of %v", a.written, b.written, wide)
				}
			}
		}
	}
}

// span is where a text begins and ends.
func (a text) span(wide float64) (from, to float64) {
	from = a.at * wide / 100
	switch a.anchor {
	case "middle":
		from -= a.width / 2
	case "end":
		from -= a.width
	}
	return from, from + a.width
}

// number reads a length; none is zero.
func numeral(t *testing.T, s string) float64 {
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

// within holds the places that an element names: percentages between 0 and
// 100, and heights between 0 and the chart's.
func within(t *testing.T, name string, attr map[string]string, height float64) {
	for _, key := range []string{"x", "x1", "x2", "cx", "width"} {
		if s, ok := strings.CutSuffix(attr[key], "%"); ok {
			if n := numeral(t, s); n < 0 || n > 100 {
				t.Errorf("%s at %s=%s", name, key, attr[key])
			}
		}
	}
	if s, ok := strings.CutSuffix(attr["width"], "%"); ok {
		if n := numeral(t, s) + numeral(t, strings.TrimSuffix(attr["x"], "%")); n > 100.1 {
			t.Errorf("%s reaches to %v%%", name, n)
		}
	}
	for _, key := range []string{"y", "y1", "y2", "cy"} {
		y := numeral(t, attr[key])
		bottom := y
		if key == "y" && name == "rect" {
			bottom += numeral(t, attr["height"])
		}
		if y < 0 || bottom > height {
			t.Errorf("%s at %s=%s of %v", name, key, attr[key], height)
		}
	}
}
