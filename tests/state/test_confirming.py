"""What was confirmed of a text that stands on many pages."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kielipari.cli import main

PAGES = ("museo", "kirjasto", "satama", "uimahalli")
NAMES = {"fi": PAGES, "sv": ("museet", "biblioteket", "hamnen", "simhallen")}
REPEATED = {
    "fi": "Asiakaspalvelu auttaa arkisin puhelimitse.",
    "sv": "Kundtjänsten hjälper på vardagar per telefon.",
}
Stale = Callable[[], list[tuple[str, str]]]


def page(lang: str, number: int, repeated: str | None = None) -> None:
    name, price = NAMES[lang][number], (number + 3) * 2
    first = {
        "fi": f"Liput paikkaan {name} maksavat {price} euroa.",
        "sv": f"Biljetterna till {name} kostar {price} euro.",
    }[lang]
    path = Path("sivut", lang, f"{PAGES[number]}.html")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'<html lang="{lang}"><title>{name}</title>\n<h1>{name.title()}</h1>\n<p>{first}</p>\n'
        f"<p>{repeated or REPEATED[lang]}</p></html>\n",
        encoding="utf-8",
    )


@pytest.fixture
def stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Stale:
    monkeypatch.chdir(tmp_path)
    Path("kielipari.toml").write_text('[[content]]\npath = "sivut/{lang}/*.html"\n')
    for lang in NAMES:
        for number in range(len(PAGES)):
            page(lang, number)

    def found() -> list[tuple[str, str]]:
        with pytest.raises(SystemExit):
            main(["check", "--select", "D106", "--format", "json"])
        report = json.loads(capfd.readouterr().out)
        return [(Path(f["source"]["path"]).stem, f["source"]["text"]) for f in report["findings"]]

    return found


def confirm(*paths: str) -> None:
    with pytest.raises(SystemExit) as left:
        main(["confirm", *paths])
    assert left.value.code == 0


def test_it_becomes_stale_where_it_changes(stale: Stale) -> None:
    confirm("sivut")
    assert stale() == []
    changed = "Asiakaspalvelu auttaa joka päivä puhelimitse."
    page("fi", 2, changed)
    assert stale() == [("satama", changed)]
    for number in range(len(PAGES)):
        page("fi", number, changed)
    assert len(stale()) == 1, "told once, as it is one text again"


def test_it_is_known_of_every_page_that_was_confirmed(stale: Stale) -> None:
    confirm("sivut/fi/kirjasto.html")
    changed = "Asiakaspalvelu auttaa joka päivä puhelimitse."
    page("fi", 2, changed)
    assert stale() == [], "nobody confirmed this page"
    page("fi", 1, changed)
    assert ("kirjasto", changed) in stale()
