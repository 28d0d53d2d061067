// Package article reads what somebody saved of an article: a web page, Markdown
// or plain text. It gives the text without what surrounds it on the page, and
// what the page says of itself: title, day, outlet, address, author, whom it
// repeats, language, description.
//
// Decode turns bytes into UTF-8 as browsers do: a byte order mark, a
// declaration in the head, then UTF-8 where the bytes are valid UTF-8
// (decode.go). Of a page the main text is found by readability, and what is
// furniture rather than article is left out (html.go, furniture.go). What a page
// says of itself is taken from, in this order, JSON-LD (jsonld.go), meta tags
// and microdata (metadata.go), then what stands on the page: its heading, byline
// and first lines. The agencies that an article repeats are a table
// (agencies.go); the language is read from the words (language.go), and goes
// before what the page declares where both disagree.
//
// What is doubtful is said in Notes, and a date that was guessed is marked so.
package article
