// Package templates embeds the built-in templates: the html/template files,
// the style sheet, the script, the icon, and the interface words of each
// language. Package page says what they are given.
package templates

import "embed"

// FS holds the files of this folder under their own names: story.html,
// style.css, text/en.yaml.
//
//go:embed *.html *.css *.js *.svg text/*.yaml
var FS embed.FS
