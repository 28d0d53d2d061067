// Package i18n has the interface words of a language: texts by key with their
// plurals, dates, numbers and values as the language writes them, and the
// phrases that are said of stories and figures in several places.
//
// A text is plain, with names of what is to be filled in between braces. One
// with a count has a form for each plural: "sources.one", "sources.other". The
// texts come from the templates; package page reads them.
package i18n
