// Package asset judges which files may be published as they are.
//
// A file is judged by what a browser could do with it on the site's own
// address. Pictures, sound, films, documents, data, archives and fonts are
// known by their names and can run no script. Pages, programs and XML can, and
// are refused; so are the files by which hosts are told how to serve a site.
// An SVG picture is read to its end: it may have only elements, attributes,
// properties and functions of CSS, and addresses that are on a list, none of
// which runs script or loads anything. Of any other file the beginning is looked
// at, and one that looks like markup or a program is refused. The last part of
// the name counts, page.png.foo is of no known kind; but index.html.en and
// page.html.gz are pages.
package asset

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
)

// assetCap is the most that an asset may have, in bytes: it is published from
// memory.
const assetCap = 32 << 20

// pictureCap is the most that an SVG picture may have, which is read to its
// end.
const pictureCap = 4 << 20

// svgBeginning is how much of a file of no known kind is looked at, in bytes:
// more than browsers look at.
const svgBeginning = 4 << 10

var (
	// inertElements are kinds of file in which no browser runs script: text that is sent
	// as such, whatever it says, and files whose first bytes tell what they are.
	inertElements = wordsOfList(`
		png apng jpg jpeg gif webp avif ico bmp tif tiff heic jxl
		mp3 m4a ogg oga opus wav flac aac mp4 m4v webm ogv mov vtt srt
		pdf epub txt text md csv tsv json jsonl ndjson geojson topojson ics
		doc docx xls xlsx ppt pptx odt ods odp rtf
		zip tar tgz bz2 xz 7z
		woff woff2 ttf otf`)

	// active are pages, programs, and documents that may hold programs.
	active = wordsOfList(`
		html htm xhtml xht xhtm shtml shtm stm mht mhtml hta htc
		xml xsl xslt xbl xul rdf rss atom mml svgz kml gpx dae wsdl xsd
		js mjs cjs jsx wasm swf vbs
		asp aspx ashx jsp jspx cfm`)

	// programs are what some hosts run wherever it stands in a name: they take
	// photo.php.jpg for a program.
	programs = wordsOfList(`php php3 php4 php5 php6 php7 php8 php9 phps phtml pht phtm phar cgi fcgi pl py rb sh`)

	// orders are files with which some hosts are told how to serve the others.
	orders = wordsOfList(`_headers _redirects _routes.json web.config
		staticwebapp.config.json vercel.json serve.json`)

	// everywhere are those that count in any folder.
	everywhere = wordsOfList(`web.config`)
)

func wordsOfList(list string) map[string]bool {
	words := strings.Fields(list)
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[word] = true
	}
	return set
}

// kindOf is what hosts know a file by, in lower case: a program wherever it
// stands in the name, a page too, since a language or a compression may come
// behind it (index.html.en, page.html.gz), and otherwise the last part of the
// name, also where it is of no known kind.
func kindOf(name string) string {
	parts := strings.Split(strings.ToLower(path.Base(name)), ".")[1:]
	if i := slices.IndexFunc(parts, func(part string) bool {
		return programs[part] || phpVersion.MatchString(part)
	}); i >= 0 {
		return parts[i]
	}
	if len(parts) == 0 {
		return ""
	}
	last := parts[len(parts)-1]
	if inertElements[last] || active[last] || last == "svg" {
		return last
	}
	for _, part := range slices.Backward(parts) {
		if active[part] {
			return part
		}
	}
	return last
}

// phpVersion is a name's part that some host may take for a program of PHP.
var phpVersion = regexp.MustCompile(`^php\d+$`)

// hintAside is how a file is published that collate does not publish.
const hintAside = "put it into the output folder yourself if you trust it, for collate leaves there alone what it " +
	"did not make"

// A Fault is what keeps a file from being published; there is none where its
// Message is empty.
type Fault struct {
	Line    int // from 1; 0 where the whole file is meant
	Message string
	Hint    string // what to do instead
}

// Needed is how many bytes, from the first, [Check] needs at most of a file by
// this name and size: 0 where name and size say enough.
func Needed(name string, size int64) int64 {
	kind := kindOf(name)
	switch {
	case bySize(kind, size).Message != "" || faultByName(name).Message != "" || inertElements[kind]:
		return 0
	case kind == "svg":
		return pictureCap
	}
	return svgBeginning
}

// Check says what is wrong with publishing a file, by its slash path in the
// content folder, its size and as many of its bytes as are needed.
func Check(name string, size int64, data []byte) Fault {
	if fault := bySize(kindOf(name), size); fault.Message != "" {
		return fault
	}
	return Refused(name, data)
}

// Refused says what is wrong with publishing a file of whatever size.
func Refused(name string, data []byte) Fault {
	kind := kindOf(name)
	fault := faultByName(name)
	switch {
	case fault.Message != "" || inertElements[kind]:
		return fault
	case kind == "svg":
		return pictureFault(data)
	}
	return unknownFault(data[:min(len(data), svgBeginning)])
}

// bySize judges a file by its size.
func bySize(kind string, size int64) Fault {
	const message = "the file has %d bytes, more than the %d MB that a %s file may have"
	switch {
	case size > assetCap:
		return Fault{Message: fmt.Sprintf(message, size, assetCap>>20, "published"),
			Hint: "make it smaller, or link to it elsewhere"}
	case kind == "svg" && size > pictureCap:
		return Fault{Message: fmt.Sprintf(message, size, pictureCap>>20, "content"), Hint: "save the picture as PNG"}
	}
	return Fault{}
}

// faultByName judges a file by its name.
func faultByName(name string) Fault {
	switch kind := kindOf(name); {
	case orders[strings.ToLower(name)], everywhere[strings.ToLower(path.Base(name))]:
		return Fault{Message: "the file would tell a host how to serve the site, and content may not do that",
			Hint: hintAside}
	case active[kind] || programs[kind] || phpVersion.MatchString(kind):
		return Fault{
			Message: fmt.Sprintf("a .%s file can run script on the site, and content may not do that", kind),
			Hint:    "write pages as Markdown, or " + hintAside,
		}
	}
	return Fault{}
}

// unknownFault looks at a file of no known kind. Some hosts let the browser
// guess what it is, or the system run it.
func unknownFault(data []byte) Fault {
	text := bytes.ReplaceAll(data, []byte{0}, nil) // of UTF-16
	text = bytes.TrimLeft(text, "\t\n\v\f\r \xef\xbb\xbf\xfe\xff")
	f := Fault{Hint: "give it a name that ends in .txt if it is text, or " + hintAside}
	switch {
	case bytes.HasPrefix(text, []byte("<")), markupBeginnings.Match(text):
		f.Message = "the file begins like a page, which can run script on the site, and content may not do that"
	case bytes.HasPrefix(text, []byte("#!")), bytes.HasPrefix(data, []byte("\x7fELF")), windowsProgram.Match(data):
		f.Message = "the file begins like a program, and content may not bring one"
	default:
		return Fault{}
	}
	return f
}

// windowsProgram is how programs for Windows begin.
var windowsProgram = regexp.MustCompile(`(?s)^MZ.{0,6}\x00`)

// markupBeginnings is what makes a browser that guesses take a file for a page, and what
// runs on hosts that put pages together.
var markupBeginnings = regexp.MustCompile(
	`(?i)<(!doctype|!--|\?php|html|head|body|script|iframe|svg|img\s|object|embed|` +
		`link|meta|style|base\s|form|table|div)`)
