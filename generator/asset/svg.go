package asset

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"collate/generator/problem"
)

// A picture is an SVG file while it is judged: by what is known to be harmless,
// which svgnames.go lists, and not by what is known to be bad.
type picture struct {
	begun bool // whether there was an element
	open  []xml.Name
	style strings.Builder // of the style element that is open
}

// pictureFault looks for what can run script in an SVG file, or would load
// something from elsewhere when it is opened. What cannot be read for certain
// is a fault.
func pictureFault(data []byte) Fault {
	in := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	var pic picture
	for {
		line, _ := in.InputPos()
		token, err := in.Token()
		fault := ""
		switch {
		case err == io.EOF && pic.begun:
			return Fault{}
		case err == io.EOF:
			fault = "has no <svg> in it"
		case err != nil:
			fault = "is no SVG: " + strings.TrimPrefix(err.Error(), "XML syntax error on ")
		default:
			fault = pic.look(token)
		}
		if fault != "" {
			return Fault{line, "the picture " + fault, "take that out, or save the picture as PNG; or " + hintAside}
		}
	}
}

// look says what is wrong with a token, or nothing.
func (p *picture) look(token xml.Token) string {
	switch t := token.(type) {
	case xml.StartElement:
		return p.begin(t)
	case xml.EndElement:
		p.open = p.open[:len(p.open)-1]
		if t.Name == styleElement {
			defer p.style.Reset()
			return sheetFault(p.style.String())
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

var (
	svgElement   = xml.Name{Space: svgSpace, Local: "svg"}
	styleElement = xml.Name{Space: svgSpace, Local: "style"}
	metadata     = xml.Name{Space: svgSpace, Local: "metadata"}
)

// plainType is a document type that defines nothing.
var plainType = regexp.MustCompile(`^DOCTYPE\s+svg(\s+(PUBLIC|SYSTEM)(\s+"[^"\[<>&]*"){1,2})?\s*$`)

// deepestMarkup is how many elements an element may stand in: no drawing needs more.
const deepestMarkup = 500

// begin says what is wrong with an element and its attributes.
func (p *picture) begin(e xml.StartElement) string {
	switch {
	case len(p.open) == 0 && e.Name != svgElement:
		return fmt.Sprintf("begins with <%s> and not with <svg xmlns=%q>", e.Name.Local, svgSpace)
	case len(p.open) == deepestMarkup:
		return fmt.Sprintf("has elements within %d others", deepestMarkup)
	case slices.Contains(p.open, styleElement):
		return fmt.Sprintf("has a <%s> in its style, where only CSS can be", e.Name.Local)
	case e.Name.Space != svgSpace && !p.note(e.Name.Space):
		return fmt.Sprintf("has a <%s> in it that is not part of a picture", e.Name.Local)
	case e.Name.Space == svgSpace && !svgElements[e.Name.Local]:
		return fmt.Sprintf("has a <%s> in it, which could run script", e.Name.Local)
	}
	p.begun = true
	p.open = append(p.open, e.Name)
	p.style.Reset()
	if e.Name.Space != svgSpace {
		return ""
	}
	for _, a := range e.Attr {
		if fault := attributeFault(e.Name.Local, a); fault != "" {
			return fault
		}
	}
	return ""
}

// note reports whether an element of a namespace is a program's or an author's
// note, of which no browser knows anything.
func (p *picture) note(space string) bool {
	if editors.MatchString(space) {
		return true
	}
	return slices.Contains(p.open, metadata) && !acting[space]
}

// attributeFault says what is wrong with an attribute of an element of SVG.
func attributeFault(of string, a xml.Attr) string {
	name, target := a.Name.Local, strings.ToLower(squeeze(a.Value))
	switch space := a.Name.Space; {
	case space == "xmlns" || space == "" && name == "xmlns":
		return ""
	case strings.HasPrefix(strings.ToLower(name), "on"):
		return fmt.Sprintf("has an attribute %s on a <%s>, which could run script", name, of)
	case space == xmlSpace && (name == "space" || name == "lang" || name == "id"):
		return ""
	case space == xmlSpace:
		return fmt.Sprintf("has an attribute xml:%s, which may change where links lead", name)
	case name == "href" && (space == "" || space == xlinkSpace):
		return addressFault(of, a.Value, target)
	case space == xlinkSpace && xlinkAttributes[name], space != "" && space != xlinkSpace && !acting[space]:
		return "" // a program's note
	case space != "" || !svgAttributes[name] && !svgProperties[name] && !freeName.MatchString(name):
		return fmt.Sprintf("has an attribute %s on a <%s>, which pictures need not have", name, of)
	case name == "style":
		return declarationsFault(a.Value)
	case name == "attributeName" && !animated(strings.TrimSpace(a.Value)):
		return "animates " + a.Value + ", which could run script"
	case freeName.MatchString(name), svgProse[name]:
		return ""
	}
	return valueFault(a.Value)
}

// freeName is the name of an attribute that means nothing to a browser.
var freeName = regexp.MustCompile(`^(data|aria)-[\w.-]+$`)

// animated reports whether an attribute may change with time.
func animated(name string) bool {
	return svgProperties[name] || svgAttributes[name] && name != "style" && name != "attributeName"
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

// addressFault says what is wrong with where a link or reference leads.
func addressFault(of, written, target string) string {
	switch {
	case of == "a" && harmless.MatchString(target), target == "", inside.MatchString(target):
		return ""
	case of == "a":
		return fmt.Sprintf("has a link to %s", problem.Quote(written))
	}
	return fmt.Sprintf("takes in %s, which is not part of it", problem.Quote(written))
}

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	embedded   = regexp.MustCompile(`(?i)url\(\s*("` + ownData + `[^"\\]*"|'` + ownData + `[^'\\]*'|` + ownData +
		`[^)"'\\\s]*)\s*\)`)
	ownPart    = regexp.MustCompile(`(?i)url\(\s*(?:"#[^"\\]*"|'#[^'\\]*'|#[^)"'\\\s]*)\s*\)`)
	function   = regexp.MustCompile(`(?i)(-?[a-z_][\w-]*)\(`)
	cssString  = regexp.MustCompile(`"[^"\\\n]*"|'[^'\\\n]*'`)
	strange    = regexp.MustCompile(`["'\\<]|/\*|//`)
	atRule     = regexp.MustCompile(`@[\w-]*`)
	innerBlock = regexp.MustCompile(`\{([^{}]*)\}`)
)

// ownData begins an address that holds a picture or a font itself.
const ownData = `data:(?:image|font|application/(?:x-)?font|application/octet-stream|` +
	`application/vnd\.ms-fontobject)[/;,-]`

// nestedMark stands for a block that has been looked at.
const nestedMark = "\x00"

// sheetFault says what is wrong with a style sheet.
func sheetFault(css string) string {
	css, fault := bareCSS(css)
	if fault != "" {
		return fault
	}
	for _, rule := range atRule.FindAllString(css, -1) {
		if !cssRules[strings.ToLower(rule)] {
			return styleFault(rule)
		}
	}
	for {
		block := innerBlock.FindStringSubmatchIndex(css)
		if block == nil {
			break
		}
		if fault := blockFault(css[block[2]:block[3]]); fault != "" {
			return fault
		}
		css = css[:block[0]] + nestedMark + css[block[1]:]
	}
	if i := strings.IndexAny(css, "{}"); i >= 0 {
		return styleFault(css[i : i+1])
	}
	return ""
}

// declarationsFault says what is wrong with a style attribute.
func declarationsFault(css string) string {
	css, fault := bareCSS(css)
	if fault == "" {
		fault = blockFault(css)
	}
	return fault
}

// blockFault says what is wrong with the declarations of a block, between which
// other blocks may have stood.
func blockFault(css string) string {
	parts := strings.Split(css, nestedMark)
	for i, part := range parts {
		declarations := strings.Split(part, ";")
		if i < len(parts)-1 {
			declarations = declarations[:len(declarations)-1] // what is left names the block behind it
		}
		for _, d := range declarations {
			name, _, _ := strings.Cut(d, ":")
			if name = strings.ToLower(strings.TrimSpace(name)); name != "" && !knownProperty(name) {
				return styleFault(name)
			}
		}
	}
	return ""
}

func knownProperty(name string) bool {
	return svgProperties[name] || cssProperties[name] || strings.HasPrefix(name, "--") ||
		strings.HasPrefix(name, "-inkscape-")
}

// valueFault says what is wrong with a value of CSS.
func valueFault(css string) string {
	_, fault := bareCSS(css)
	return fault
}

// bareCSS takes comments, strings and addresses of the picture's own parts out of
// CSS, and says what is wrong with what is left.
func bareCSS(css string) (bare, fault string) {
	bare = cssComment.ReplaceAllString(css, " ")
	if strings.Contains(bare, `\`) {
		return "", styleFault(`\`) // it may spell anything
	}
	bare = ownPart.ReplaceAllString(embedded.ReplaceAllString(bare, " "), " ")
	for _, found := range function.FindAllStringSubmatch(cssString.ReplaceAllString(bare, " "), -1) {
		if !cssFunctions[strings.ToLower(found[1])] {
			return "", styleFault(found[1] + "(")
		}
	}
	bare = cssString.ReplaceAllString(bare, " ")
	if found := strange.FindString(bare); found != "" {
		return "", styleFault(found)
	}
	return bare, ""
}

func styleFault(found string) string {
	return fmt.Sprintf("has %s in its style, which may take in what is not part of it", problem.Quote(found))
}
