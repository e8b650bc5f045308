"""The inflected forms of a simple Finnish word, by taivutin."""

from kielipari.languages.base import Form
from kielipari.languages.fi.guess import inflector

_CASES = {
    "nom": "nom",
    "gen": "gen",
    "part": "par",
    "ess": "ess",
    "iness": "ine",
    "elat": "ela",
    "ill": "ill",
    "ade": "ade",
    "abl": "abl",
    "all": "all",
    "trans": "tra",
    "ins": "ins",
    "abe": "abe",
    "kom": "com",
}
_PLURAL_ONLY = {"ins", "com"}
# Other endings of the plural genitive that taivutin leaves out (VISK § 89), by the end of the
# citation form: nainen – naisten, naisien; sopimus – sopimusten, sopimuksien.
_GENITIVES = (("nen", "sten", "sien"), ("s", "sten", "ksien"), ("", "iden", "itten"))
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxzšž")
# Single words that no class describes: aika – ajan, vuosi – vuonna.
_WEAK = {"aika": ("ai", "aj")}
_MORE = {"vuosi": Form("vuonna", "ess.sing")}
_SUFFIXES = ("ni", "si", "mme", "nne")


def inflect(stem: str, *, known: bool = True, harmony: bool = True) -> list[Form]:
    """Inflect one simple word in all cases and both numbers.

    A word that no lexicon knows is inflected with back and with front vowels, and with an i-stem
    if it ends in a consonant (VISK § 56: "tweet" – "tweetin"). So are, without ``harmony``, the
    vowels of a tail whose front is no known word ("mutual-ismi"). A word that taivutin has no class
    for (a code, a foreign script) has its own form only.
    """
    if known and (harmony or any(c in "aouyäö" for c in stem)):
        return _inflect(stem, {})
    options: dict[str, str] = {}
    if not known and stem[-1:] in _CONSONANTS:
        options = {"taivutusluokka": "5", "asteluokka": "-"}
        stem = stem + "i" if stem.endswith("t") else stem
        # taivutin takes a final t for a plural's; with the i it inflects alike.
    both = [_inflect(stem, {**options, "sointu": harmony}) for harmony in ("TAKA", "ETU")]
    return list(dict.fromkeys([*both[0], *both[1]]))


def _inflect(stem: str, options: dict[str, str]) -> list[Form]:
    taivuta = inflector().taivuta
    found: list[Form] = []
    for number in ("sing", "plur"):
        for name, case in _CASES.items():
            if number == "sing" and case in _PLURAL_ONLY:
                continue
            try:
                text = taivuta(stem, name if number == "sing" else f"mon {name}", **options)
            except (KeyError, IndexError, TypeError, ValueError):
                return [Form(stem, "nom.sing")]
            found.append(Form(text, f"{case}.{number}"))
    if stem in _WEAK:
        wrong, right = _WEAK[stem]
        found = [
            form
            if form.text.startswith(f"{wrong}k")
            else Form(right + form.text.removeprefix(wrong), form.tag)
            for form in found
        ]
    more = [_MORE[stem]] if stem in _MORE else []
    return found + more + _other_genitives(stem, found)


def _other_genitives(stem: str, found: list[Form]) -> list[Form]:
    for end, one, other in _GENITIVES:
        if stem.endswith(end):
            return [
                Form(form.text.removesuffix(one) + other, form.tag)
                for form in found
                if form.tag == "gen.plur" and form.text.endswith(one)
            ]
    return []


def possessed(forms: list[Form]) -> list[Form]:
    """Add possessive suffixes to the forms that take them (VISK § 95)."""
    essive = next((form.text for form in forms if form.tag == "ess.sing"), "")
    third = "nsa" if essive.endswith("na") else "nsä"
    found: list[Form] = []
    if essive:
        # Nominative and genitive share the strong vowel stem, which the essive shows.
        for tag in ("nom.sing", "gen.sing", "nom.plur"):
            found += [Form(essive[:-2] + suffix, tag) for suffix in (*_SUFFIXES, third)]
    for text, tag in forms:
        case = tag.partition(".")[0]
        if case == "tra":
            found += _suffixed(text[:-1] + "e", tag, third, lengthen=True)
        elif case == "com":
            found += _suffixed(text.removesuffix("en") + "e", tag, third, lengthen=True)
        elif case == "ill" or tag == "gen.plur":
            found += _suffixed(text.removesuffix("n"), tag, third, lengthen=False)
        elif case in {"par", "ine", "ela", "ade", "abl", "all", "abe", "ess"}:
            found += _suffixed(text, tag, third, lengthen=text[-1:] != text[-2:-1])
    return found


def _suffixed(text: str, tag: str, third: str, *, lengthen: bool) -> list[Form]:
    found = [Form(text + suffix, tag) for suffix in (*_SUFFIXES, third)]
    return [*found, Form(text + text[-1:] + "n", tag)] if lengthen else found
