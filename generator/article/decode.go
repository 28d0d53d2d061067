package article

import (
	"bytes"
	"regexp"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// Decode turns the bytes of an article into UTF-8, as browsers do: by the byte
// order mark; as UTF-8 where the bytes are that, whatever they say; by the
// encoding that the page declares anywhere in its head, or its XML declaration;
// by what is usual for the page's language; as Windows-1252.
func Decode(data []byte) []byte {
	how := encodingOf(data)
	if how == nil {
		return bytes.ToValidUTF8(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\uFFFD"))
	}
	text, err := how.NewDecoder().Bytes(data)
	if err != nil {
		return bytes.ToValidUTF8(data, []byte("\uFFFD"))
	}
	return text
}

// encodingOf is the encoding of an article; nil is UTF-8.
func encodingOf(data []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(data, []byte("\ufeff")):
		return nil
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	}
	declared, name := declaredEncoding(data)
	beyond, broken := beyondASCII(data)
	switch {
	case beyond > 0 && broken*50 <= beyond: // a page that is cut or has a stray byte is still UTF-8
		return nil
	case declared != nil && name != "utf-8" && name != "utf-16le" && name != "utf-16be":
		return declared
	case beyond == 0 || broken*2 <= beyond:
		return nil
	}
	return usualEncoding(data)
}

// beyondASCII counts the characters of data that are not ASCII, and how many of
// them are no UTF-8.
func beyondASCII(data []byte) (all, broken int) {
	for len(data) > 0 {
		c, size := utf8.DecodeRune(data)
		if data[0] >= utf8.RuneSelf {
			all++
			if c == utf8.RuneError && size == 1 {
				broken++
			}
		}
		data = data[size:]
	}
	return all, broken
}

var (
	declaresCharset  = compileOne(`(?i)<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]+)`)
	declaresEncoding = compileOne(`(?i)^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)`)
	declaresLanguage = compileOne(`(?i)<html\s[^>]{0,1000}?lang\s*=\s*["']?([a-zA-Z-]+)`)
)

// mostHead is how far into a page its head is looked for, in bytes.
const mostHead = 1 << 20

// declaredEncoding is the encoding that a page says it is in, with the name
// that it has in the Encoding Standard.
func declaredEncoding(data []byte) (encoding.Encoding, string) {
	head := data[:min(len(data), mostHead)]
	if end := bytes.Index(head, []byte("</head>")); end >= 0 {
		head = head[:end]
	}
	for _, pattern := range []*regexp.Regexp{declaresCharset(), declaresEncoding()} {
		if m := pattern.FindSubmatch(head); m != nil {
			if known, name := charset.Lookup(string(m[1])); known != nil {
				return known, name
			}
		}
	}
	return nil, ""
}

// usualEncodings are the encodings that pages without a declaration are in, by
// language, as in the HTML standard's table of defaults.
var usualEncodings = map[string]string{
	"ar": "windows-1256", "bg": "windows-1251", "cs": "windows-1250", "el": "iso-8859-7", "et": "windows-1257",
	"fa": "windows-1256", "he": "windows-1255",
	"hu": "iso-8859-2", "ja": "shift_jis", "ko": "euc-kr", "lt": "windows-1257", "lv": "windows-1257",
	"mk": "windows-1251", "pl": "iso-8859-2",
	"ru": "windows-1251", "sk": "windows-1250", "sl": "iso-8859-2", "sr": "windows-1251", "th": "windows-874",
	"tr": "windows-1254", "uk": "windows-1251",
	"vi": "windows-1258", "zh": "gb18030",
}

// usualEncoding is the encoding that is usual for the language of the page.
func usualEncoding(data []byte) encoding.Encoding {
	name := "windows-1252"
	if m := declaresLanguage().FindSubmatch(data[:min(len(data), mostHead)]); m != nil {
		tag := Base(string(m[1]))
		if usual, ok := usualEncodings[tag]; ok {
			name = usual
		}
		if region := bytes.ToUpper(m[1]); tag == "zh" &&
			(bytes.HasSuffix(region, []byte("TW")) || bytes.HasSuffix(region, []byte("HK"))) {
			name = "big5"
		}
	}
	usual, _ := charset.Lookup(name)
	return usual
}

var garbled = compileOne(`Ã[\x{80}-\x{bf}ƒ‚„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ\x{9d}“”¢\x{a0}¦]|Â[£©®°«»\x{a0}]|\x{fffd}`)

// isGarbled reports whether a text still holds characters that were decoded
// wrongly, before it came here: Ã¼ for ü.
func isGarbled(text string) bool { return len(garbled().FindAllStringIndex(text, 2)) > 1 }
