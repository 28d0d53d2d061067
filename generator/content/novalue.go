package content

import (
	"strings"

	"collate/generator/value"
)

// noValue are words by which articles say that there is no value, in the
// languages that values are read in. Whoever says so contradicts nobody.
var noValue = foldedSet(`undisclosed; not disclosed; not revealed; unknown; not known; unspecified; not specified;
	not given; not stated; withheld; confidential; unavailable; not available; to be announced;
	nicht bekannt; unbekannt; nicht genannt; nicht veröffentlicht; keine Angabe; keine Angaben; k. A.; k.A.;
	vertraulich;
	no revelado; no revelada; no divulgado; no divulgada; desconocido; desconocida; sin datos; confidencial;
	no consta;
	non communiqué; non communiquée; non divulgué; non divulguée; non précisé; inconnu; inconnue; confidentiel;
	非公表; 非公開; 未公表; 不明; 未定; 비공개; 미공개; 미상; 알 수 없음; 未公开; 未披露; 不详`)

func foldedSet(words string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.SplitSeq(words, ";") {
		all[value.AsText(strings.Join(strings.Fields(word), " ")).Text()] = true
	}
	return all
}

// saysNothing reports whether words say that there is no value.
func saysNothing(v value.Value) bool {
	return v.Kind == value.KindText && noValue[v.Text()]
}
