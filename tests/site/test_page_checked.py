"""What is left in Finnish on a Swedish page is found wherever it stands, and where it stands."""

from pathlib import Path

import pytest

from kielipari.config import Config
from kielipari.model import Report
from kielipari.run import Request, run

FI = """<!doctype html>
<html lang="fi"><head>
<title>Kokeilut – Innokaupungit</title>
<meta name="description" content="Näin haet mukaan kaupungin kokeiluihin.">
<meta property="og:title" content="Hae mukaan kokeiluihin">
<meta name="twitter:description" content="Lue, miten pääset mukaan.">
<script type="application/ld+json">
{"@type": "WebPage", "description": "Kaupungin kokeilut yhdellä sivulla."}</script>
</head><body>
<nav aria-label="Sivuston valikko"><a href="index.html">Etusivu</a></nav>
<main><h1>Kokeilut</h1>
<p>Kaupunki kokeilee uusia ratkaisuja yhdessä yritysten kanssa.</p>
<ol><li>Lue ohjeet huolellisesti.</li><li>Täytä lomake.</li></ol>
<table><caption>Hakuajat</caption><tr><th>Kokeilun nimi</th><td>Älykkäät pysäkit</td></tr></table>
<form><label>Yrityksen nimi<input placeholder="Etunimi ja sukunimi"></label>
<input type="submit" value="Lähetä hakemus"></form>
<img src="a.jpg" alt="Pysäkki, jossa on näyttö">
<p>Lue <a href="ohje_fi.pdf">tarkempi ohje</a> ja täytä <a href="lomake.docx">lomake</a>.</p>
</main></body></html>
"""
SV = (
    FI.replace('lang="fi"', 'lang="sv"')
    .replace(">Etusivu<", ">Framsida<")
    .replace("<h1>Kokeilut", "<h1>Försök")
    .replace(
        "Kaupunki kokeilee uusia ratkaisuja yhdessä yritysten kanssa.",
        "Staden prövar nya lösningar tillsammans med företag.",
    )
    .replace("Täytä lomake.", "Fyll i blanketten.")
    .replace("Hakuajat", "Ansökningstider")
    .replace("Älykkäät pysäkit", "Smarta hållplatser")
    .replace(
        'Lue <a href="ohje_fi.pdf">tarkempi ohje</a> ja täytä <a href="lomake.docx">lomake</a>.',
        'Läs <a href="ohje_fi.pdf">den närmare anvisningen</a>.',
    )
)
LEFT = [
    (3, "untranslated-metadata"),
    (4, "untranslated-metadata"),
    (5, "untranslated-metadata"),
    (6, "untranslated-metadata"),
    (8, "untranslated-metadata"),
    (10, "untranslated-metadata"),
    (13, "copied-source"),
    (14, "copied-source"),
    (15, "copied-source"),
    (15, "untranslated-metadata"),
    (16, "copied-source"),
    (17, "untranslated-metadata"),
    (18, "missing-attachment"),
]


def audited(tmp_path: Path, fi: str, sv: str) -> Report:
    for lang, text in (("fi", fi), ("sv", sv)):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "kokeilut.html").write_text(text, encoding="utf-8")
    return run(Request(Config(root=tmp_path), (str(tmp_path),), use_cache=False))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return audited(tmp_path_factory.mktemp("page"), FI, SV)


def test_what_was_not_translated_is_found_in_its_place(report: Report) -> None:
    found = [(f.target.line, f.rule) for f in report.findings if f.target]
    assert sorted(set(found)) == LEFT


def test_a_missing_attachment_is_named_on_the_other_side(report: Report) -> None:
    (missing,) = [f for f in report.findings if f.target is None]
    assert missing.rule == "missing-attachment"
    assert missing.source is not None
    assert (missing.source.line, missing.source.text) == (18, "lomake")


@pytest.mark.parametrize(
    "said", ["anvisningen (på finska)", "anvisningen (FI)", "den finska anvisningen"]
)
def test_a_file_in_the_other_language_may_be_linked_where_the_link_says_so(
    said: str, tmp_path: Path
) -> None:
    sv = SV.replace("den närmare anvisningen", said)
    report = audited(tmp_path, FI, sv)
    rules = [f.rule for f in report.findings if f.target and f.target.line == 18]
    assert rules == []
