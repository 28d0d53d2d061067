package main

import (
	"fmt"

	"collate/generator/value"

	"golang.org/x/text/language"
)

// checkLanguage refuses what is given as --language and is none.
func checkLanguage(written string) error {
	if tag, err := language.Parse(written); written != "" && (err != nil || tag == language.Und) {
		return usageError{fmt.Errorf("--language: %q is not a language tag, write en, de or pt-BR", written)}
	}
	return nil
}

// checkLocale refuses a language or currency that is none.
func checkLocale(l value.Locale) error {
	if !value.KnownCurrency(l.Currency) {
		return usageError{fmt.Errorf("--currency: %q is not a currency code, write USD, EUR or CAD (ISO 4217)",
			l.Currency)}
	}
	return checkLanguage(l.Language)
}
