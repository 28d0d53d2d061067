package schema

// A keySchema is what one key of a mapping takes.
type keySchema struct {
	shape       object
	description string
	examples    []any
}

// The shapes that several keys have. YAML sees numbers and truth values in
// what Collate takes as words: title: 2026.
var (
	scalarSchema = object{"type": []string{"string", "number", "boolean"}}
	truth        = object{"type": []string{"boolean", "string"}, "enum": []any{true, false, "true", "false", nil}}
	value        = scalarSchema
	nullSchema   = object{"type": "null"}
	empty        = object{"type": "object", "maxProperties": 0}
	linkSchema   = object{"type": "string", "pattern": "^https?://"}
	tag          = object{"type": "string", "pattern": "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$"}
	daySchema    = object{"type": "string", "pattern": `^\d{4}-\d{2}-\d{2}([T ].*)?$`}
	listSchema   = object{"anyOf": []any{scalarSchema, object{"type": "array", "items": scalarSchema}}}
	source       = object{"anyOf": []any{scalarSchema, object{"$ref": "#/definitions/source"}}}
	period       = object{"type": []string{"string", "number"},
		"pattern": `^(\d{4}-\d{2}(-\d{2}([T ].*)?)?|([Ff][Yy] ?)?\d{4}(-? ?[Qq][1-4])?)$`}
	reasonSchema = object{"type": "string", "enum": []any{"label", "scope", "time", "method", "rounding", "error", nil}}
	movement     = object{"type": "string", "enum": []any{"up", "down", "freely", nil}}
	voice        = object{"anyOf": []any{scalarSchema, object{"$ref": "#/definitions/by"}}}

	// figures of a summary: a value, a value in full, a list of those, or a
	// group; or all as a list, each with its name in it.
	figures = object{"anyOf": []any{
		object{"type": "object", "additionalProperties": object{"anyOf": []any{
			object{"$ref": "#/definitions/value"}, object{"$ref": "#/definitions/full"},
			object{"$ref": "#/definitions/reports"}, object{"$ref": "#/definitions/group"},
		}}},
		object{"type": "array", "items": object{"$ref": "#/definitions/named"}},
	}}

	// claimantsSchema of a story: names with a note, or with more about them.
	claimantsSchema = object{"type": "object", "additionalProperties": object{"anyOf": []any{
		nullSchema, scalarSchema, object{"$ref": "#/definitions/claimant"},
	}}}

	// rates of currencies: codes with what one unit is worth.
	exchange = object{"anyOf": []any{nullSchema,
		object{"type": "object", "additionalProperties": object{"type": "string"}}}}

	// figures of a story: names, in a list or with more about them.
	about = object{"type": "object", "additionalProperties": object{"anyOf": []any{
		nullSchema, empty, object{"$ref": "#/definitions/value"}, object{"$ref": "#/definitions/spec"},
		object{"$ref": "#/definitions/group"},
	}}}
	specs = object{"anyOf": []any{scalarSchema, about,
		object{"type": "array", "items": object{"anyOf": []any{scalarSchema, about}}}}}
)

// keys are all keys of front matter, as mapping.key.
var keys = map[string]keySchema{
	"site.title": {scalarSchema, "The name of the digest, at the top of every page.", []any{"The Port Digest"}},
	"site.description": {scalarSchema, "One sentence on the digest, for search engines and shared links.",
		[]any{"Who reported which number."}},
	"site.url": {linkSchema, "Where the site is published, with its path; feeds, the sitemap and shared links " +
		"need it.", []any{"https://port.example/digest/"}},
	"site.language": {tag, "The language of the site as a BCP 47 tag. Default: en.", []any{"en", "de", "pt-BR"}},
	"site.author":   {scalarSchema, "Who makes the digest.", []any{"The editors"}},
	"site.timezone": {object{"type": "string"},
		"The time zone of dates with a time of day, by its name in the IANA database. Default: UTC.",
		[]any{"Europe/Berlin", "UTC"}},
	"site.tolerance": {object{"type": "string", "pattern": `^\d*\.?\d+\s*%$`},
		"What the word about allows, both ways. Default: 5%.", []any{"5%", "2.5%"}},
	"site.currency": {object{"type": "string", "pattern": "^[A-Za-z]{3}$"},
		"What a bare $ means, as an ISO 4217 code. Default: USD.", []any{"USD", "CAD"}},

	"site.rates": {exchange, "What one unit of a currency is worth in another, for values that are in several.",
		[]any{object{"EUR": "1.08–1.10 USD"}}},
	"site.lead": {scalarSchema, "The folder of the story that heads the home page. Default: the newest with a " +
		"difference that nobody has explained.", []any{"example"}},
	"site.editions": {object{"type": "string", "enum": []any{"week", "none", nil}},
		"How often the site says what happened: week, or none. Default: week.", []any{"week", "none"}},

	"page.title": {scalarSchema, "The title of the page. Default: the file's name.", []any{"About"}},
	"page.description": {scalarSchema, "One sentence on the page. Default: its first paragraph.",
		[]any{"How this digest is made."}},
	"page.aliases": {listSchema, "Former addresses, which lead on to the page.", []any{[]any{"/about-us/"}}},
	"page.draft":   {truth, "Leave the page out, unless the site is built with --drafts.", []any{true}},
	"page.slug":    {scalarSchema, "The last part of the page's address. Default: the file's name.", []any{"about-us"}},

	"outlet.title": {scalarSchema, "The name of the source as it is to be shown. Default: as summaries have it.",
		[]any{"The Ferry Post"}},
	"outlet.aliases": {listSchema, "Other names of the source or claimant, in all stories.",
		[]any{[]any{"Post", "FP"}}},
	"outlet.draft": {truth, "Leave the text out, unless the site is built with --drafts.", []any{true}},
	"outlet.url":   {linkSchema, "The home page of the source.", []any{"https://ferrypost.example/"}},
	"outlet.slug": {scalarSchema, "The last part of the page's address. Default: the file's name.",
		[]any{"ferry-post"}},

	"story.title":   {scalarSchema, "The title of the story. Default: the folder's name.", []any{"The Harbour bridge"}},
	"story.summary": {scalarSchema, "What happened, in one sentence.", []any{"A city decides to build a bridge."}},
	"story.draft":   {truth, "Leave the whole story out, unless the site is built with --drafts.", []any{true}},
	"story.tags":    {listSchema, "Subjects; each has a page.", []any{[]any{"bridges", "spending"}}},
	"story.checks": {listSchema, "Equations between figures that ought to hold, with =, <=, >=, < or >.",
		[]any{[]any{"Total cost = sum(Share)"}}},
	"story.aliases": {listSchema, "Former addresses of the story, which lead on to it and to all that is below it.",
		[]any{[]any{"/old-name/"}}},
	"story.rates": {exchange, "What one unit of a currency is worth in another; goes before the site's.",
		[]any{object{"EUR": "1.08–1.10 USD"}}},
	"story.stages": {listSchema, "The stages that numbers are of, in their order.",
		[]any{[]any{"exit poll", "provisional", "final"}}},
	"story.claimants": {claimantsSchema, "Whose word the story quotes: names, with aliases and a note.",
		[]any{object{"Health ministry": object{"aliases": []any{"Ministry"}, "note": "party to the conflict"}}}},
	"story.figures": {specs, "The figures of the story in the order of the table's rows: names, or names with " +
		"aliases, unit and note.",
		[]any{[]any{"Total cost", "Share"},
			object{"Total cost": object{"aliases": []any{"Price"}, "note": "Without the access roads."},
				"Share": object{}}}},

	"spec.aliases": {listSchema, "Other names that summaries may use for the figure.",
		[]any{[]any{"Price", "Cost of the bridge"}}},
	"spec.moves": {movement, "How the figure changes while the story runs: up, down or freely.", []any{"up"}},
	"spec.differ": {reasonSchema, "Why its reports differ: label, scope, time, method, rounding or error.",
		[]any{"label"}},
	"spec.why":  {scalarSchema, "The same in words.", []any{"One counts the new money, one the whole."}},
	"spec.unit": {scalarSchema, "The unit of the figure.", []any{"USD"}},
	"spec.note": {scalarSchema, "A note beside the row.", []any{"Without the access roads."}},

	"summary.title": {scalarSchema, "What the article says, as a headline.",
		[]any{"Council votes for a bridge of $480M"}},
	"summary.date": {daySchema, "The day of the article, or its time as RFC 3339.",
		[]any{"2026-02-27", "2026-02-27T16:30:00+01:00"}},
	"summary.date_note": {scalarSchema, "Why the date is not exact.",
		[]any{"The page gives no date; this is the day it was saved."}},
	"summary.source": {source, "Who published the article: a name, or name, url, author, language and via.",
		[]any{"Reuters", object{"name": "Mint", "url": "https://mint.example/a", "via": "Reuters"}}},
	"summary.figures": {figures, "The numbers of the article as it gives them: name: value. A group is one level deep.",
		[]any{object{"Total cost": "$480M", "Share": object{"City": "$180M", "State": "$300M"}}}},
	"summary.tags": {listSchema, "Subjects; each has a page.", []any{[]any{"bridges"}}},
	"summary.story": {listSchema, "The folder of the story, where the file does not lie in it; or of several: the " +
		"page stands in the first.", []any{"example", []any{"example"}}},
	"summary.slug": {scalarSchema, "The last part of the page's address. Default: the file's name.",
		[]any{"the-cost"}},
	"summary.aliases": {listSchema, "Former addresses, which lead on to the page.", []any{[]any{"/example/old-name/"}}},
	"summary.summary": {scalarSchema, "One sentence for lists. Default: the first paragraph.",
		[]any{"The council votes for the bridge."}},
	"summary.updated": {daySchema, "When the article changed later.", []any{"2026-03-04"}},
	"summary.as_of":   {period, "What time all figures are of that say nothing else.", []any{"2026-02-26"}},
	"summary.stage": {scalarSchema, "The stage that all figures are of that say nothing else.",
		[]any{"provisional"}},
	"summary.by":        {voice, "Whose word all figures are that say nothing else.", []any{"company statement"}},
	"summary.withdrawn": {daySchema, "The day on which the source took the article back.", []any{"2026-03-05"}},
	"summary.draft":     {truth, "Leave the summary out, unless the site is built with --drafts.", []any{true}},

	"source.name":   {scalarSchema, "The outlet, or the author.", []any{"Reuters"}},
	"source.url":    {linkSchema, "The address of the article.", []any{"https://ferrypost.example/bridge"}},
	"source.author": {scalarSchema, "Who wrote the article.", []any{"Ada Quay"}},
	"source.language": {tag, "The language of the article as a BCP 47 tag: how its numbers are read. Default: the " +
		"site's.", []any{"es"}},
	"source.archived": {object{"anyOf": []any{linkSchema, object{"type": "array", "items": linkSchema}}},
		"Addresses where copies of the article are kept.", []any{"https://archive.example/bridge"}},
	"source.via": {scalarSchema, "The wire service or outlet that it repeats: copies of one report count as one voice.",
		[]any{"Reuters"}},
	"source.read": {daySchema, "The day on which the article was read.", []any{"2026-03-05"}},

	"by.unnamed": {scalarSchema, "Somebody whom the article does not name: the source stays the one whose word it is.",
		[]any{"people familiar with the plan"}},

	"claimant.aliases": {listSchema, "Other names of the same.", []any{[]any{"Health Ministry"}}},
	"claimant.note":    {scalarSchema, "A note shown wherever it is quoted.", []any{"party to the conflict"}},

	"figure.value": {value, "The value as the article gives it.", []any{"$110B", "about 4 years"}},
	"figure.none": {scalarSchema, "Words for that the article says there is no value. Stands in place of value.",
		[]any{"undisclosed"}},
	"figure.stage": {scalarSchema, "The stage that the number is of, in a word or two.",
		[]any{"provisional", "exit poll"}},
	"figure.corrects": {scalarSchema, "What the report corrects, in words: a report that replaces another without " +
		"it is no correction.", []any{"the first release said $470M"}},
	"figure.differ": {reasonSchema, "Why the value differs from others: label, scope, time, method, rounding or error.",
		[]any{"scope"}},
	"figure.why": {scalarSchema, "The same in words.", []any{"It counts the access roads."}},
	"figure.text": {scalarSchema, "Words, although there are digits in them. Stands in place of value.",
		[]any{"50/50 split"}},
	"figure.as_of": {period, "What time the number is of: a day, a time, a month, a quarter, a year.",
		[]any{"2026-02-27", "2026-02"}},
	"figure.by": {voice, "Whose word it is.",
		[]any{"company statement", object{"unnamed": "people familiar with the plan"}}},
	"figure.note":  {scalarSchema, "A note beside the value.", []any{"Not counting the access roads."}},
	"figure.quote": {scalarSchema, "The words of the article.", []any{"It will take us some four years."}},
}
