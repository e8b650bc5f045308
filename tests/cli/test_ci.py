"""A repository adds Kielipari and keeps it: known findings stay quiet, a new one fails the run."""

import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kielipari.state.baseline import FILE_NAME

BASELINE = ("--baseline", FILE_NAME)
PAGE = Path("sivut/sv/museo-hinnat.html")
Run = Callable[..., tuple[int, str, str]]


def replace(path: str | Path, old: str, new: str) -> int:
    """Replace the first occurrence in a file; return its line."""
    text = Path(path).read_text(encoding="utf-8")
    assert old in text, path
    Path(path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def findings(out: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out)["findings"]
    return found


def new(out: str) -> list[dict[str, Any]]:
    return [finding for finding in findings(out) if finding["baseline"] == "new"]


def test_one_defect_fails_the_run_with_that_one_finding(town: Path, run: Run) -> None:
    assert town.is_dir()
    status, out, _ = run("check", *BASELINE, "--format", "json")
    assert status == 0
    assert {f["rule"] for f in findings(out)} >= {"copied-source"}
    assert not new(out), "everything is known"

    line = replace(PAGE, "inom 4 veckor", "inom 40 veckor")
    status, out, _ = run(
        *("check", *BASELINE, "--format", "json"),
        *("--format", "sarif=out.sarif", "--format", "junit=out.xml", "--format", "github=out.txt"),
    )
    assert status == 1
    (finding,) = new(out)
    assert (finding["rule"], finding["target"]["path"]) == ("number-mismatch", PAGE.as_posix())
    assert finding["target"]["line"] == line

    (sarif,) = json.loads(Path("out.sarif").read_text())["runs"]
    (result,) = [r for r in sarif["results"] if r["baselineState"] == "new"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == PAGE.as_posix()
    assert place["region"]["startLine"] == line
    assert {r["baselineState"] for r in sarif["results"]} == {"new", "unchanged"}

    failures = ET.parse("out.xml").getroot().findall(".//testcase[failure]")  # noqa: S314 our own
    assert [case.get("line") for case in failures] == [str(line)]

    errors = [row for row in Path("out.txt").read_text().splitlines() if row.startswith("::error")]
    assert len(errors) == 1
    assert f"file={PAGE.as_posix()},line={line}," in errors[0]


def test_a_moved_or_rewrapped_finding_is_known_and_a_copied_one_is_new(
    town: Path, run: Run
) -> None:
    page = town / "sivut" / "sv" / "teatteri-varaukset.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("<main>", "<main>\n\n\n").replace("Teatern är", "Teatern\n  är"))
    replace("locale/sv.po", 'msgstr "Kopioi tiedosto"', 'msgstr ""\n"Kopioi "\n"tiedosto"')
    status, out, _ = run("check", *BASELINE, "--format", "json")
    assert (status, new(out)) == (0, [])

    for lang in ("fi", "sv"):
        shutil.move(
            f"sivut/{lang}/teatteri-varaukset.html", f"sivut/{lang}/naytelmat-varaukset.html"
        )
    status, out, _ = run("check", *BASELINE, "--format", "json")
    assert (status, new(out)) == (0, [])

    catalogue = town / "locale" / "sv.po"
    entry = 'msgctxt "menu"\nmsgid "Kopioi tiedosto"\nmsgstr "Kopioi tiedosto"\n'
    catalogue.write_text(catalogue.read_text(encoding="utf-8") + "\n" + entry, encoding="utf-8")
    status, out, _ = run("check", *BASELINE, "--format", "json")
    assert status == 1
    assert [f["rule"] for f in new(out)] == ["copied-source"]


def test_a_baseline_shrinks_by_itself_and_grows_only_when_told(town: Path, run: Run) -> None:
    before = (town / FILE_NAME).read_text()
    assert run("baseline", "create")[0] == 2, "it is there already"
    assert run("baseline", "create", "--force", "--since", "HEAD")[0] == 2, "it would be of a part"

    replace("locale/sv.po", 'Kopioi tiedosto"\n\nmsgid', 'Kopiera filen"\n\nmsgid')
    replace(PAGE, "inom 4 veckor", "inom 40 veckor")
    status, out, _ = run("check", *BASELINE, "--format", "json")
    assert status == 1
    status, _, said = run("baseline", "update")
    assert status == 1
    assert "1 fixed" in said
    assert "1 finding not added, being new: mend them, or give --allow-growth" in said
    after = (town / FILE_NAME).read_text()
    assert "copied-source" in before
    assert "copied-source" not in after
    assert PAGE.name not in after

    status, _, said = run("baseline", "update", "--allow-growth")
    assert (status, "1 added" in said) == (0, True)
    assert run("check", *BASELINE)[0] == 0
    status, out, _ = run("baseline", "show")
    assert "number-mismatch" in out
    assert out.splitlines()[-1].endswith(" findings")
    assert run("baseline", "show", "sivut/fi")[1] == "0 findings\n"


def test_a_run_over_one_file_calls_nothing_else_fixed(town: Path, run: Run) -> None:
    before = (town / FILE_NAME).read_text()
    status, _, said = run("baseline", "update", "locale/sv.po")
    assert (status, "0 fixed" in said) == (0, True)
    assert (town / FILE_NAME).read_text() == before


def test_since_tells_what_changed_and_what_that_affects(
    town: Path, run: Run, commit: Callable[[Path, str], None]
) -> None:
    status, out, said = run("check", "--since", "HEAD", "--format", "json")
    assert (status, findings(out)) == (0, [])
    assert "nothing that is checked here has changed" in said

    # The Finnish page changes; the finding is on its Swedish counterpart.
    replace("sivut/fi/museo-hinnat.html", "tehdään 4 viikon", "tehdään 17 viikon")
    status, out, _ = run("check", "--since", "HEAD", "--format", "json")
    assert status == 1
    assert [f["target"]["path"] for f in findings(out)] == [PAGE.as_posix()]
    commit(town, "changed")
    assert run("check", "--since", "HEAD")[0] == 0
    assert run("check", "--since", "HEAD~1")[0] == 1

    # A term changes; every use of it is told, on pages that did not change.
    replace("glossary/termit.csv", "paatos,sv,beslut", "paatos,sv,avgörande")
    status, out, _ = run("check", "--since", "HEAD", "--format", "json")
    told = findings(out)
    assert status == 1
    assert {f["concept"] for f in told} == {"paatos"}
    assert {f["target"]["path"] for f in told} >= {"locale/sv.po", PAGE.as_posix()}
    commit(town, "term")

    # A page is deleted; its counterpart is alone now.
    Path("sivut/sv/satama-hinnat.html").unlink()
    status, out, _ = run("check", "--since", "HEAD", "--format", "json")
    assert status == 1
    assert [f["rule"] for f in findings(out) if f["source"]["path"].endswith("satama-hinnat.html")]
    assert {f["source"]["path"] for f in findings(out)} == {"sivut/fi/satama-hinnat.html"}


def test_confirmed_translations_become_stale(town: Path, run: Run) -> None:
    status, _, said = run("confirm", "sivut/sv/museo-hinnat.html", "locale/sv.po")
    assert status == 0
    assert "units in 2 pairs" in said
    state = (town / ".kielipari-confirmed.json").read_text()
    assert state.count("sivut/") == 2

    def stale() -> list[str]:
        out = run("check", "--select", "D106", "--format", "json")[1]
        return [finding["source"]["text"] for finding in findings(out)]

    assert stale() == []
    PAGE.touch()
    replace("sivut/fi/museo-hinnat.html", "Museo on", "Museo\n   on")
    assert stale() == [], "white space is no change"
    replace("sivut/fi/museo-hinnat.html", "tehdään 4 viikon kuluessa", "tehdään kevään kuluessa")
    (changed,) = stale()
    assert "kevään" in changed
    PAGE.touch()
    assert stale() == [changed], "a touched file confirms nothing"
    replace(PAGE, "inom 4 veckor", "under våren")
    assert stale() == [], "both sides changed"

    replace("sivut/fi/museo-hinnat.html", "kevään kuluessa", "syksyn kuluessa")
    assert stale() == [], "what was not confirmed is not known"
    assert run("confirm", "sivut/fi/museo-hinnat.html")[0] == 0
    replace("sivut/fi/museo-hinnat.html", "syksyn kuluessa", "talven kuluessa")
    assert len(stale()) == 1
    assert run("confirm", "sivut")[0] == 0
    assert stale() == []


def test_a_po_entry_knows_its_previous_msgid(town: Path, run: Run) -> None:
    replace(
        town / "locale" / "sv.po",
        'msgid "Lisää lasku"',
        '#, fuzzy\n#| msgid "Lisää ostolasku"\nmsgid "Lisää lasku"',
    )
    out = run("check", "--select", "D106", "--format", "json")[1]
    (finding,) = findings(out)
    assert "Lisää ostolasku" in finding["message"]


@pytest.mark.usefixtures("town")
def test_a_silenced_finding_fails_nothing_and_an_idle_silence_is_told(run: Run) -> None:
    replace(PAGE, "inom 4 veckor", "inom 40 veckor")
    (finding,) = new(run("check", *BASELINE, "--format", "json")[1])
    print_of = finding["fingerprint"]
    assert run("ignore", print_of, "--reason", "Neljäkymmentä on oikein")[0] == 0
    text = Path("kielipari.toml").read_text(encoding="utf-8")
    assert "# The agreed terms" in text, "comments stay"
    status, out, _ = run("check", *BASELINE, "--format", "json")
    assert (status, new(out)) == (0, [])
    run("check", *BASELINE, "--format", "sarif=out.sarif")
    (sarif,) = json.loads(Path("out.sarif").read_text())["runs"]
    silenced = [r for r in sarif["results"] if r.get("suppressions")]
    assert [s["suppressions"][0]["justification"] for s in silenced] == ["Neljäkymmentä on oikein"]

    assert run("ignore", print_of, "--reason", "again")[0] == 2
    replace(PAGE, "inom 40 veckor", "inom 4 veckor")
    status, out, _ = run("check", *BASELINE, "--format", "json")
    assert status == 0
    (idle,) = new(out)
    assert (idle["rule"], idle["severity"]) == ("unused-suppression", "info")
    assert idle["source"]["path"] == "kielipari.toml"
    line = (
        Path("kielipari.toml").read_text(encoding="utf-8").splitlines()[idle["source"]["line"] - 1]
    )
    assert line == "[[ignore]]"


def test_what_is_silenced_in_the_file_itself_is_told_as_silenced(town: Path, run: Run) -> None:
    replace(
        town / "locale" / "sv.po",
        'msgid "Kopioi tiedosto"',
        '# kielipari-ignore: copied-source The word is a brand here\nmsgid "Kopioi tiedosto"',
    )
    replace(
        PAGE,
        "<p>Beslutet fattas inom 4 veckor",
        "<!-- kielipari-ignore: V101 Fyrtio är rätt -->\n<p>Beslutet fattas inom 40 veckor",
    )
    run("check", "--select", "U102,V101", "--format", "sarif=out.sarif")
    (sarif,) = json.loads(Path("out.sarif").read_text())["runs"]
    silenced = [r for r in sarif["results"] if r.get("suppressions")]
    reasons = [result["suppressions"][0]["justification"] for result in silenced]
    assert reasons == ["Fyrtio är rätt", "The word is a brand here"]


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ((), 1),
        (("--fail-on", "never"), 0),
        (("--fail-on", "never,V"), 1),
        (("--fail-on", "error,-V,-U"), 0),
        (("--fail-on", "never", "--fail-on", "number-mismatch"), 1),
        (("--fail-on", "never", "--max-untranslated", "1"), 0),
        (("--fail-on", "never", "--max-untranslated", "0"), 1),
        (("--fail-on", "never", "--min-coverage", "0.5"), 0),
        (("--fail-on", "never", "--min-coverage", "1"), 0),
        (("--fail-on", "hirmu"), 2),
        (("--fail-on", "error,warning"), 2),
        (("--fail-on", "V999"), 2),
        (("--min-coverage", "95"), 2),
        (("--max-untranslated", "-1"), 2),
    ],
)
def test_gates(town: Path, run: Run, options: tuple[str, ...], status: int) -> None:
    assert town.is_dir()
    replace(PAGE, "inom 4 veckor", "inom 40 veckor")
    assert run("check", *options)[0] == status


def test_each_part_has_its_own_configuration(town: Path, run: Run) -> None:
    (town / "kielipari.toml").unlink()
    (town / "sivut" / "kielipari.toml").write_text(
        'fail-on = "never"\n[[content]]\npath = "{lang}/*.html"\n'
    )
    (town / "locale" / "kielipari.toml").write_text(
        '[[content]]\npath = "sv.po"\n[checks]\nignore = ["U103"]\n'
    )
    configs = ("--config", "sivut/kielipari.toml", "--config", "locale/kielipari.toml")
    status, out, _ = run("check", *configs, "--format", "json")
    assert status == 1, "the catalogue has an error, and its part fails on errors"
    report = json.loads(out)
    assert report["checked"]["pairs"] == 41
    assert len({pair["id"] for pair in report["pairs"]}) == 41
    replace("locale/sv.po", 'Kopioi tiedosto"\n\nmsgid', 'Kopiera filen"\n\nmsgid')
    assert run("check", *configs)[0] == 0, "the pages' part never fails"
    assert run("check", "sivut/fi", "sivut/sv", "locale/sv.po")[0] == 0, "the nearest one each"
    assert run("check", *configs, "locale/sv.po")[0] == 2
    Path("locale/sv.po").write_text('msgid "Avaa kartta"\nmsgstr ""\n')
    status, _, said = run("check", *configs, "--ignore", "U", "--max-untranslated", "0")
    assert (status, "kielipari: locale/kielipari.toml: untranslated: 1" in said) == (1, True)
