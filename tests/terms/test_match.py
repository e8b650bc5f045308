"""Terms in running text: forms, phrases, compounds, coordination, names, homographs."""

import time
from collections.abc import Sequence

import pytest

from kielipari.model import Concept, MatchKind, Term, TermHit
from kielipari.terms.match import Matcher, compile_matcher

FI = (
    "Innokaupungit",
    "ekosysteemisopimus",
    "TKI",
    "TKI-rahoitus",
    "EU",
    "EAKR",
    "Business Finland",
    "kestävä kaupunkikehitys",
    "kestävä siirtymä",
    "yliopistokaupunki",
    "yliopistokeskuskaupunki",
    "tutkimus-, kehitys- ja innovaatiotoiminta",
    "innovaatioympäristö",
    "ympäristöviranomainen",
    "maa",
    "laki",
    "Innovoivat kaupungit ja yhteisöt",
    "Etelä-Savon ELY-keskus",
    "mutualismi (talousteoriat)",
    "kunta / kunnallinen",
    "asumistuki",
    "yleinen asumistuki",
    "tuki",
    "koko",
    "juuri",
    "jälki",
    "joki",
    "lupa",
    "Slush",
)
SV = (
    "Innostäder",
    "ekosystemavtal",
    "hållbar omställning",
    "hållbart samhälle",
    "universitetsstad",
    "universitetscenterstad",
    "innovationsekosystem",
    "affärsverksamhetsekosystem",
    "EU",
    "ansökan",
    "Innoverande städer och samhällen",
    "bidrag",
    "fråga",
    "man",
    "rätt",
    "vara",
    "spanska",
    "landskap",
)


def _matcher(terms: Sequence[str], lang: str) -> Matcher:
    concepts = [Concept(term, (Term(term, lang),)) for term in terms]
    return compile_matcher(concepts, lang, cache=False)


@pytest.fixture(scope="module")
def fi() -> Matcher:
    return _matcher(FI, "fi")


@pytest.fixture(scope="module")
def sv() -> Matcher:
    return _matcher(SV, "sv")


def _shown(hits: Sequence[TermHit]) -> list[tuple[str, str]]:
    return [(hit.form, hit.concept.id) for hit in hits]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "Innokaupunkien tavoite Innokaupungeissa, Innokaupunkimme",
            ["Innokaupunkien", "Innokaupungeissa", "Innokaupunkimme"],
        ),
        ("TKI:n, EU:ssa ja EAKR:stä", ["TKI:n", "EU:ssa", "EAKR:stä"]),
        ("TKI-rahoituksen kasvu", ["TKI-rahoituksen"]),
        (
            "Business Finlandin ja Business Finlandille",
            ["Business Finlandin", "Business Finlandille"],
        ),
        ("Slushissa", ["Slushissa"]),
        ("kestävän kaupunkikehityksen", ["kestävän kaupunkikehityksen"]),
        ("kestävää kaupunki-kehitystä", ["kestävää kaupunki-kehitystä"]),
        ("kestävässä siirtymässä", ["kestävässä siirtymässä"]),
        ("innovoivien kaupunkien ja yhteisöjen", ["innovoivien kaupunkien ja yhteisöjen"]),
        ("Etelä-Savon ELY-keskuksessa", ["Etelä-Savon ELY-keskuksessa"]),
        ("ekosysteemi sopimuksen", ["ekosysteemi sopimuksen"]),
        ("ekosysteemi\N{SOFT HYPHEN}sopimuksen", ["ekosysteemi\N{SOFT HYPHEN}sopimuksen"]),
        ("mutualismista", ["mutualismista"]),
        ("kunnassa kunnallisen", ["kunnassa", "kunnallisen"]),
        ("INNOKAUPUNGIT", ["INNOKAUPUNGIT"]),
    ],
)
def test_finnish_mentions(fi: Matcher, text: str, mentions: list[str]) -> None:
    assert [hit.form for hit in fi.find(text)] == mentions


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Innostädernas och Innostaden", ["Innostädernas", "Innostaden"]),
        ("den hållbara omställningen", ["hållbara omställningen"]),
        ("det hållbara samhället", ["hållbara samhället"]),
        ("EU:s", ["EU:s"]),
        ("ansökningarna", ["ansökningarna"]),
        ("Innoverande städer och samhällens", ["Innoverande städer och samhällens"]),
        ("ekosystemavtalen", ["ekosystemavtalen"]),
    ],
)
def test_swedish_mentions(sv: Matcher, text: str, mentions: list[str]) -> None:
    assert [hit.form for hit in sv.find(text)] == mentions


@pytest.mark.parametrize(
    "text",
    [
        "innokaupunkimainen",
        "maanantaina",
        "eurooppalaista",
        "Tuki on kestävä. Siirtymä alkaa.",  # only "Tuki" below
        "kestävän siirtymässä",
        "koko Suomi",
        "juuri silloin",
        "talvisodan jälkeen",
        "hankkeet, joissa kaupungit ovat mukana",
        "hän lupasi tulla",
        "ministeriö ei tunne asiaa",
    ],
)
def test_what_only_looks_like_a_finnish_term(fi: Matcher, text: str) -> None:
    assert [hit.form for hit in fi.find(text) if hit.form != "Tuki"] == []


@pytest.mark.parametrize(
    "text",
    [
        "ett avtal är bra",
        "de varit här",
        "man kan fråga kommunen",
        "en rätt stor skillnad",
        "att vara med",
        "kommunen bidrar",
        "området och stationen",
    ],
)
def test_what_only_looks_like_a_swedish_term(sv: Matcher, text: str) -> None:
    assert sv.find(text) == ()


def test_homographs_in_a_clear_context_are_mentions(fi: Matcher, sv: Matcher) -> None:
    assert [h.form for h in fi.find("Joen suurten jokien varrella")] == ["Joen", "jokien"]
    assert [h.form for h in sv.find("en svår fråga och en rätt")] == ["fråga", "rätt"]


def test_a_form_that_cannot_be_told_is_not_certain(fi: Matcher) -> None:
    hits = fi.find("Uusi tuki")
    assert [hit.form for hit in hits] == ["tuki"]
    doubtful = fi.find("Tuki pettymys")
    assert all(not hit.certain for hit in doubtful)


def test_longest_match_wins(fi: Matcher) -> None:
    assert _shown(fi.find("yleisen asumistuen hakija")) == [
        ("yleisen asumistuen", "yleinen asumistuki")
    ]
    assert _shown(fi.find("tutkimus-, kehitys- ja innovaatiotoiminnan")) == [
        (
            "tutkimus-, kehitys- ja innovaatiotoiminnan",
            "tutkimus-, kehitys- ja innovaatiotoiminta",
        )
    ]


def test_compounds_are_decided_by_structure(fi: Matcher, sv: Matcher) -> None:
    def parts(matcher: Matcher, text: str) -> list[tuple[str, MatchKind]]:
        return [(hit.form, hit.how) for hit in matcher.find(text)]

    assert parts(fi, "kärkiekosysteemisopimus") == [("ekosysteemisopimus", MatchKind.COMPOUND_HEAD)]
    assert parts(fi, "ekosysteemisopimusprosessin") == [
        ("ekosysteemisopimus", MatchKind.COMPOUND_MODIFIER)
    ]
    assert parts(fi, "EU-hankkeen") == [("EU", MatchKind.COMPOUND_MODIFIER)]
    assert parts(sv, "ekosystemavtalsprocessen") == [
        ("ekosystemavtals", MatchKind.COMPOUND_MODIFIER)
    ]
    assert parts(sv, "kulturlandskapet") == [("landskapet", MatchKind.COMPOUND_HEAD)]


def test_both_halves_of_a_coordination_are_mentions(fi: Matcher, sv: Matcher) -> None:
    assert _shown(fi.find("kaikki yliopisto- ja yliopistokeskuskaupungit")) == [
        ("yliopisto-", "yliopistokaupunki"),
        ("yliopistokeskuskaupungit", "yliopistokeskuskaupunki"),
    ]
    assert _shown(fi.find("innovaatio-, kokeilu- ja oppimisympäristöjä")) == [
        ("innovaatio-", "innovaatioympäristö")
    ]
    assert _shown(fi.find("ympäristöjärjestöt ja -viranomaiset")) == [
        ("-viranomaiset", "ympäristöviranomainen")
    ]
    assert _shown(sv.find("universitets- och universitetscenterstäder")) == [
        ("universitets-", "universitetsstad"),
        ("universitetscenterstäder", "universitetscenterstad"),
    ]
    assert _shown(sv.find("innovations- och affärsverksamhetsekosystem")) == [
        ("innovations-", "innovationsekosystem"),
        ("affärsverksamhetsekosystem", "affärsverksamhetsekosystem"),
    ]


def test_offsets_are_code_points_of_the_text(fi: Matcher) -> None:
    text = "😀 Innokaupunkien\n\nja  EU:n 🇫🇮 kestävän siirtymän"
    hits = fi.find(text)
    assert [text[hit.start : hit.end] for hit in hits] == [hit.form for hit in hits]
    assert len(hits) == 3
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)


def test_a_phrase_never_crosses_a_sentence_or_a_line(fi: Matcher) -> None:
    assert fi.find("Työ on kestävä. Siirtymä alkaa") == ()
    assert fi.find("kestävä\nsiirtymä") == ()


def test_two_concepts_with_one_term_are_one_uncertain_hit() -> None:
    concepts = [Concept("a", (Term("kieli", "fi"),)), Concept("b", (Term("kieli", "fi"),))]
    hits = compile_matcher(concepts, "fi", cache=False).find("kielen")
    assert [(hit.concept.id, hit.certain) for hit in hits] == [("a", False)]


@pytest.mark.parametrize(
    "term", ["", " ", "()", "/", "-", "x" * 500, "sana " * 100, "§ 5", "a/b", "C++"]
)
def test_odd_terms_break_nothing(term: str) -> None:
    for lang in ("fi", "sv", "en"):
        matcher = _matcher([term, "sopimus"], lang)
        assert any(hit.concept.id == "sopimus" for hit in matcher.find("Uusi sopimus - tehty!"))
        matcher.find(term)


def test_verbs_can_be_terms_too() -> None:
    assert [
        h.form for h in _matcher(["innovoida"], "fi").find("Kaupungit innovoivat yhdessä.")
    ] == ["innovoivat"]
    assert [h.form for h in _matcher(["genomföra"], "sv").find("Projektet genomförs i år.")] == [
        "genomförs"
    ]


def test_a_term_of_another_language_is_left_alone() -> None:
    matcher = compile_matcher([Concept("c", (Term("stad", "sv"),))], "fi", cache=False)
    assert matcher.find("stad") == ()


@pytest.mark.parametrize(
    "text",
    ["a" * 300_000, "a:" * 50_000, "maa-" * 30_000, "laki- " * 10_000, ("x" * 900 + " ") * 300],
)
def test_endless_lines_take_linear_time(fi: Matcher, text: str) -> None:
    start = time.process_time()
    fi.find(text)
    assert time.process_time() - start < 10


@pytest.mark.parametrize("listed", ["d'Alemberts princip", "d’Alemberts princip"])
@pytest.mark.parametrize("written", ["d'Alemberts princip", "d’Alemberts princip"])
def test_one_apostrophe_is_as_good_as_another(listed: str, written: str) -> None:
    matcher = compile_matcher([Concept("c", (Term(listed, "sv"),))], "sv", cache=False)
    assert [hit.form for hit in matcher.find(f"Enligt {written} gäller.")] == [written]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_an_ending_may_follow_an_apostrophe(apostrophe: str) -> None:
    matcher = compile_matcher([Concept("c", (Term("Bordeaux", "fi"),))], "fi", cache=False)
    text = f"Matkalla Bordeaux{apostrophe}ssa"
    assert [hit.form for hit in matcher.find(text)] == [f"Bordeaux{apostrophe}ssa"]
