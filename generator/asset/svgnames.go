package asset

import "regexp"

// The namespaces of what stands in pictures.
const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
)

// editors are the namespaces in which programs that draw keep their own notes.
var editors = regexp.MustCompile(
	`^(http://www\.inkscape\.org/|http://sodipodi\.sourceforge\.net/|http://www\.w3\.org/1999/02/22-rdf-syntax-ns#` +
		`|http://purl\.org/dc/|http://creativecommons\.org/ns#|http://web\.resource\.org/cc/|http://ns\.adobe\.com/` +
		`|adobe:ns:meta/` +
		`|http://www\.bohemiancoding\.com/sketch/|http://www\.serif\.com/|https?://boxy-svg\.com` +
		`|http://vectornator\.io` +
		`|https?://www\.figma\.com/|http://schemas\.microsoft\.com/visio/|http://www\.corel\.com/` +
		`|http://xml\.openoffice\.org/)`)

// acting are namespaces whose elements browsers act on, also in metadata.
var acting = map[string]bool{
	"http://www.w3.org/1999/xhtml":                                  true,
	"http://www.w3.org/1998/Math/MathML":                            true,
	"http://www.w3.org/2001/xml-events":                             true,
	"http://www.w3.org/1999/XSL/Transform":                          true,
	"http://www.mozilla.org/xbl":                                    true,
	"http://www.w3.org/ns/xbl":                                      true,
	"http://www.w3.org/2001/XInclude":                               true,
	xmlSpace:                                                        true,
	"http://www.w3.org/2000/xmlns/":                                 true,
	"http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul": true,
}

// svgElements draw, move or describe something.
var svgElements = wordsOfList(`svg g a defs symbol use view switch title desc metadata style
	circle ellipse image line path polygon polyline rect text textPath tspan tref
	clipPath mask marker pattern linearGradient radialGradient stop solidColor solidcolor filter
	hatch hatchpath mesh meshgradient meshpatch meshrow
	flowRoot flowRegion flowPara flowSpan flowLine
	font font-face font-face-src font-face-name font-face-format glyph missing-glyph hkern vkern
	animate animateMotion animateTransform animateColor mpath set
	feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
	feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
	feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence`)

// svgProperties can be attributes as well as properties in CSS.
var svgProperties = wordsOfList(`alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
	color-interpolation-filters color-profile color-rendering cursor cx cy d direction display dominant-baseline
	enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size
	font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal
	glyph-orientation-vertical height image-rendering isolation kerning letter-spacing lighting-color marker marker-end
	marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events r rx ry
	shape-rendering solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
	stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration
	text-overflow text-rendering transform transform-box transform-origin unicode-bidi vector-effect visibility
	white-space width word-spacing writing-mode x y`)

// svgAttributes are what elements have beside them.
var svgAttributes = wordsOfList(`accumulate additive amplitude attributeName attributeType azimuth baseFrequency
	baseProfile begin bias by calcMode class clipPathUnits contentScriptType contentStyleType diffuseConstant divisor
	dur dx dy edgeMode elevation end exponent externalResourcesRequired fr from fx fy gradientTransform gradientUnits
	horiz-adv-x horiz-origin-x id in in2 intercept k k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines
	keyTimes lang lengthAdjust limitingConeAngle local markerHeight markerUnits markerWidth maskContentUnits maskUnits
	max media method min mode name numOctaves offset operator order orient origin panose-1 path pathLength
	patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY pointsAtZ preserveAlpha
	preserveAspectRatio primitiveUnits radius refX refY rel repeatCount repeatDur requiredExtensions requiredFeatures
	restart result role rotate scale seed side slope spacing specularConstant specularExponent spreadMethod
	startOffset stdDeviation stitchTiles string style surfaceScale systemLanguage tabindex tableValues target targetX
	targetY textLength title to type unicode unicode-range units-per-em ascent descent cap-height x-height stemv stemh
	bbox underline-position underline-thickness vert-adv-y vert-origin-x vert-origin-y glyph-name arabic-form g1 g2 u1
	u2 hreflang values version viewBox viewTarget x1 x2 xChannelSelector y1 y2 yChannelSelector z zoomAndPan focusable
	download t p-id`)

// svgProse are those of which no browser takes the value for CSS or an address.
var svgProse = wordsOfList(`id name title role lang hreflang rel string unicode glyph-name g1 g2 u1 u2
	requiredExtensions requiredFeatures systemLanguage`)

var xlinkAttributes = wordsOfList(`type role arcrole title show actuate`)

// cssProperties are those of style sheets that pictures have beside their own.
var cssProperties = wordsOfList(`align-items animation animation-delay animation-direction animation-duration
	animation-fill-mode animation-iteration-count animation-name animation-play-state animation-timing-function
	backface-visibility background background-color block-progression border border-color border-radius border-style
	border-width bottom box-shadow box-sizing color-scheme content flex float fill-color font-display
	font-feature-settings font-kerning font-optical-sizing font-synthesis font-variant-alternates font-variant-caps
	font-variant-east-asian font-variant-ligatures font-variant-numeric font-variant-position font-variation-settings
	forced-color-adjust gap inline-size inset justify-content left line-height margin margin-bottom margin-left
	margin-right margin-top max-height max-width min-height min-width offset-path offset-distance offset-rotate
	order-style orphans outline padding padding-bottom padding-left padding-right padding-top perspective position
	right rotate scale shape-inside shape-margin shape-padding shape-subtract size src stroke-alignment tab-size
	text-align text-align-last text-decoration-color text-decoration-line text-decoration-style
	text-decoration-thickness text-emphasis text-indent text-orientation text-shadow text-transform
	text-underline-offset top touch-action transform-style transition transition-delay transition-duration
	transition-property transition-timing-function translate unicode-range user-select vertical-align will-change
	word-break word-wrap overflow-wrap z-index print-color-adjust mask-border clip-rule -webkit-font-smoothing
	-moz-osx-font-smoothing -webkit-text-fill-color -webkit-text-stroke -webkit-user-select -moz-user-select
	-ms-user-select -webkit-tap-highlight-color -webkit-print-color-adjust -webkit-transform -webkit-transform-origin
	-webkit-animation text-size-adjust -webkit-text-size-adjust -ms-transform`)

// cssFunctions take in nothing from elsewhere.
var cssFunctions = wordsOfList(`
	rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix device-cmyk icc-color light-dark
	matrix matrix3d translate translatex translatey translatez translate3d rotate rotatex rotatey rotatez rotate3d
	scale scalex scaley scalez scale3d skew skewx skewy perspective
	calc min max clamp round abs sign var env
	cubic-bezier steps linear
	blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
	circle ellipse polygon inset path rect xywh
	linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient
	format tech local not is where has nth-child nth-last-child nth-of-type nth-last-of-type lang dir
	and or only accesskey wallclock`)

// cssRules are the rules with @ that take in nothing from elsewhere.
var cssRules = wordsOfList(`@font-face @media @keyframes @-webkit-keyframes @-moz-keyframes @supports @charset
	@layer @page`)
