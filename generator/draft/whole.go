package draft

import (
	"strings"

	"collate/generator/value"
)

// This file holds every reading against what stands beside it. A number that
// could not be read as a whole is not read in part: what touches a digit, a
// sign, a decimal mark, a number word, a half, a magnitude, a currency or a
// country that the reading leaves out is no figure.

// isWhole reports whether a reading leaves out nothing beside it that belongs
// to its number.
func (s *scanner) isWhole(f value.Found) bool {
	if s.cutInFront(f) || s.cutBehind(f) {
		s.broken = f.End
		return false
	}
	return !strangeLabel(f.Label)
}

// strangeLabel reports whether a label has a word in it that is none of a noun:
// a number, a half, a hedge, a currency.
func strangeLabel(label string) bool {
	for _, word := range wordsIn(label) {
		lower := strings.ToLower(word)
		if isNumberWord(lower) || magnitudeNouns.has(lower) || decimalPointWords.has(lower) || halfWords.has(lower) ||
			hedgeWords.has(lower) || currencyWords.has(lower) || fraction().MatchString(lower) {
			return true
		}
	}
	return false
}

// fraction is the denominator of a fraction in words, in the plural.
var fraction = compileOne(`^(?:thirds|fourths|fifths|sixths|sevenths|eighths|ninths|tenths|\p{L}+(?:teenths|` +
	`tieths|dredths|sandths)|` +
	`(?:drit|vier|fünf|sechs|sieben|sieb|ach|neun|zehn|\p{L}+zehn)tel|\p{L}+(?:zig|dert|send)stel|` +
	`(?:cinqu|six|sept|huit|neuv|dix|onz|douz|treiz|quatorz|quinz|seiz|vingt|trent|cent|mill|` +
	`\p{L}+ant)i[èe]mes?|tiers|quarts|` +
	`terci[oa]s|terceras|cuart[oa]s|quint[oa]s|sext[oa]s|s[ée]ptim[oa]s|octav[oa]s|noven[oa]s|d[ée]cim[oa]s|` +
	`cent[ée]sim[oa]s|mil[ée]sim[oa]s|\p{L}+avos|` +
	`terços|quartos|sétim[oa]s|oitav[oa]s|avos|terzi|quarti|quinti|sesti|settimi|ottavi|decimi|centesimi)$`)
