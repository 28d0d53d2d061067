package content

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"collate/generator/problem"
)

// assetCap is the most that an asset may have, in bytes: it is published from
// memory.
const assetCap = 32 << 20

// beginning is how much of a file of no known kind is looked at, in bytes:
// more than browsers look at.
const beginning = 4 << 10

var (
	// inert are kinds of file in which no browser runs script, whatever their
	// bytes are.
	inert = wordSet(`
		png apng jpg jpeg gif webp avif ico bmp tif tiff heic jxl
		mp3 m4a ogg oga opus wav flac aac mp4 m4v webm ogv mov vtt srt
		pdf epub txt text md csv tsv json jsonl ndjson geojson topojson ics
		doc docx xls xlsx ppt pptx odt ods odp rtf
		parquet feather arrow sqlite zip tar tgz bz2 xz 7z
		woff woff2 ttf otf`)

	// active are pages, programs, and documents that may hold programs.
	active = wordSet(`
		html htm xhtml xht xhtm shtml shtm stm mht mhtml hta htc
		xml xsl xslt xbl xul rdf rss atom mml svgz kml gpx dae wsdl xsd
		js mjs cjs jsx wasm swf vbs
		asp aspx ashx jsp jspx cfm`)

	// programs are what some hosts run wherever it stands in a name: they take
	// photo.php.jpg for a program.
	programs = wordSet(`php php3 php4 php5 php7 phtml pht phtm phar cgi fcgi pl py sh`)

	// orders are files with which some hosts are told how to serve the others.
	orders = wordSet(`_headers _redirects _routes.json web.config
		staticwebapp.config.json vercel.json serve.json`)
)

func wordSet(list string) map[string]bool {
	words := strings.Fields(list)
	set := make(map[string]bool, len(words))
	for _, word := range words {
		set[word] = true
	}
	return set
}

// kindOf is the last part of a name by which hosts know what a file is, in
// lower case: html for index.html.en and page.html.gz. A program is one wherever
// it stands. It is empty where no part is one.
func kindOf(name string) string {
	parts := strings.Split(strings.ToLower(path.Base(name)), ".")
	if i := slices.IndexFunc(parts[1:], func(part string) bool { return programs[part] }); i >= 0 {
		return parts[1+i]
	}
	for _, part := range slices.Backward(parts[1:]) {
		if inert[part] || active[part] || part == "svg" {
			return part
		}
	}
	return ""
}

// aside is how a file is published that collate does not publish.
const aside = "put it into the output folder yourself if you trust it, for collate leaves there alone what it did not make"

// judge says what is wrong with publishing an asset, or gives nil.
func (m *Memory) judge(fsys fs.FS, prefix string, f found) *problem.Problem {
	p := problem.Problem{Place: problem.Place{File: shown(prefix, f.name)}, Severity: problem.Error}
	switch kind := kindOf(f.name); {
	case f.size > assetCap:
		p.Message = fmt.Sprintf("the file has %d bytes, more than the %d MB that a published file may have", f.size, assetCap>>20)
		p.Hint = "make it smaller, or link to it elsewhere"
	case named(f.name, &p):
	case inert[kind]:
		return nil
	case kind == "svg" && f.size > fileCap:
		p.Message, p.Hint = tooLarge(f.size), "save the picture as PNG"
	case kind == "svg":
		return m.examine(fsys, f, fileCap, p, pictureFault)
	default:
		return m.examine(fsys, f, beginning, p, unknownFault)
	}
	return &p
}

// named judges a file by its name: it says what is wrong in p, and reports
// whether anything is.
func named(name string, p *problem.Problem) bool {
	switch kind := kindOf(name); {
	case orders[strings.ToLower(name)]:
		p.Message = "the file would tell a host how to serve the site, and content may not do that"
		p.Hint = aside
	case active[kind] || programs[kind]:
		p.Message = fmt.Sprintf("a .%s file can run script on the site, and content may not do that", kind)
		p.Hint = "write pages as Markdown, or " + aside
	default:
		return false
	}
	return true
}

// Refused says what is wrong with publishing a file, by its slash path in the
// content folder and its bytes, and what to do instead; the message is empty
// where nothing is.
func Refused(name string, data []byte) (message, hint string) {
	var p problem.Problem
	switch kind := kindOf(name); {
	case named(name, &p) || inert[kind]:
	case kind == "svg":
		pictureFault(data, &p)
	default:
		unknownFault(data[:min(len(data), beginning)], &p)
	}
	return p.Message, p.Hint
}

// A judged asset is one whose bytes were looked at, with what was found.
type judged struct {
	sum   [sha256.Size]byte
	fault *problem.Problem
}

// examine has the first bytes of an asset looked at, unless they are those
// that were looked at before. What is found completes the problem p.
func (m *Memory) examine(fsys fs.FS, f found, limit int64, p problem.Problem, look func([]byte, *problem.Problem) bool) *problem.Problem {
	data, err := loadUpTo(fsys, f, limit)
	if err != nil {
		p.Message = fmt.Sprintf("it can't be read: %v", plainly(err))
		return &p
	}
	sum := sha256.Sum256(data)
	if was, known := m.judged[f.name]; known && was.sum == sum {
		return was.fault
	}
	if m.judged == nil {
		m.judged = map[string]judged{}
	}
	j := judged{sum: sum}
	if look(data, &p) {
		j.fault = &p
	}
	m.judged[f.name] = j
	return j.fault
}

// unknownFault looks at a file of no known kind. Some hosts let the browser
// guess what it is, and pages and other markup begin with <.
func unknownFault(data []byte, p *problem.Problem) bool {
	text := bytes.TrimLeft(data, "\x00\t\n\f\r \xef\xbb\xbf\xfe\xff")
	if !bytes.HasPrefix(text, []byte("<")) {
		return false
	}
	p.Message = "the file begins like a page, which can run script on the site, and content may not do that"
	p.Hint = "give it a name that ends in .txt if it is text, or " + aside
	return true
}

// load reads a file, and no more of it than a content file may have and a
// byte.
func load(fsys fs.FS, f found) ([]byte, error) { return loadUpTo(fsys, f, fileCap+1) }

// loadUpTo reads the first bytes of a file.
func loadUpTo(fsys fs.FS, f found, limit int64) ([]byte, error) {
	file, err := fsys.Open(f.name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data := bytes.NewBuffer(make([]byte, 0, min(f.size, limit)+bytes.MinRead))
	_, err = data.ReadFrom(io.LimitReader(file, limit))
	return data.Bytes(), err
}
