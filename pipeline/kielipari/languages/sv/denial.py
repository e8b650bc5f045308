"""Swedish negation: negating adverbs and pronouns, prefixes, suffixes, and verbs that deny."""

STRONG = frozenset(
    [
        "inte",
        "icke",
        "ej",
        "aldrig",
        "varken",
        "ingen",
        "inget",
        "inga",
        "ingenting",
        "ingendera",
        "ingetdera",
        "ingenstans",
    ]
)
POSSIBLE = frozenset(["knappast", "knappt", "sällan", "nej", "föga", "noll"])
CONTINUING = frozenset(["heller", "ens"])
KINDS = (
    ("except", r"utom|utomstående|förutom|högst|minst|maximalt|undanta\w*|uteslut(?:it|its|en|na|ning\w*)|uteslöts?|utesluter|utesluts|utanför|avvik\w*|exkl|exklusive|frånsett|bortsett|förbehåll\w*"),
    ("restrict", r"endast|enbart|bara"),
    ("without", r"utan|\w*sakna\w*|brist\w*|tom|tomt|tomma"),
    ("prevent", r"\w*hindr?\w*|\w*blocker\w*|undvik\w*|undgå\w*|motverk\w*"),
    ("deny", r"förb(?:ud|ju|jöd)\w*|\w*vägra\w*|nek\w*|förnek\w*|avsl(?:å|og|ag)\w*|avvis\w*|bestrid\w*|bestred\w*|avböj\w*|ignorer\w*|motsät\w*|ogill\w*|dement\w*|förkast\w*|strunt\w*"),
    ("fail", r"underlåt\w*|underlät\w*|försum\w*|uteb\w*|avstå\w*|avstod\w*|förlora\w*|mist(?:a|ar|e|er|at|s)|upphört?|slut(?:a|ar|at|ade)|upphörde|preskrib\w*|fel|felet|felaktig\w*|problem\w*|vänta[rt]?"),
    ("un", r"miss(?:nöj|lyck|bruk|tro|gynn)\w*|\w{3,}(?:lös(?:a|t|het\w*)?|fri|fria|fritt)|in(?:effekt|stabil|kompet|akt|konsek)\w*|frivillig\w*|befri\w*|inaktiv\w*|offline|avstäng\w*|avmarker\w*|bortkoppl\w*|o(?!ff|mf|rd|rs|rg|ri|pe|mg|mr|ml|kt|ck)\w{3,}(?:erad|erat|erade|erbara?|erbart)|o(?!ff|mf|rd|rs|rg|ri|pe|mg|mr|ml|kt|ck|mb|med|mv|mp|ms|mn|dl|lj|bs|bl|bj|cc|ve|nd)\w{3,}(?:ad|at|ade|bar|bart|bara|dda?|ligt?|liga)|o(?:kända?|riktig|rättv|rimlig|rea|rörlig|regelb|ense|ärlig|ändl|änd|ändr)\w*|icke\w{4,}|utdaterad\w*|föråldra\w*|skrivskydd\w*|o(?:accept|avslut|besvar|färdig|godk|låst|läst|publi|återkall|behö|bero|bekr|begr|besk|bet|bot|bund|dräg|full|för(?!e)|gilt|giltig|hygg|häls|jäm|just|klar|känd|känt|lag|lik|lov|lämp|mänsk|farlig|möj|möt|natur|nödig|nöd|oms|pass|polit|prakt|prec|pålit|sann|skad|skyld|skäl|slag|stad|syn|säk|till[åfrg]|tillräck|tryg|trol|tving|tvivel|tydl|undv|vanl|vara|vederh|veten|vikt|vill|viss|vänl|vänt|värd|ändlig)\w*"),
)  # fmt: skip
UNCLEAR = (
    r"\binte (?:bara|endast|enbart|minst)\b|\binte (?:är )?(?:ringa|obetydlig\w*)\b|\bingen annan\b|\binget annat\b|\binga andra\b"
    r"|\b(?:en|ett|den|det|de|av|för|om|med|till|på) (?:icke|ej) \w+(?:ade|at|ad|da|ta|na|en|et|iga|igt|ig|t|d) [a-zåäö]"
    r"|\bvarför inte\b|\bingen mindre\b|\binte\b[^.;]{0,40}\b(?:större|mer|fler) än\b|\bom inte\b[,.]|\beller inte\b|\binte nödvändigtvis\b|\bglöm(?:ma|mer|de|t)? (?:\w+ )?inte\b|\binte glöm\w+|\binte begränsa[dt]\w* till\b|\binte\b[^.;]{0,80}\bom (?:\w+ )?inte\b"
)
OTHERWISE = r"\bi strid med\b|\b(?:annan|annat|andra) (?:[^\s.]+ ){0,4}än\b|\bur (?:bruk|funktion|drift)\b|\b(?:allt)?för (?:långt?|länge|sent?|många|mycket|lite|få|korta?|stora?t?)\b"
EACH = frozenset(["varken"])
BUT = r"\b(?:inte|icke|ej|aldrig|ingen|inget|inga)\b[^.;:]{0,120}?[ ,](utan)\b(?! att\b)"
