"""kielipari init finds what is there by names and by contents, and overwrites nothing."""

import json
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from kielipari import config
from kielipari.setup.patterns import generalise

Run = Callable[..., tuple[int, str, str]]
ENTRY = '\nmsgid "{}"\nmsgstr "{}"\n'
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
MENU = (
    ("Save the changes", "Tallenna muutokset", "Spara ändringarna"),
    ("Delete this file", "Poista tämä tiedosto", "Ta bort den här filen"),
    ("Search the whole site", "Hae koko sivustolta", "Sök på hela webbplatsen"),
    ("Show more results", "Näytä lisää tuloksia", "Visa fler resultat"),
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("paths", "patterns"),
    [
        (["site/fi/a.html", "site/sv/a.html", "site/fi/x/b.html"], ["site/{lang}/**/*.html"]),
        (["docs/guide.fi.md", "docs/guide.sv.md"], ["docs/*.{lang}.md"]),
        (["docs/guide_fi.md", "docs/intro_sv.md"], ["docs/*_{lang}.md"]),
        (["locale/fi.po", "locale/sv.po"], ["locale/{lang}.po"]),
        (
            ["locale/fi/LC_MESSAGES/django.po", "locale/sv/LC_MESSAGES/django.po"],
            ["locale/{lang}/**/*.po"],
        ),
        (["app/res/values-fi/strings.xml"], ["app/res/values-{lang}/**/*.xml"]),
        (["app/res/values-sv-rFI/strings.xml"], ["app/res/values-{lang}/**/*.xml"]),
        (["www/fi_FI/a.md", "www/sv_FI/a.md"], ["www/{lang}/**/*.md"]),
        (["a/fi.json", "b/fi.json", "c/d/fi.json"], ["**/{lang}.json"]),
        (["x/a/fi.json", "x/b/fi.json", "x/c/fi.json"], ["x/**/{lang}.json"]),
        (["fi/a.txt", "fi/b.md"], ["{lang}/**/*.md", "{lang}/**/*.txt"]),
    ],
)
def test_patterns(paths: list[str], patterns: list[str]) -> None:
    assert generalise(paths, ("fi", "sv")) == tuple(patterns)


def test_files_by_name_and_a_glossary(run: Run, here: Path) -> None:
    for lang, text in (
        ("fi", "Hakemus lähetetään sähköisesti.\n"),
        ("sv", "Ansökan skickas elektroniskt.\n"),
    ):
        write(f"docs/ohje.{lang}.md", text)
    write("termit.csv", "concept,lang,term\na,fi,hakemus\na,sv,ansökan\n")
    write("luvut.csv", "vuosi,määrä\n2020,3\n")
    write("node_modules/x/a.fi.md", "Ei tätä.\n")
    write("node_modules/x/a.sv.md", "Inte det här.\n")
    status, out, _ = run("init")
    assert status == 0
    assert "1 pair of language versions in docs/*.{lang}.md" in out
    found = config.read(here / "kielipari.toml")
    assert [content.path for content in found.content] == ["docs/*.{lang}.md"]
    assert [path.name for path in found.glossary] == ["termit.csv"]
    assert run("check")[0] == 0


@pytest.mark.parametrize(
    ("names", "pattern", "said"),
    [
        (("www/fi-FI/a.md", "www/sv-FI/a.md"), "www/{lang}/**/*.md", "language versions in www/"),
        (("l10n/fi_FI.md", "l10n/sv_FI.md"), "l10n/{lang}.md", "language versions in l10n/"),
        (("www/fi-fi/a.md", "www/sv-se/a.md"), "www/{lang}/**/*.md", "language versions in www/"),
        (("docs/a.md", "docs/a.sv.md"), None, "by their names: docs/a.md and docs/a.sv.md"),
        (("site/a.md", "site/sv/a.md"), None, "by their names: site/a.md and site/sv/a.md"),
    ],
)
def test_regions_and_a_main_language_without_its_code(
    run: Run, here: Path, names: tuple[str, str], pattern: str | None, said: str
) -> None:
    for name, text in zip(
        names,
        ("Hakemus lähetetään viimeistään 3.5.2027.\n", "Ansökan skickas senast den 3 juni 2027.\n"),
        strict=True,
    ):
        write(name, text)
    status, out, _ = run("init")
    assert (status, said in out) == (0, True)
    found = config.read(here / "kielipari.toml")
    assert [content.path for content in found.content] == ([pattern] if pattern else [])
    status, out, _ = run("check", "--format", "json", "--select", "V")
    (pair,) = json.loads(out)["pairs"]
    assert (pair["source"], pair["target"]) == names
    assert status == 1, "the two dates are compared"


def test_catalogues_with_english_keys_are_one_pair(run: Run, here: Path) -> None:
    for lang, index in (("fi", 1), ("sv", 2)):
        write(
            f"po/{lang}.po",
            HEAD + f'"Language: {lang}\\n"\n' + "".join(ENTRY.format(r[0], r[index]) for r in MENU),
        )
    assert run("init")[0] == 0
    assert [c.path for c in config.read(here / "kielipari.toml").content] == ["po/{lang}.po"]


def test_a_catalogue_from_finnish_to_swedish(run: Run, here: Path) -> None:
    write("kaannos.po", HEAD + "".join(ENTRY.format(fi, sv) for _, fi, sv in MENU))
    status, out, _ = run("init")
    assert "a bilingual file, kaannos.po" in out
    assert (status, len(config.read(here / "kielipari.toml").content)) == (0, 1)


FI = (
    (
        "Kuopion kaupunki järjestää 14 kurssia vuonna 2026. Kursseille mahtuu 320 osallistujaa.\n\n"
        "Ilmoittaudu numeroon 017 185 500 tai osoitteessa Suokatu 42, Kuopio.\n"
    ),
    (
        "Vaasan satama avataan 3.5.2027, ja laituripaikkoja on 118. Vuosimaksu on 95 euroa.\n\n"
        "Satama on osa Merenkurkun saaristoa, jonka Unesco hyväksyi vuonna 2006.\n"
    ),
)
SV = (
    (
        "Kuopio stad ordnar 14 kurser år 2026. Kurserna har plats för 320 deltagare.\n\n"
        "Anmäl dig på numret 017 185 500 eller på adressen Suokatu 42, Kuopio.\n"
    ),
    (
        "Vasa hamn öppnas den 3 maj 2027 och där finns 118 båtplatser. Årsavgiften är 95 euro.\n\n"
        "Hamnen hör till Kvarkens skärgård, som Unesco godkände år 2006.\n"
    ),
)


def test_files_whose_names_say_nothing_are_paired_by_content(run: Run, here: Path) -> None:
    for name, text in zip(("kurssit", "satama", "kurser", "hamnen"), (*FI, *SV), strict=True):
        write(f"tekstit/{name}.txt", text)
    write("tekstit/muuta.txt", "Tämä teksti on vain suomeksi, eikä sillä ole paria missään.\n")
    status, out, _ = run("init")
    assert status == 0
    assert "by their contents: tekstit/kurssit.txt and tekstit/kurser.txt" in out
    pairs = config.read(here / "kielipari.toml").pairs
    assert {(pair.path("fi"), pair.path("sv")) for pair in pairs} == {
        ("tekstit/kurssit.txt", "tekstit/kurser.txt"),
        ("tekstit/satama.txt", "tekstit/hamnen.txt"),
    }


def test_it_overwrites_nothing(run: Run, here: Path) -> None:
    write("kielipari.toml", 'fail-on = "never"\n')
    status, _, err = run("init")
    assert status == 2
    assert "is there already, and it is not overwritten" in err
    assert (here / "kielipari.toml").read_text() == 'fail-on = "never"\n'


def test_a_project_table_counts_as_a_configuration(run: Run, here: Path) -> None:
    write("pyproject.toml", "[tool.kielipari]\n")
    assert run("init")[0] == 2
    assert not (here / "kielipari.toml").exists()


def test_nothing_in_both_languages(run: Run, here: Path) -> None:
    write("docs/ohje.fi.md", "Hakemus lähetetään sähköisesti.\n")
    status, _, err = run("init")
    assert status == 2
    assert "no texts in both fi and sv were found" in err
    assert not (here / "kielipari.toml").exists()
    assert run("init", "missing")[0] == 2


def test_ignore_finds_its_place_in_pyproject(run: Run) -> None:
    write(
        "pyproject.toml",
        '# mine\n[tool.kielipari]\nfail-on = "info"  # strict\n\n[tool.x]\na = 1\n',
    )
    assert run("ignore", "0123456789abcdef", "--reason", "Näin on sovittu")[0] == 0
    text = Path("pyproject.toml").read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# strict" in text
    table = tomllib.loads(text)["tool"]
    assert table["x"] == {"a": 1}
    assert table["kielipari"]["ignore"] == [
        {"fingerprint": "0123456789abcdef", "reason": "Näin on sovittu"}
    ]


def test_it_works_without_git(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.fi.txt", FI[0])
    write("a.sv.txt", SV[0])
    empty = here / "bin"
    empty.mkdir()
    monkeypatch.setenv("PATH", str(empty))
    assert shutil.which("git") is None
    assert run("init")[0] == 0


def test_a_file_with_both_languages_is_a_pair_by_itself(run: Run, here: Path) -> None:
    write(
        "locales/ui.json",
        json.dumps(
            {
                lang: {str(n): row[i] for n, row in enumerate(MENU)}
                for i, lang in ((1, "fi"), (2, "sv"))
            }
        ),
    )
    assert run("init")[0] == 0
    (content,) = tomllib.loads((here / "kielipari.toml").read_text(encoding="utf-8"))["content"]
    assert content["path"] == "locales/ui.json"
    code, out, _ = run("check", "--format", "json")
    assert (code, json.loads(out)["checked"]["units"]) == (0, len(MENU))
