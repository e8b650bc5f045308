"""Finnish negation: the negative verb, abessives, caritives, and verbs that deny."""

STRONG = frozenset(
    [
        "en",
        "et",
        "ei",
        "emme",
        "ette",
        "eivät",
        "älä",
        "älkää",
        "älköön",
        "älkäämme",
        "älkööt",
        "ellen",
        "ellet",
        "ellei",
        "ellemme",
        "ellette",
        "elleivät",
        "jollen",
        "jollei",
        "jolleivät",
        "jottei",
        "ettei",
        "etteivät",
        "etten",
        "ettet",
        "ettemme",
        "ettette",
        "muttei",
        "mutteivät",
        "vaikkei",
        "vaikkeivät",
        "koskei",
        "miksei",
        "mikset",
        "eikö",
        "eivätkö",
        "enkö",
        "etkö",
        "emmekö",
        "ettekö",
    ]
)
POSSIBLE = frozenset(
    [
        "eikä",
        "eivätkä",
        "enkä",
        "etkä",
        "emmekä",
        "ettekä",
        "äläkä",
        "älkääkä",
        "älköönkä",
        "tuskin",
        "harvoin",
        "harva",
        "harvat",
        "nolla",
    ]
)
CONTINUING = frozenset(
    ["eikä", "eivätkä", "enkä", "etkä", "emmekä", "ettekä", "äläkä", "älkääkä", "älköönkä", "edes"]
)
KINDS = (
    ("but", r"vaan"),
    ("except", r"paitsi|lukuunottamatta|poislukien|poik(?:et|ke|kea)\w*|eriäv\w*|erimieli\w*|ulkopuol\w*|ulkona|pois(?:sa\w*)?|\w*vastai\w*|alle|vähintään|enintään|korkeintaan|enimmillään"),
    ("restrict", r"vain|ainoastaan|pelkästään|yksinomaan"),
    ("without", r"ilman|vailla|tyhj\w*|puut(?:t|u|e)\w*|vaja\w*|(?!riippu|huoli)\w{3,}(?:matta|mättä)|(?:luva|aihee|oikeude|syy|varoitukse|korvaukse|viivytykse|poikkeukse|ehdoi|rajoitukse|keskeytykse|veloitukse|perustei|häiriöi|ongelmi|edellytyksi)tt[aä]"),
    ("prevent", r"(?:estä|esty|este|ehkäis)\w*|vält(?!tämät)\w*"),
    ("deny", r"\w*kiel(?:tä|le[tv]|lo|to|lä|si)\w*|hylä\w*|hylk\w*|evä[tn]\w*|epä(?:ä|si|tä)\w*|torju(?!n)\w*|kiist\w*|riitaut\w*|vastust\w*"),
    ("fail", r"\w*(?:jättä|jätti|jättö)\w*|\w*jätet(?:ty|ä|tiin|äv|täv|täi)\w*|jä(?:i|ivät|ädä|ävät|ä|änyt|äneet)|laimin\w*|luop\w*|luovu(?!t[tue])\w*|menettä\w*|menete[tn]\w*|menety\w*|menetty\w*|kato(?:a|i)\w*|kado(?:n|t)\w*|kesken(?!ä[äinm])\w*|unoh\w*|pettä\w*|pidättäy\w*|lak(?:ka|ata)\w*|epäonn\w*|virhe\w*|väär\w*|ongelma\w*|odot(?:ta|el|et)\w*|rikkoo|rikkoa|rik(?:ot|kon|koi|koe)\w*|vanhentu\w*|umpeutu\w*|päättyn\w*|päättyy|päättyi|loppunut|loppuneet"),
    ("un", r"epä(?!il)\w+|(?!välttämä)\w*(?:maton|mätön|mattom\w*|mättöm\w*)|(?!\w*(?:käyt|näyt|täyt|liit|luot|tuot|muut|voit|keit|aut|not|ulosot)[oö]n$)(?!\w*(?:onnettom|ulosottom)|väli(?:tön|ttöm)|välttämä)\w+[aeiouyäö](?:ton(?:ta)?|tön(?:tä)?|ttom[aiu]\w*|ttöm[äiy]\w*)|(?!turvapaik)\w*vapa(?:a|i|u)\w*|vapaaehtoi\w*|ilmai(?:nen|sen|set|sia|sten|seksi|sella|sesta|sessa)|ylimäärä\w*"),
)  # fmt: skip
UNCLEAR = r"\beikö (?:niin|vain)\b|\bjos (?:ei|eivät)\b[,.]|\b(?:ei|eivät) (?:ainoastaan|vain|pelkästään|yksinomaan|yksin|muuta|juuri\w*)\b|\b(?:ei|eivät) \w+ (?:ainoastaan|pelkästään|yksinomaan)\b|\bei \w+ muuta\b|\b(?:ei|eivät) (?:alle|yli|ennen|enempää|vähempää|myöhemmin)\b|\bvai (?:ei|eivät|en|et)\b|\bmiks(?:i ei|ei|et|emme|ette)\b|\b(?:tai|joko|ja) ei mi(?:tään|kään)\b|\b(?:ei|eivät|en|et|emme|ette) (?:\w+ )?välttämättä\b|\b(?:älä|älkää|ei|et|en) unohda\w*|\b(?:ei|eivät|en|et|emme|ette)\b[^.;:]{0,80}\bell(?:ei|eivät|en|et|emme|ette)\b|\bet (?:al\b|d['’]|l['’]|de\b|des\b|du\b|la\b|les?\b)"
OTHERWISE = r"\bsulkien pois\b|\b(?:yleisöltä|ulkopuolisilta) suljet|\bsuljet\w{2,6} (?:yleisöltä|ulkopuolisilta)\b|\bennen [^.,;]{0,60}täyttämistä\b|\bennen kuin\b|\bmu[ui]\w* (?:[^\s.]+ ){0,4}kuin\b|\beri mieltä\b|\bliian\b|(?<!\bsen )\bsij(?:aan|asta)\b|\bpoiste\w+ käytöstä\b"
ACRONYMS = frozenset(["en", "et"])
