"""What is known of HTML's elements, as data (HTML Living Standard, WHATWG, 4 and 13.2.6)."""

import re

from kielipari.model import BlockKind, InlineKind, Region


def _words(text: str) -> frozenset[str]:
    """Return the words of a list: names of elements are read most easily as a line."""
    return frozenset(text.split())


VOID = _words(
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr"
)

# Never shown, or shown only where something else fails.
SKIPPED = _words(
    "applet audio canvas iframe math noembed noframes noscript object rp rt script style svg "
    "template video"
)
FOREIGN = frozenset({"svg", "math"})
# Not read themselves, but the title of a drawing and the names of subtitles are.
WITH_SPOKEN_PARTS = frozenset({"audio", "svg", "video"})

# A text begins anew before and after each of these.
BLOCKS = _words(
    "address article aside blockquote body button caption center col colgroup datalist dd details "
    "dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html label legend li listing main menu nav ol optgroup option p plaintext "
    "pre search section select summary table tbody td template textarea tfoot th thead title tr "
    "ul xmp"
)

KINDS = {
    "blockquote": BlockKind.QUOTE,
    "button": BlockKind.BUTTON,
    "caption": BlockKind.CAPTION,
    "dd": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "figcaption": BlockKind.CAPTION,
    "h1": BlockKind.HEADING,
    "h2": BlockKind.HEADING,
    "h3": BlockKind.HEADING,
    "h4": BlockKind.HEADING,
    "h5": BlockKind.HEADING,
    "h6": BlockKind.HEADING,
    "label": BlockKind.LABEL,
    "legend": BlockKind.LABEL,
    "li": BlockKind.LIST_ITEM,
    "listing": BlockKind.CODE,
    "option": BlockKind.LABEL,
    "plaintext": BlockKind.CODE,
    "pre": BlockKind.CODE,
    "summary": BlockKind.LABEL,
    "td": BlockKind.TABLE_CELL,
    "textarea": BlockKind.PLACEHOLDER,
    "th": BlockKind.TABLE_CELL,
    "title": BlockKind.TITLE,
    "xmp": BlockKind.CODE,
}

# Inside these the text is a paragraph again, whatever stands around them.
RESETTING = _words(
    "article aside body dialog dir dl fieldset footer form header html main menu nav ol section "
    "table ul"
)
LISTS = frozenset({"dir", "dl", "menu", "ol", "ul"})
HEAD_ONLY = _words("base link meta noscript script style template title")

# An id of these names the first text in them; one of a mere container names nothing.
NAMING = _words("article blockquote dd dt figure li section td th tr")
GENERIC = _words("body div form head html main ol table tbody ul")

INLINES = {
    "a": InlineKind.LINK,
    "abbr": InlineKind.SPAN,
    "b": InlineKind.EMPHASIS,
    "big": InlineKind.EMPHASIS,
    "cite": InlineKind.QUOTATION,
    "code": InlineKind.CODE,
    "dfn": InlineKind.EMPHASIS,
    "em": InlineKind.EMPHASIS,
    "i": InlineKind.EMPHASIS,
    "kbd": InlineKind.CODE,
    "mark": InlineKind.EMPHASIS,
    "q": InlineKind.QUOTATION,
    "samp": InlineKind.CODE,
    "strong": InlineKind.EMPHASIS,
    "tt": InlineKind.CODE,
    "u": InlineKind.EMPHASIS,
    "var": InlineKind.CODE,
}

# An end tag of these ends their span even where blocks stand open in between.
FORMATTING = _words("a b big code em font i nobr s small strike strong tt u")

# End tags look no further up than the nearest of these.
SCOPES = _words("applet caption html marquee object table td template th")
SPECIAL = (BLOCKS - {"label"}) | SCOPES

# A start tag ends open elements: (those that end, those that shelter them).
_LIST_SHELTER = _words(
    "ul ol menu dir dl article aside blockquote section table td th object template details"
)
_PARAGRAPH_SHELTER = SCOPES | {"button"}
_ENDS_PARAGRAPH = (frozenset({"p"}), _PARAGRAPH_SHELTER)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
IMPLIED_ENDS: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = dict.fromkeys(
    _words(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption "
        "figure footer form header hgroup hr listing main menu nav ol p plaintext pre search "
        "section summary table ul xmp"
    ),
    (_ENDS_PARAGRAPH,),
)
IMPLIED_ENDS |= {
    "li": ((frozenset({"li"}), _LIST_SHELTER), _ENDS_PARAGRAPH),
    "dt": ((frozenset({"dt", "dd"}), _LIST_SHELTER), _ENDS_PARAGRAPH),
    "dd": ((frozenset({"dt", "dd"}), _LIST_SHELTER), _ENDS_PARAGRAPH),
    "a": ((frozenset({"a"}), SCOPES),),
    "button": ((frozenset({"button"}), SCOPES),),
    "option": ((frozenset({"option"}), frozenset({"select", "datalist"})),),
    "optgroup": ((frozenset({"option", "optgroup"}), frozenset({"select"})),),
    "td": ((frozenset({"td", "th"}), frozenset({"table", "tr"})),),
    "th": ((frozenset({"td", "th"}), frozenset({"table", "tr"})),),
    "tr": ((frozenset({"tr", "caption"}), frozenset({"table"})),),
    "tbody": ((frozenset({"thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),),
    "thead": ((frozenset({"thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),),
    "tfoot": ((frozenset({"thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),),
    "body": ((frozenset({"head"}), frozenset()),),
}
IMPLIED_ENDS |= dict.fromkeys(_HEADINGS, (_ENDS_PARAGRAPH, (_HEADINGS, SPECIAL - _HEADINGS)))

REGION_ELEMENTS = {
    "head": Region.HEAD,
    "main": Region.MAIN,
    "header": Region.HEADER,
    "nav": Region.NAVIGATION,
    "aside": Region.ASIDE,
    "footer": Region.FOOTER,
}
REGION_ROLES = {
    "main": Region.MAIN,
    "banner": Region.HEADER,
    "navigation": Region.NAVIGATION,
    "complementary": Region.ASIDE,
    "contentinfo": Region.FOOTER,
}
# Only elements that merely hold others are judged by their names.
NAMED_CONTAINERS = _words("div dialog form nav ol section table ul")
SECTIONING = _words("article aside main nav section")

_PREFIX = r"(?:(?:site|main|global|top|primary|secondary|mobile|desktop|footer|header|page|local|side|l|o|c|m|js)[-_]{1,2}){0,3}"
REGION_NAMES: tuple[tuple[Region, re.Pattern[str]], ...] = (
    (
        Region.COOKIES,
        re.compile(
            r"(?:^|[\s_-])(?:cookies?|cookiebot|cookiebar|cookiebanner|cookieconsent|consent|gdpr|"
            r"onetrust|ev[aä]ste\w{0,12}|kakor|kakbanner|cybot\w{0,30})(?:[\s_-]|$)"
        ),
    ),
    (
        Region.NAVIGATION,
        re.compile(
            rf"(?:^|\s){_PREFIX}(?:nav|navbar|navigation|menu|breadcrumbs?|murupolku|navigaatio|"
            r"valikko|meny|brodsmulor|sidenav|sitemap)(?:[-_](?:wrapper|container|list|main|"
            r"primary|menu|bar))?(?:\s|$)"
        ),
    ),
    (
        Region.FOOTER,
        re.compile(
            rf"(?:^|\s){_PREFIX}(?:footer|alatunniste|sidfot|colophon)"
            r"(?:[-_](?:wrapper|container|inner|content|main|bottom|top|widgets?|area|columns?))?"
            r"(?:\s|$)"
        ),
    ),
    (
        Region.HEADER,
        re.compile(
            r"(?:^|\s)(?:(?:site|main|global|top|l|o|c)[-_]{1,2})?(?:header|masthead|topbar|"
            r"ylatunniste|sidhuvud)(?:[-_](?:wrapper|container|inner|top|bar))?(?:\s|$)"
        ),
    ),
    (
        Region.ASIDE,
        re.compile(rf"(?:^|\s){_PREFIX}(?:sidebar|aside|sivupalkki|sidopanel)(?:\s|$)"),
    ),
)
# A class like lang-sv says what an element is in, not that it lists languages.
LANGUAGE_WORDS = ("lang", "locale", "kiel", "spr", "wpml", "pll")
LANGUAGE_LIST = re.compile(
    r"(?:^|[\s_-])(?:langs?(?![_-][a-z]{2}(?:\s|$))|languages?(?![_-][a-z]{2}(?:\s|$))|"
    r"languageselector|languageswitcher|locales?|kieli|kielet|kielivalinta|kielivalikko|"
    r"spr[aå]k|spr[aå]kval|wpml|polylang|pll)(?:[\s_-]|$)"
)
# What browsers write into a page that they save: Chrome and Internet Explorer, SingleFile.
SAVED_FROM = re.compile(
    r"(?:saved from url=\(\d{1,6}\)|SingleFile\s{1,9}url:\s{1,9})(https?://[^\s<>\"]{1,2000})"
)
HIDDEN_STYLE = re.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden", re.IGNORECASE)

# How links to other language versions are labelled: what CLDR calls the languages in their own
# language and in each other's, and the adverbs and codes that sites use. In lower case.
LANGUAGE_LABELS = {
    label: code
    for code, labels in {
        "fi": "suomi|suomeksi|fi|fin|finska|på finska|finnish|in finnish",
        "sv": "svenska|på svenska|sv|swe|se|ruotsi|ruotsiksi|swedish|in swedish",
        "en": "english|in english|en|eng|englanti|englanniksi|engelska|på engelska",
        "de": "deutsch|auf deutsch|de",
        "et": "eesti|eesti keeles|et",
        "fr": "français|en français|fr",
        "no": "norsk|på norsk|no",
        "ru": "русский|по-русски|на русском|ru",
        "se": "davvisámegiella|davvisámegillii|sámegillii|saamelainen",
        "uk": "українська|українською|uk",
    }.items()
    for label in labels.split("|")
}

# What languages are called in themselves (CLDR's endonyms, and the adverbs that switchers use),
# where they are listed to choose from. Codes are left out: they may be words.
LANGUAGE_NAMES = {
    name: code
    for code, names in {
        "ar": "العربية",
        "bg": "български",
        "ca": "català",
        "cs": "čeština|česky",
        "da": "dansk",
        "de": "deutsch|auf deutsch",
        "el": "ελληνικά",
        "en": "english|in english",
        "es": "español|en español",
        "et": "eesti|eesti keel|eesti keeles",
        "eu": "euskara",
        "fa": "فارسی",
        "fi": "suomi|suomeksi",
        "fr": "français|en français",
        "fy": "frysk",
        "ga": "gaeilge",
        "hr": "hrvatski",
        "hu": "magyar",
        "id": "bahasa indonesia",
        "is": "íslenska",
        "it": "italiano|in italiano",
        "ja": "日本語",
        "ko": "한국어",
        "ku": "kurdî",
        "lt": "lietuvių",
        "lv": "latviešu|latviski",
        "mi": "te reo māori|māori",
        "mt": "malti",
        "nb": "norsk|norsk bokmål|bokmål",
        "nl": "nederlands",
        "nn": "nynorsk|norsk nynorsk",
        "pl": "polski|po polsku",
        "pt": "português",
        "ro": "română",
        "ru": "русский|по-русски|на русском",
        "se": "davvisámegiella|davvisámegillii|sámegillii",
        "sk": "slovenčina|slovensky",
        "sl": "slovenščina",
        "smn": "anarâškielâ",
        "sms": "sääʹmǩiõll",
        "so": "soomaali|af-soomaali",
        "sq": "shqip",
        "sv": "svenska|på svenska",
        "tr": "türkçe",
        "uk": "українська|українською",
        "vi": "tiếng việt",
        "zh": "中文|华语|華語",
    }.items()
    for name in names.split("|")
}
