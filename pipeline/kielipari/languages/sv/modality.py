"""Swedish modality: modal verbs (SAG 4:18) and words that oblige or permit."""

OBLIGATION = (
    r"\bska\b|\bskall\b|\bskulle\b|\bmåste\b|\bbör\b|\bborde\b|\bskyldig\w*|\bbehöv\w*|\bkräv\w*|\btvung\w*"
    r"|\btving\w*|\bförutsät\w*|\bfår (?:[^\s.;:]+ ){0,2}lov\b|\blov\b|\bplikt\w*|\bobligator\w*|\bförpliktig\w*|\bsom ska\w*|\batt \w+as?\b"
    r"|\bhar att\b|\bär att\b|\bgäller det att\b"
)
PERMISSION = (
    r"\bkan\b|\bkunde\b|\bkunna\b|\bfår\b|\bfick\b|\bfå\b|\bmå\b|\bmöjlig\w*|\brätt\w*|\btillåt\w*"
    r"|\btillåten\b|\btillstånd\w*|\bkapabel\b|\bfri\w*"
)
MUST = frozenset(
    [
        "måste",
        "skyldig",
        "skyldiga",
        "skyldigt",
        "obligatorisk",
        "obligatoriskt",
        "obligatoriska",
        "tvungen",
        "tvungna",
    ]
)
MAY = frozenset(["kan", "kunde", "får", "fick", "må"])
