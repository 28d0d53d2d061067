package draft

import (
	"strings"
	"unicode"
)

// numberedThings are the words behind which a number says which, not how many.
var numberedThings = set("page pages p. pp. chapter chapters section sections article articles room rooms gate gates " +
	"route routes highway interstate exit no. nos. number nr. num. phase level tier " +
	"step stage grade category class rank ranked model version versions generation part title volume vol. episode " +
	"season lap figure fig. table appendix exhibit clause paragraph rule " +
	"item line lines flight channel type day week suite apartment floor zone bus platform tel tel. phone call fax " +
	"zip box § §§ " +
	"artikel kapitel seite seiten absatz paragraf zimmer raum platz rang stufe gleis linie tabelle abbildung nummer " +
	"band teil klasse woche tag runde telefon " +
	"página páginas capítulo artículo artículos sala salas puerta ruta número núm. n.º fase nivel etapa grado " +
	"categoría puesto versión parte tomo figura tabla anexo línea vuelo día semana teléfono " +
	"chapitre salle porte numéro n° niveau étape catégorie partie tableau annexe ligne vol jour semaine téléphone " +
	"tél tél.")

// mostOrdinal is how many bytes such words and the space behind them have at most.
const mostOrdinal = 24

// saysWhich says whether one of these words stands right before a number.
func saysWhich(before []byte) bool {
	head := strings.ToLower(string(before[max(0, len(before)-mostOrdinal):]))
	for _, space := range []string{" ", "\u00a0"} {
		if short, ok := strings.CutSuffix(head, space); ok {
			head = short
			break
		}
	}
	last := ' '
	for i, c := range head {
		if !unicode.IsLetter(last) && (numberedThings.has(head[i:]) || head[i:] == "group of" ||
			head[i:] == "grupo de") {
			return true
		}
		last = c
	}
	return false
}

// runs are numbers as far as they go: 5, 3.1-2.
var runs = compileOne(`[0-9]+(?:[.,-][0-9]+)*`)

// notNames are words that are no names although they may be capitalised before a
// number: those that begin a sentence or stand in a headline.
var notNames = set("the a an in on at to of for from by with and or but over under about around across some more " +
	"than up least most " +
	"only nearly almost roughly only just all these those its their our his her this that another other others " +
	"others' after before within since until during " +
	"per plus total i we they he she it is are was were has have had not no if as when while where which who what " +
	"how why there then now so yet both each every first last next new " +
	"against between among via into onto through throughout without despite besides including excluding raises " +
	"raised hires hired adds added cuts cut buys bought builds opens plans " +
	"der die das den dem des ein eine einen einem einer im in an am auf für mit von vom zu zum zur bei nach aus " +
	"über unter vor seit bis und oder aber rund etwa mehr als insgesamt nur noch " +
	"etwa auch sind ist waren war hat haben hatte sie er es wir ihr sein seine ihre dieser diese dieses jeder alle " +
	"allein gut knapp fast mindestens höchstens weitere zusätzlich " +
	"el la los las un una unos unas de del al en con por para sin sobre entre hasta desde y o pero más menos unas " +
	"casi cerca solo son es fue ha han su sus este esta estos estas según tras otros otras " +
	"le la les l d un une des du de au aux en dans avec par pour sans sur sous entre et ou mais plus moins près " +
	"quelque environ seulement sont est a ont son sa ses leur leurs ce cette ces selon après soit")
