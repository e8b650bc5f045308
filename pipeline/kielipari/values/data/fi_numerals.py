"""Finnish number words in every case. Source: Iso suomen kielioppi § 770–778."""

from collections.abc import Iterator

from kielipari.values.numerals import Stems, adjective, decline, finnish, ordinal

_ONES = {
    0: decline(Stems("nolla", "nolla", "nolla", "nollaa", "nollaan", "a")),
    1: decline(Stems("yksi", "yhde", "yhte", "yhtä", "yhteen", "ä")),
    2: decline(Stems("kaksi", "kahde", "kahte", "kahta", "kahteen", "a")),
    3: decline(Stems("kolme", "kolme", "kolme", "kolmea", "kolmeen", "a")),
    4: decline(Stems("neljä", "neljä", "neljä", "neljää", "neljään", "ä")),
    5: decline(Stems("viisi", "viide", "viite", "viittä", "viiteen", "ä")),
    6: decline(Stems("kuusi", "kuude", "kuute", "kuutta", "kuuteen", "a")),
    7: decline(Stems("seitsemän", "seitsemä", "seitsemä", "seitsemää", "seitsemään", "ä")),
    8: decline(Stems("kahdeksan", "kahdeksa", "kahdeksa", "kahdeksaa", "kahdeksaan", "a")),
    9: decline(Stems("yhdeksän", "yhdeksä", "yhdeksä", "yhdeksää", "yhdeksään", "ä")),
    10: decline(Stems("kymmenen", "kymmene", "kymmene", "kymmentä", "kymmeneen", "ä")),
    100: decline(Stems("sata", "sada", "sata", "sataa", "sataan", "a")),
    1000: decline(Stems("tuhat", "tuhanne", "tuhante", "tuhatta", "tuhanteen", "a")),
}
_ORDINALS = {
    1: ordinal("yhde", "ä"),
    2: ordinal("kahde", "a"),
    3: ordinal("kolma", "a"),
    4: ordinal("neljä", "ä"),
    5: ordinal("viide", "ä"),
    6: ordinal("kuude", "a"),
    7: ordinal("seitsemä", "ä"),
    8: ordinal("kahdeksa", "a"),
    9: ordinal("yhdeksä", "ä"),
    10: ordinal("kymmene", "ä"),
    100: ordinal("sada", "a"),
    1000: ordinal("tuhanne", "a"),
}
_FIRST = {1: adjective("ensimmäi", "ä"), 2: adjective("toi", "a")}
# half, one and a half: declined like puoli, and -toista stays
_HALVES = {
    "puolitoista": "1.5",
    "puolentoista": "1.5",
    "puoltatoista": "1.5",
    "puolessatoista": "1.5",
    "puolestatoista": "1.5",
    "puoleentoista": "1.5",
    "puolellatoista": "1.5",
    "puoleltatoista": "1.5",
    "puolelletoista": "1.5",
}

# What a compound begins with, and what it measures or counts: kolmivuotinen, kaksikielinen.
_BEGINNINGS = {
    2: "kaksi",
    3: "kolmi",
    4: "neli",
    5: "viisi",
    6: "kuusi",
    7: "seitsen",
    8: "kahdeksan",
    9: "yhdeksän",
    10: "kymmen",
}
_COUNTED = (("vuoti", "a"), ("päiväi", "ä"), ("viikkoi", "a"), ("kieli", "ä"), ("osai", "a"))
_TIMES = {"kahdesti": 2, "kolmesti": 3, "neljästi": 4, "viidesti": 5}


def cardinals() -> Iterator[tuple[str, str]]:
    """Yield every form of the cardinals with its value."""
    yield from ((form, str(value)) for form, value in finnish(_ONES, ordinals=False))
    yield from _HALVES.items()
    # "aamuneljältä": four in the morning
    for hour in range(1, 11):
        yield from ((part + form, str(hour)) for part in ("aamu", "ilta") for form in _ONES[hour])


def compounds() -> Iterator[tuple[str, str]]:
    """Yield words that are made of a cardinal, with its value: kolmivuotinen, kahdesti."""
    yield from ((word, str(value)) for word, value in _TIMES.items())
    for value, beginning in _BEGINNINGS.items():
        for counted, vowel in _COUNTED:
            yield from ((form, str(value)) for form in adjective(beginning + counted, vowel))


def ordinals() -> Iterator[tuple[str, str]]:
    """Yield every form of the ordinals with its value; "toinen" is also "another"."""
    yield from (
        (form, str(value))
        for form, value in finnish(_ORDINALS, ordinals=True)
        if value > len(_FIRST)
    )
    for value, forms in _FIRST.items():
        yield from ((form, str(value)) for form in forms)
    # kahdeskymmenesensimmäinen beside kahdeskymmenesyhdes
    for tens in range(2, 10):
        heads = [a + b for a, b in zip(_ORDINALS[tens], _ORDINALS[10], strict=True)]
        for value, forms in _FIRST.items():
            yield from (
                (head + form, str(10 * tens + value))
                for head, form in zip(heads, forms, strict=True)
            )
