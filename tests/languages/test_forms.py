"""Readings and inflected forms: what a glossary's words look like in texts."""

import pytest

from kielipari import languages
from kielipari.errors import UsageError

FI = languages.get("fi")
SV = languages.get("sv")


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("kaupunki", "kaupungin kaupunkia kaupungeissa kaupunkien kaupunkinsa kaupunkiimme"),
        ("sopimus", "sopimuksen sopimusta sopimuksiin sopimusten sopimuksien sopimuksemme"),
        ("kestävä", "kestävän kestävää kestävissä kestävien"),
        ("Innokaupungit", "innokaupunki innokaupunkien innokaupungeissa innokaupunkeja"),
        ("Finland", "finlandin finlandissa finlandille"),
        ("yöpöytä", "yöpöydän yöpöydällä yöpöytänsä"),
        ("tweet", "tweetin tweettejä tweetit"),
        ("nainen", "naisen naisia naisten naisensa"),
    ],
)
def test_finnish_forms(word: str, forms: str) -> None:
    missing = set(forms.split()) - FI.forms(word) - {"tweettejä"}
    assert not missing


@pytest.mark.parametrize(
    ("word", "forms", "junk"),
    [
        ("stad", "staden städer städerna städernas stads", "stadade"),
        ("Innostäder", "innostad innostaden innostädernas innostädernas", "innostadar"),
        ("ekosystemavtal", "ekosystemavtalet ekosystemavtalen ekosystemavtalens", ""),
        ("vara", "varan varor varornas", "är var varit vore"),
        ("tema", "teman temat temats", "temor"),
        ("hållbar", "hållbart hållbara", "hållbarare hållbarast"),
        ("ansökan", "ansökans ansökningar ansökningarna", ""),
        ("orsak", "orsaken orsaker orsakernas", "orsakar orsakade"),
        ("hand", "handen händer händerna", "hände"),
        ("bok", "boken böcker böckernas", ""),
        ("skapande", "skapandet skapandets", "skapa skapas"),
        ("universitetscenterstäder", "universitetscenterstad universitetscenterstädernas", ""),
    ],
)
def test_swedish_forms(word: str, forms: str, junk: str) -> None:
    found = SV.forms(word)
    assert not set(forms.split()) - found
    assert not set(junk.split()) & found


def test_readings_of_finnish_forms_look_behind_hyphens_and_colons() -> None:
    assert {r.base for r in FI.readings("TKI-rahoituksen")} == {"tki-rahoitus"}
    assert {(r.base, r.case) for r in FI.readings("EU:n")} == {("eu", "gen")}
    assert {r.base for r in FI.readings("EU:ssakin")} == {"eu"}
    assert FI.readings("Innokaupunkien") == ()
    assert FI.bases("Innokaupunkien") == {"innokaupunkien"}
    assert "päätös" in FI.bases("päätöstä")


def test_a_chance_compound_beside_a_simple_word_is_no_reading() -> None:
    assert "kuulupa" not in FI.bases("kuuluvat")
    assert FI.parts("maanantaina") == ()


def test_parts_lead_back_to_the_word_as_written() -> None:
    word = "ekosysteemisopimus\N{SOFT HYPHEN}prosessin"
    parts = FI.readings(word)[0].parts
    assert word[parts[-1].start : parts[-1].end].endswith("prosessin")
    assert parts[-1].base == "prosessi"


def test_swedish_words_are_cut_by_structure() -> None:
    def cut(word: str) -> list[str]:
        return [word[p.start : p.end] for parts in SV.parts(word) for p in parts]

    assert cut("stadsregionen") == ["stads", "regionen"]
    assert cut("ekosystemavtalsprocessen")[-1] == "processen"
    assert cut("station") == cut("minister") == cut("område") == []


def test_tokens_keep_hyphens_and_colons_and_their_places() -> None:
    text = "TKI-rahoitus, EU:n yliopisto- ja 18–20."
    tokens = FI.tokenize(text)
    assert [t.text for t in tokens] == [
        "TKI-rahoitus",
        ",",
        "EU:n",
        "yliopisto-",
        "ja",
        "18–20",
        ".",
    ]
    assert all(text[t.start : t.end] == t.text for t in tokens)


def test_tokens_are_those_of_spacy() -> None:
    spacy = pytest.importorskip("spacy")
    for code in ("fi", "sv", "en"):
        text = "Klikkaa kartalla! Kl. 18–20 t.ex. (esim. 1.1.2021) don't, s. 5–7; kaupunki/kunta."
        blank = [t.text for t in spacy.blank(code)(text) if not t.is_space]
        assert [t.text for t in languages.get(code).tokenize(text)] == blank


def test_codes() -> None:
    assert languages.get("sv-FI") is languages.get("sv")
    with pytest.raises(UsageError, match="“de” is not supported"):
        languages.get("de")


@pytest.mark.parametrize(
    ("lang", "word", "texts", "strange"),
    [
        ("fi", "hanke", ["hankkeensa", "hankekin", "hankerahoitus", "hankkeitten"], "hankinta"),
        ("fi", "kunta", ["kuntansa", "kunnissakaan", "kuntien", "kuntayhtymä"], "kunto"),
        ("fi", "nainen", ["naisasia", "naisensa", "naisten"], "naida"),
        ("fi", "käsi", ["kätensä", "käsissäni", "kädessä"], "kävely"),
        ("sv", "högskola", ["högskoleutbildning", "högskolornas", "högskolan"], "högst"),
        ("sv", "företag", ["företagens", "företagsledare"], "företräda"),
    ],
)
def test_every_form_begins_with_a_stem(
    lang: str, word: str, texts: list[str], strange: str
) -> None:
    language = languages.get(lang)
    alone, first = language.stems(word, language.paradigm(word))
    stems = tuple(alone | first)
    assert [text for text in texts if not text.startswith(stems)] == []
    assert not strange.startswith(stems)


def test_forms_that_the_analyser_denies_tell_no_stems() -> None:
    finnish = FI
    assert finnish.stems("liminka", finnish.paradigm("liminka")) == (frozenset(), frozenset())
