package asset

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"

	"collate/generator/problem"
)

// svgSpace is the namespace of pictures.
const svgSpace = "http://www.w3.org/2000/svg"

// alive are other namespaces that browsers act on.
var alive = map[string]bool{
	"http://www.w3.org/1999/xhtml":                                  true,
	"http://www.w3.org/1998/Math/MathML":                            true,
	"http://www.w3.org/2001/xml-events":                             true,
	"http://www.w3.org/1999/XSL/Transform":                          true,
	"http://www.mozilla.org/xbl":                                    true,
	"http://www.w3.org/ns/xbl":                                      true,
	"http://www.w3.org/2001/XInclude":                               true,
	"http://www.w3.org/XML/1998/namespace":                          true,
	"http://www.w3.org/2000/xmlns/":                                 true,
	"http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul": true,
}

// drawn are the elements of a picture that draw, move or describe something.
// Those of filters, which begin with fe, come in addition.
var drawn = wordSet(`svg g a defs symbol use view switch title desc metadata style
	circle ellipse image line path polygon polyline rect text textPath tspan tref
	clipPath mask marker pattern linearGradient radialGradient stop solidColor solidcolor filter
	hatch hatchpath mesh meshgradient meshpatch meshrow
	flowRoot flowRegion flowPara flowSpan flowLine
	font font-face font-face-src font-face-name font-face-uri font-face-format glyph missing-glyph hkern vkern
	animate animateMotion animateTransform animateColor mpath set`)

// A picture is an SVG file while it is judged.
type picture struct {
	depth int
	style strings.Builder // of the style element that is open
}

// pictureFault looks for what can run script in an SVG file, or would load
// something from elsewhere when it is opened. What cannot be read for certain
// is a fault.
func pictureFault(data []byte) Fault {
	in := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	var pic picture
	seen := false
	for {
		line, _ := in.InputPos()
		token, err := in.Token()
		fault := ""
		switch {
		case err == io.EOF && seen:
			return Fault{}
		case err == io.EOF:
			fault = "has no <svg> in it"
		case err != nil:
			fault = "is no SVG: " + strings.TrimPrefix(err.Error(), "XML syntax error on ")
		default:
			fault = pic.look(token)
		}
		if fault != "" {
			return Fault{line, "the picture " + fault, "take that out, or save the picture as PNG; or " + aside}
		}
		seen = true
	}
}

// look says what is wrong with a token, or nothing.
func (p *picture) look(token xml.Token) string {
	switch t := token.(type) {
	case xml.StartElement:
		p.depth++
		if p.depth == 1 && t.Name != (xml.Name{Space: svgSpace, Local: "svg"}) {
			return fmt.Sprintf("begins with <%s> and not with <svg xmlns=%q>", t.Name.Local, svgSpace)
		}
		p.style.Reset()
		return element(t)
	case xml.EndElement:
		p.depth--
		css := p.style.String()
		p.style.Reset()
		if t.Name.Local == "style" {
			return styling(css)
		}
	case xml.CharData:
		p.style.Write(t)
	case xml.ProcInst:
		if name := strings.ToLower(t.Target); name != "xml" && strings.HasPrefix(name, "xml") {
			return fmt.Sprintf("has an instruction <?%s>", t.Target)
		}
	case xml.Directive:
		if !plainType.Match(t) {
			return "has a document type that may define anything"
		}
	}
	return ""
}

// plainType is a document type that defines nothing.
var plainType = regexp.MustCompile(`^DOCTYPE\s+svg(\s+(PUBLIC|SYSTEM)(\s+"[^"\[<>&]*"){1,2})?\s*$`)

// element says what is wrong with an element and its attributes.
func element(e xml.StartElement) string {
	if e.Name.Space != svgSpace {
		if alive[e.Name.Space] {
			return fmt.Sprintf("has a <%s> in it that is not part of a picture", e.Name.Local)
		}
		return "" // an editor's notes
	}
	if !drawn[e.Name.Local] && !strings.HasPrefix(e.Name.Local, "fe") {
		return fmt.Sprintf("has a <%s> in it, which could run script", e.Name.Local)
	}
	for _, a := range e.Attr {
		if fault := attribute(e.Name.Local, a); fault != "" {
			return fault
		}
	}
	return ""
}

// attribute says what is wrong with an attribute of an element of SVG.
func attribute(of string, a xml.Attr) string {
	name, value := strings.ToLower(a.Name.Local), strings.ToLower(squeeze(a.Value))
	switch {
	case strings.HasPrefix(name, "on"):
		return fmt.Sprintf("has an attribute %s on a <%s>, which could run script", a.Name.Local, of)
	case name == "base" && a.Name.Space != "":
		return "has an attribute xml:base, which changes where links lead"
	case name == "attributename" && (strings.HasSuffix(value, "href") || strings.HasPrefix(value, "on")):
		return "animates " + a.Value + ", which could run script"
	case name == "href" || name == "src":
		return leading(of, a.Value, value)
	case a.Name.Space == "" && strings.ContainsAny(value, `(\`) && !strings.HasPrefix(name, "data-") &&
		!strings.HasPrefix(name, "aria-"):
		return styling(a.Value)
	}
	return ""
}

// squeeze takes out what browsers pass over in a link.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

var (
	inside   = regexp.MustCompile(`^(#|data:image/(png|jpe?g|gif|webp|avif)[;,])`)
	harmless = regexp.MustCompile(`^(https?://|mailto:|[^:]*$|[./?#])`)
)

// leading says what is wrong with where a link or reference leads.
func leading(of, written, target string) string {
	switch {
	case of == "a" && harmless.MatchString(target), target == "", inside.MatchString(target):
		return ""
	case of == "a":
		return fmt.Sprintf("has a link to %s", problem.Quote(written))
	}
	return fmt.Sprintf("takes in %s, which is not part of it", problem.Quote(written))
}

var (
	embedded = regexp.MustCompile(`(?i)url\(\s*(data:[^)"'\\]*|"data:[^"\\]*"|'data:[^'\\]*')\s*\)`)
	ownPart  = regexp.MustCompile(`(?i)url\(\s*["']?\s*#`)
	outside  = regexp.MustCompile(`(?i)url\(|@import|//|\\`)
)

// styling says what is wrong with CSS.
func styling(css string) string {
	css = ownPart.ReplaceAllString(embedded.ReplaceAllString(css, ""), "")
	if found := outside.FindString(css); found != "" {
		return fmt.Sprintf("has %s in its style, which may take in what is not part of it", problem.Quote(found))
	}
	return ""
}
