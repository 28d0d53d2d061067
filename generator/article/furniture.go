package article

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// furniture are the ids and classes of what stands on a page around its
// article: consent, comments, related articles, newsletters, tickers.
var furniture = compileOne(`(?i)^(?:` +
	// consent
	`.*cookie-?(?:banner|bar|consent|notice|law|message|policy|popup|overlay|dialog|modal|info|hint).*|cookies?|` +
	`onetrust.*|ot-sdk.*|didomi.*|truste.*|usercentrics.*|uc-.*banner|sp_message.*|sourcepoint.*|cybot.*|` +
	`qc-cmp.*|gdpr.*|.*consent-?(?:banner|dialog|modal|layer|popup|overlay|manager).*|cmp-?(?:banner|` +
	`container|box)|cmpbox.*|fc-consent-root|iubenda.*|osano.*|termly.*|klaro|` +
	// comments
	`(?:\w{1,12}[-_])?comments?[-_](?:text|body|content|item|info|author|entry|meta|reply|replies|message|count|` +
	`link|button)s?(?:[-_]\w+)?|(?:\w{1,12}[-_])comments?(?:[-_](?:list|area|section|container|wrapper|` +
	`block|box|\d+))?|comments?-?(?:list|area|section|container|wrapper|block|form|box|thread|count)?|` +
	`disqus.*|commentlist|respond|kommentare?|commentaires?|comentarios|commenti|coral.*|viafoura.*|fb-comments|` +
	// other articles
	`.*related-?(?:articles?|posts?|content|stories|news|links?|topics?|items?|box|block|list|container|` +
	`wrapper).*|related|jp-relatedposts|recommended.*|recommendations?|recirc.*|more-?(?:stories|news|on|` +
	`from|articles|to-?read).*|most-?(?:read|popular|viewed|shared|commented).*|trending.*|` +
	`popular-?(?:posts|articles|news|stories)|latest-?(?:news|posts|articles|stories)|read-?(?:more|next|` +
	`also|on)(?:-.*)?|also-?(?:read|on).*|see-?also|outbrain.*|ob-.*|taboola.*|trc_.*|plista.*|zergnet.*|` +
	`rc-widget.*|mgbox|next-?article.*|prev-?next|post-?navigation|article-?nav.*|lire-aussi|leer-tambien|` +
	`te-puede-interesar|mehr-zum-thema|teaser-?(?:list|box|group).*|(?:.*[-_])?sidebar(?:[-_].*)?|` +
	`rail(?:__.*)?|side-?rail.*|` +
	// offers
	`.*newsletter.*|subscri(?:be|ption)-?(?:box|form|banner|promo|cta|widget|message|prompt|offer|wall|` +
	`overlay)?|subscribe-.*|promo(?:tion)?-?(?:box|banner|block|unit)?|paywall.*|piano-.*|regwall.*|` +
	`abo-?(?:box|teaser|banner|schranke)|advert.*|ads?|ad-?(?:container|slot|wrapper|unit|banner|block|` +
	`label|break)(?:-.*)?|sponsor(?:ed)?-?.*|dfp-.*|gpt-ad.*|donat(?:e|ion)-?.*|app-?(?:promo|banner|download).*|` +
	// the page's own
	`ticker(?:-.*)?|.*-ticker|breaking-?(?:news|ticker|bar).*|marquee|stock-?(?:ticker|quotes?|bar)|` +
	`market-?(?:data|ticker|bar|strip)|breadcrumbs?.*|share-?(?:bar|buttons?|tools?|links?|icons?|widget|` +
	`this|box)?|sharing.*|social-?(?:share|links?|media|icons?|buttons?|bar|tools|sharing)?|sharedaddy|` +
	`addthis.*|a2a_kit.*|site-?(?:header|footer|nav).*|page-?footer|global-?(?:nav|header|footer)|` +
	`skip-?(?:link|nav|to-.*)|sr-only|screen-reader-text|visually-?hidden|print-?only|noprint|` +
	`tags?-?(?:list|cloud|links)|author-?(?:bio|box|info|card)|about-?the-?author|read(?:ing)?-?time|` +
	`weather-?(?:widget|box)|popup.*|modal(?:-.*)?|overlay|toast|survey.*|poll-?widget` +
	`)$`)

// clearFurniture takes off a page what stands around its article.
func clearFurniture(doc *html.Node, title string) {
	all := sentenceBytes(doc)
	var next *html.Node
	for n := doc.FirstChild; n != nil; n = next {
		next = following(n, true)
		if n.Type == html.ElementNode && isFurniture(n) && !holdsArticle(n, title, all) {
			next = following(n, false)
			n.Parent.RemoveChild(n)
		}
	}
}

// following is the node behind n in the order of the page; its children come
// first where inner is set.
func following(n *html.Node, inner bool) *html.Node {
	if inner && n.FirstChild != nil {
		return n.FirstChild
	}
	for ; n != nil; n = n.Parent {
		if n.NextSibling != nil {
			return n.NextSibling
		}
	}
	return nil
}

func isFurniture(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Head, atom.Meta, atom.Link, atom.H1, atom.A, atom.Span, atom.P:
		return false
	case atom.Dialog:
		return true
	case atom.Article:
		return isTeaser(n)
	}
	switch strings.ToLower(attributeOf(n, "role")) {
	case "dialog", "alertdialog", "navigation", "search":
		return true
	}
	return attributeOf(n, "aria-modal") == "true" || hasToken(n, furniture)
}

// isTeaser reports whether an element is of another article: its first heading
// is a link to that, or within one.
func isTeaser(n *html.Node) bool {
	for c := range n.Descendants() {
		switch c.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5:
			text, link := lineOfNode(c), 0
			for a := range c.Descendants() {
				if a.DataAtom == atom.A {
					link += len(lineOfNode(a))
				}
			}
			return text != "" && (withinElement(c, atom.A) || link*10 >= len(text)*8)
		}
	}
	return false
}

// holdsArticle reports whether an element has the article in it, whatever its
// class is: the headline, or most of the sentences of the page.
func holdsArticle(n *html.Node, title string, all int) bool {
	for c := range n.Descendants() {
		if c.DataAtom == atom.H1 && alikeNames(lineOfNode(c), title) || attributeOf(c, "itemprop") == "articleBody" {
			return true
		}
	}
	return attributeOf(n, "itemprop") == "articleBody" ||
		strings.ToLower(attributeOf(n, "role")) != "dialog" && sentenceBytes(n)*2 > all
}

// sentenceBytes is how much of an element's text is in paragraphs.
func sentenceBytes(n *html.Node) int {
	size := 0
	for c := range n.Descendants() {
		if c.DataAtom == atom.P {
			if text := lineOfNode(c); isSentence(text) {
				size += len(text)
			}
		}
	}
	return size
}

// idleLine is a short line of a page that says nothing of its subject: when it
// changed, how many comments it has, how long it takes to read, what to buy.
var idleLine = compileOne(`(?i)^(?:` +
	// some time ago
	`(?:(?:last |first )?(?:updated|published|posted|modified|edited)[: ]*)?(?:about |over )?(?:\d+|an?|one|two|` +
	`three)\+? ?(?:s|m|h|d|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?) ago\b.{0,30}|` +
	`(?:aktualisiert |veröffentlicht )?vor (?:\d+|einer|einem) ?(?:Sekunden?|Min(?:\.|uten?)|Std\.?|Stunden?|` +
	`Tag(?:en)?|Wochen?|Monat(?:en)?)\.?|(?:actualizado |publicado )?hace (?:\d+|una?) ?(?:min(?:utos?)?|h|` +
	`horas?|días?|semanas?|mes(?:es)?)\.?|` +
	`(?:publié |mis à jour )?il y a (?:\d+|une?) ?(?:min(?:utes?)?|h|heures?|jours?|semaines?|mois)\.?|(?:há|` +
	`cerca de) \d+ ?(?:minutos?|horas?|dias?)(?: atrás)?|\d+ (?:ore|minuti|giorni) fa|\d+\s?(?:분|시간|일|주) ?전|` +
	`\d+\s?(?:分|時間|日)前|\d+\s?(?:分钟|分鐘|小时|小時|天)前|\d+ (?:uur|minuten|dagen) geleden|` +
	// updated, published
	`(?:last |zuletzt |dernière |última )?(?:updated|published|aktualisiert|mise? à jour|actualizado|` +
	`actualización|modified|stand|veröffentlicht|publié)\b[: ].{0,60}\d.{0,40}|` +
	// how many
	`[\d.,]+[kK]? ?(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|shares?|views?|likes?|` +
	`reads?|replies|votes?|followers?|abonnés|댓글|件のコメント|コメント|评论|則留言)\b.{0,20}|(?:comments?|kommentare?|` +
	`commentaires?|comentarios?|shares?|views?|댓글|조회수?|コメント) ?[:(]? ?[\d.,]+[kK]?\)?|` +
	// how long
	`(?:reading time|read time|lesezeit|lesedauer|temps de lecture|lecture|tiempo de lectura|tempo di lettura|` +
	`tempo de leitura|leestijd|czas czytania|読了時間|읽는 시간)\b.{0,30}|(?:less than )?(?:\d+|a|` +
	`one)[ -]?(?:min(?:ute)?s?\.?)(?:[ -](?:read|listen|watch|lesezeit|de lecture|de lectura|di lettura|` +
	`de leitura))\b.{0,20}|listen(?: to (?:this|the) (?:article|story))?.{0,20}|\d+:\d\d|` +
	// offers
	`(?:please )?(?:read|get|start|try|enjoy|subscribe|sign up|sign in|log in|join|become|unlock|register|` +
	`create|download|support|continue|don['’]t miss|follow|click|stay|receive|` +
	`already)\b.{0,140}\b(?:subscri\w+|newsletters?|membership|free trial|trial|sign[- ]in|log[- ]in|app|` +
	`unlimited access|inbox|member|account|whatsapp|telegram|twitter|facebook|youtube)\b.{0,80}|` +
	`.{0,60}\b(?:per month|a month|a week|per week|for (?:the first )?\d+ (?:months?|weeks?|` +
	`days?))\b.{0,60}\b(?:cancel any ?time|subscri\w+|then)\b.{0,60}|` +
	`(?:jetzt|lesen sie|testen sie|melden sie|abonnieren|kostenlos|weiterlesen|mit)\b.{0,120}\b(?:abo|` +
	`abonnement|abonnieren|newsletter|probeabo|registrieren|anmelden|monatlich kündbar|spiegel\+|zeit\+|f\+|` +
	`plus lesen)\b.{0,80}|` +
	`(?:suscr[ií]be\w*|recibe|lee|accede|regístrate|hazte|únete|sigue|síguenos|` +
	`apúntate)\b.{0,140}(?:suscripci[oó]n|suscr[ií]\w+|newsletter|bolet[ií]n|socio|canal|whatsapp|telegram|` +
	`facebook|twitter|registr\w+).{0,80}|` +
	`(?:abonnez|inscrivez|recevez|lisez|profitez|découvrez|déjà|rejoignez|suivez|téléchargez|pour lire|` +
	`il vous reste)\b.{0,140}(?:abonn\w+|newsletters?|inscri\w+|offre|application|compte|whatsapp|à lire).{0,80}|` +
	`(?:abbonati|iscriviti|assine|assinar|inscreva|cadastre|siga|leia)\b.{0,140}(?:abbon\w+|newsletter|assin\w+|` +
	`canal|grupo|whatsapp|iscri\w+|app).{0,80}|` +
	// what a portal says of itself
	`(?:기사의 섹션 정보는|기사 추천은|이 기사는 언론사에서|본문 요약봇).{0,200}|(?:visto|leído|vues?|gelesen|viewed) [\d.,]+ (?:veces|` +
	`fois|mal|times)|.{0,30}puntuada con \d.{0,30}|(?:página|page|seite|pagina) \d+ (?:de|of|sur|von|` +
	`di) \d+|valoraci[oó]n ?:.{0,20}|` +
	// pictures, addresses, rights
	`(?:image|photo|picture|slide|bild|foto|imagen?|immagine)? ?\d+ ?(?:of|/|von|de|sur|di)(?: ?/)? ?\d+|` +
	`\d{1,3}|https?://\S+|[\d.,]+ (?:letture|visualizzazioni|просмотров|переглядів)|%?\d+ голос\p{L}*|` +
	`.{0,140}\d{3}[-.]\d{3}[-.]\d{4} ?(?:tel|fax|phone)\b.{0,60}|` +
	`(?:the contents of this site are )?(?:copyright )?(?:©|\(c\)|@) ?(?:copyright )?\d{4}\b.{0,140}|` +
	`copyright (?:©|@|\(c\))?.{0,100}all rights reserved.?|` +
	// others
	`(?:advertisements?|anzeige|werbung|publicit[éà]|publicidad|pubblicità|reklama?|広告|광고|廣告|广告|ad|sponsored|` +
	`story continues below.{0,20}|article continues below.{0,20}|continue reading.{0,20}|skip (?:to|` +
	`past) .{0,30})|` +
	`(?:share|teilen|partager|compartir|condividi|compartilhar|copy link|print|save|e-?mail|facebook|twitter|x|` +
	`whatsapp|linkedin|telegram|reddit|pocket|flipboard)(?:[ ,|/·](?:this|on|via|auf|sur|en|article|story|share|` +
	`facebook|twitter|x|whatsapp|linkedin|e-?mail|print|save|link)){0,6}|` +
	`(?:read (?:more|also|next)|see also|also read|more on this(?: story)?|more from .{0,30}|` +
	`related(?: (?:stories|articles|topics|news|content|links))?|recommended.{0,30}|most (?:read|` +
	`popular).{0,20}|you may (?:also )?like|lesen sie auch|mehr zum thema|auch interessant|` +
	`das könnte sie auch interessieren|à lire aussi|lire aussi|sur le même sujet|lea también|lee también|` +
	`te puede interesar|más información|relacionad[oa]s|leggi anche|leia também|lees ook|читайте также|` +
	`читайте також|関連記事|관련 ?기사|相關新聞|相关新闻|延伸閱讀|延伸阅读)\s*[:：]?.{0,140}` +
	`)$`)

// mostIdle is how long such a line is at most, in characters.
const mostIdle = 220

// isIdle reports whether a piece of text says nothing of the article's subject.
func isIdle(text string) bool {
	return utf8.RuneCountInString(text) <= mostIdle && idleLine().MatchString(strings.Trim(text, " |·•–—>»*[]()"))
}

// consentText is what consent dialogs say, and hardly anybody else in so few
// words.
var consentText = compileOne(`(?i)\b(?:we (?:and our|use|value).{0,80}(?:partners|cookies|privacy)|(?:our|` +
	`advertising|\d+) partners\b.{0,80}\b(?:store|process|data|devices?|cookies)|accept (?:all )?cookies|` +
	`manage (?:your )?(?:cookie|consent|privacy)|cookie (?:policy|settings|preferences)|wir (?:und unsere|` +
	`verwenden|nutzen).{0,80}(?:partner|cookies)|cookie-einstellungen|nous (?:et nos|` +
	`utilisons).{0,80}(?:partenaires|cookies)|(?:utilizamos|usamos) cookies|nuestros socios.{0,60}(?:datos|` +
	`cookies)|utilizziamo (?:i )?cookie|personal data.{0,60}(?:sold|sale|partners))\b`)

// withoutFurniture are the pieces that belong to an article.
func withoutFurniture(pieces []piece) []piece {
	var list []piece
	for _, p := range pieces {
		switch {
		case p.isLink() && p.node.DataAtom != atom.H1, isIdle(p.text):
		case utf8.RuneCountInString(p.text) < 800 && consentText().MatchString(p.text) &&
			cookieWord().MatchString(p.text):
		default:
			list = append(list, p)
		}
	}
	return list
}

var cookieWord = compileOne(`(?i)cookie|partner|consent|socios|partenaires`)
