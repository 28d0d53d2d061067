package torture

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"collate/templates"

	"golang.org/x/net/html"
)

// ordinary is what occurs in the HTML of this repository's own site, with what
// Markdown can make in addition: elements and attributes that are known to do
// no harm. A hostile site has no others.
var ordinary = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	for word := range strings.FieldsSeq(`<del> <hr> <br> <img> <blockquote> <pre> <code> <h1> <h2> <h3> <h4> <h5> <h6>
		<em> <strong> <sup> <sub> <ol> <ul> <li> <table> <thead> <tbody> <tr> <th> <td> <section>
		src alt title start tabindex role class id scope lang dir cite datetime hreflang rel colspan rowspan
		data-versionurl data-versiondate`) {
		known[word] = true
	}
	return known
})

// learn adds what a good site has.
func learn(site map[string]string) {
	for name, text := range site {
		if strings.HasSuffix(name, ".html") {
			walk(parse(text), func(n *html.Node) {
				ordinary()["<"+n.Data+">"] = true
				for _, a := range n.Attr {
					ordinary()[a.Key] = true
				}
			})
		}
	}
	for _, never := range []string{"<iframe>", "<object>", "<embed>", "<frame>", "<applet>", "<style>", "style",
		"srcdoc", "action", "formaction", "ping"} {
		if ordinary()[never] {
			panic("this repository's site has " + never)
		}
	}
}

// letterTable are attributes by which letters of editions are laid out.
var letterTable = map[string]bool{"align": true, "width": true, "cellpadding": true, "cellspacing": true}

// ofLetters are the styles that letters of editions have in their elements: as
// the template has them, and no others.
var ofLetters = sync.OnceValue(func() map[string]bool {
	source, err := templates.FS.ReadFile("letter.html")
	if err != nil {
		panic(err)
	}
	known := map[string]bool{}
	for _, m := range regexp.MustCompile(`style="([^"]*)"`).FindAllSubmatch(source, -1) {
		known[string(m[1])] = true
	}
	return known
})

func parse(text string) *html.Node {
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		panic(err) // reading from memory does not fail
	}
	return doc
}

func walk(n *html.Node, visit func(*html.Node)) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			visit(d)
		}
	}
}

// examine says what is wrong with a site that was built from hostile content.
func examine(site map[string]string) (faults []string) {
	for _, name := range slices.Sorted(maps.Keys(site)) {
		text := site[name]
		var wrong []string
		switch path.Ext(name) {
		case ".html":
			wrong = examinePage(text)
		case ".xml":
			wrong = examineXML(text)
		case ".json":
			wrong = examineJSON(text)
		case ".js":
			wrong = examineScript(name, text)
		case ".svg":
			wrong = examineXML(text)
		}
		if !utf8.ValidString(text) && path.Ext(name) != ".png" {
			wrong = append(wrong, "not UTF-8")
		}
		for _, w := range wrong {
			faults = append(faults, name+": "+w)
		}
	}
	return faults
}

// relativePath is where a page at a former address may lead: up, then down to
// a page.
var relativePath = regexp.MustCompile(`^0; url=(\.\./)*([^/:.?#&;,"<>][^/:?#"<>]*/)*index\.html$`)

// leadsOn reports whether an element leads on to a page of the site.
func leadsOn(meta *html.Node) bool {
	for _, a := range meta.Attr {
		if a.Key == "content" {
			return relativePath.MatchString(a.Val)
		}
	}
	return false
}

var ownScript = regexp.MustCompile(`^(/[a-z/]*|(\.\./)*)(script|search|charts)\.[0-9a-f]{8}\.js$`)

// examinePage looks at a whole page or a part of one.
func examinePage(text string) (faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	walk(parse(text), func(n *html.Node) {
		if !ordinary()["<"+n.Data+">"] {
			fault("a <%s>", n.Data)
		}
		attributes := map[string]string{}
		for _, a := range n.Attr {
			attributes[a.Key] = a.Val
			switch {
			case a.Key == "style" && ofLetters()[a.Val], letterTable[a.Key]:
			case strings.HasPrefix(a.Key, "on") || !ordinary()[a.Key]:
				fault("an attribute %s on <%s>", a.Key, n.Data)
			case slices.Contains([]string{"href", "src", "poster", "data", "action", "cite"}, a.Key) &&
				!leadsWell(a.Val):
				fault("%s=%q", a.Key, a.Val)
			case a.Key == "http-equiv" && a.Val != "Content-Security-Policy" && !leadsOn(n):
				fault("%s=%q", a.Key, a.Val)
			case strings.ContainsFunc(a.Val, control):
				fault("a control character in %s=%q", a.Key, a.Val)
			}
		}
		if n.Data == "script" {
			faults = append(faults, examineElement(n, attributes)...)
		}
	})
	if strings.ContainsFunc(text, control) {
		fault("a control character")
	}
	return faults
}

// examineElement looks at a script element: our own file or data.
func examineElement(n *html.Node, attributes map[string]string) []string {
	inside := ""
	if n.FirstChild != nil {
		inside = n.FirstChild.Data
	}
	switch {
	case attributes["type"] == "application/ld+json" && attributes["src"] == "":
		var data struct {
			Graph []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(inside), &data); err != nil || len(data.Graph) == 0 ||
			strings.ContainsAny(inside, "<>&\u2028\u2029") {
			return []string{fmt.Sprintf("JSON-LD: %v in %.200s", err, inside)}
		}
		for _, thing := range data.Graph {
			if link, _ := thing["url"].(string); !leadsWell(link) {
				return []string{"JSON-LD: url " + link}
			}
		}
		return nil
	case ownScript.MatchString(attributes["src"]) && inside == "":
		return nil
	}
	return []string{fmt.Sprintf("a script %v %.100s", attributes, inside)}
}

func control(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0x7f
}

// leadsWell reports whether a link leads where a link may: into the site, or
// to http, https or mailto, as a browser reads it.
func leadsWell(link string) bool {
	link = strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, link))
	scheme := regexp.MustCompile(`^[a-z][a-z0-9+.-]*:`).FindString(link)
	return slices.Contains([]string{"", "http:", "https:", "mailto:"}, scheme)
}

// examineXML reads feeds, sitemaps and pictures; the HTML in feeds is looked
// at as pages are.
func examineXML(text string) (faults []string) {
	in := xml.NewDecoder(strings.NewReader(text))
	var inside bytes.Buffer
	for {
		token, err := in.Token()
		if err == io.EOF {
			return faults
		}
		if err != nil {
			return append(faults, err.Error())
		}
		switch t := token.(type) {
		case xml.StartElement:
			inside.Reset()
			if n := strings.ToLower(t.Name.Local); n == "script" || n == "foreignobject" ||
				strings.Contains(t.Name.Space, "xhtml") && n != "link" {
				faults = append(faults, "a <"+n+"> in XML")
			}
			for _, a := range t.Attr {
				if n := strings.ToLower(a.Name.Local); strings.HasPrefix(n, "on") ||
					n == "href" && !leadsWell(a.Value) {
					faults = append(faults, fmt.Sprintf("%s=%q in XML", n, a.Value))
				}
			}
		case xml.CharData:
			inside.Write(t)
		case xml.EndElement:
			if t.Name.Local == "content" {
				faults = append(faults, examinePage(inside.String())...)
			}
			inside.Reset()
		}
	}
}

// examineJSON reads data files, and the HTML in the JSON feed.
func examineJSON(text string) (faults []string) {
	var feed struct {
		Items []struct {
			URL         string `json:"url"`
			ExternalURL string `json:"external_url"`
			HTML        string `json:"content_html"`
		} `json:"items"`
	}
	if !json.Valid([]byte(text)) {
		return []string{"no JSON"}
	}
	if json.Unmarshal([]byte(text), &feed) == nil {
		for _, item := range feed.Items {
			faults = append(faults, examinePage(item.HTML)...)
			if !leadsWell(item.URL) || !leadsWell(item.ExternalURL) {
				faults = append(faults, "a link to "+item.URL+" "+item.ExternalURL)
			}
		}
	}
	return faults
}

var index = regexp.MustCompile(`^collateSearch\("[a-z0-9]+",(.*)\)\s*$`)

// examineScript makes sure that a script is ours: it stands in a good site
// with the same bytes, or it is a part of the search index, which is data.
func examineScript(name, text string) []string {
	if part := index.FindStringSubmatch(text); strings.HasPrefix(name, "search/") && part != nil &&
		json.Valid([]byte(part[1])) {
		return nil
	}
	if good[name] != "" && good[name] == text {
		return nil
	}
	return []string{"a script that is not ours"}
}

// good is this repository's own site.
var good map[string]string

// prepare builds it, once.
func prepare(t testing.TB) {
	t.Helper()
	if good != nil {
		return
	}
	dir := t.TempDir()
	if r := collate(t, "../..", "build", "--future", "--public", dir+"/public"); r.status != 0 {
		t.Fatal(r.stderr)
	}
	good = tree(t, dir+"/public")
	learn(good)
	if faults := examine(good); len(faults) > 0 {
		t.Fatalf("this repository's own site: %d faults, the first %s", len(faults), faults[0])
	}
}

// TestExamine makes sure that examine would see what it looks for.
func TestExamine(t *testing.T) {
	prepare(t)
	for _, page := range []string{
		`<script>x</script>`, `<script src="x.js"></script>`, `<script src="//e.example/script.00000000.js"></script>`,
		`<p onclick="x">`, `<a href=" java&#10;script:x">`, `<img src="data:x">`, `<iframe></iframe>`, `<p style="x">`,
		`<script type="application/ld+json">{"@graph":[{"url":"javascript:x"}]}</script>`,
		`<script type="application/ld+json">{"@graph":[{"name":"<b>"}]}</script>`, "<p>\x01</p>",
	} {
		if len(examine(map[string]string{"index.html": page})) == 0 {
			t.Errorf("nothing is said about %s", page)
		}
	}
	for name, text := range map[string]string{
		"a.xml":       `<feed><entry><content type="html">&lt;script&gt;</content></entry></feed>`,
		"b.xml":       `<feed><link href="javascript:x"/></feed>`,
		"c.json":      `{"items":[{"content_html":"<p onclick=x>"}]}`,
		"d.json":      `{`,
		"e.svg":       `<svg><script/></svg>`,
		"x.js":        `alert(1)`,
		"search/t.js": `collateSearch("a",alert(1))`,
		"f.txt":       "\xff",
	} {
		if len(examine(map[string]string{name: text})) == 0 {
			t.Errorf("nothing is said about %s", text)
		}
	}
}
