"""``kielipari-ignore`` in each form of comment: it silences what it is about, and tells when it no longer does."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
NEEDED = "kielipari-ignore: V101 luku on pyöristetty"
IDLE = "kielipari-ignore: number-mismatch ennen tässä oli luku"


def po(needed: str, idle: str) -> str:
    return (
        f'msgid ""\nmsgstr "Language: sv\\n"\n\n# {needed}\nmsgid "Hakutuloksia on 16"\n'
        f'msgstr "Det finns 19 träffar"\n\n# {idle}\nmsgid "Sulje ikkuna"\nmsgstr "Stäng fönstret"\n'
    )


def xliff(needed: str, idle: str) -> str:
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        '<file original="a" source-language="fi" target-language="sv" datatype="x"><body>\n'
        '<trans-unit id="1"><source>Hakutuloksia on 16</source>\n'
        f"<target>Det finns 19 träffar</target><note>{needed}</note></trans-unit>\n"
        '<trans-unit id="2"><source>Sulje ikkuna</source><target>Stäng fönstret</target>\n'
        f"<note>{idle}</note></trans-unit>\n</body></file></xliff>\n"
    )


def xliff_2(needed: str, idle: str) -> str:
    return (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="fi" trgLang="sv">\n'
        f'<file id="f"><unit id="1"><notes><note>{needed}</note></notes>\n'
        "<segment><source>Hakutuloksia on 16</source><target>Det finns 19 träffar</target></segment></unit>\n"
        f'<unit id="2"><notes><note>{idle}</note></notes>\n'
        "<segment><source>Sulje ikkuna</source><target>Stäng fönstret</target></segment></unit></file></xliff>\n"
    )


TEXTS = {
    "fi": ("Kirjastossa on 16 lukusalia ja kahvila.", "Kirjasto on auki joka arkipäivä."),
    "sv": ("Biblioteket har 19 läsesalar och ett kafé.", "Biblioteket är öppet varje vardag."),
}
KEYED = {
    "properties": ("", "# {needed}\na = {one}\n# {idle}\nb = {two}\n"),
    "yml": ("", "{lang}:\n  # {needed}\n  a: {one}\n  # {idle}\n  b: {two}\n"),
    "ini": ("", "; {needed}\na = {one}\n; {idle}\nb = {two}\n"),
    "strings": ("", '/* {needed} */\n"a" = "{one}";\n// {idle}\n"b" = "{two}";\n'),
    "xml": (
        "values-",
        (
            "<resources>\n<!-- {needed} -->\n<string name='a'>{one}</string>\n"
            "<!-- {idle} -->\n<string name='b'>{two}</string></resources>\n"
        ),
    ),
    "resx": (
        "R.",
        (
            "<root>\n<!-- {needed} -->\n<data name='a'><value>{one}</value></data>\n"
            "<!-- {idle} -->\n<data name='b'><value>{two}</value></data></root>\n"
        ),
    ),
    "html": (
        "",
        (
            "<html lang='{lang}'><head><title>{two}</title></head><body>\n<!-- {needed} -->\n<p>{one}</p>\n"
            "<!-- {idle} -->\n<p>{two}</p></body></html>\n"
        ),
    ),
    "md": ("", "<!-- {needed} -->\n\n{one}\n\n<!-- {idle} -->\n\n{two}\n"),
}


def files(form: str) -> Mapping[str, str]:
    """The files of one form of comments, the last one with the comments in it."""
    whole = {"po": po, "xlf": xliff, "2.xlf": xliff_2}
    if form in whole:
        return {f"a.{form}": whole[form](NEEDED, IDLE)}
    before, pattern = KEYED[form]
    return {
        f"{before}{lang}.{form}": pattern.format(
            lang=lang,
            one=TEXTS[lang][0],
            two=TEXTS[lang][1],
            needed=NEEDED if lang == "sv" else "-",
            idle=IDLE if lang == "sv" else "-",
        ).replace("<!-- - -->", "")
        for lang in ("fi", "sv")
    }


@pytest.fixture(autouse=True)
def here(tmp_path: Path, cache_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KIELIPARI_CACHE_DIR", str(cache_home))
    return tmp_path


@pytest.mark.parametrize("form", ["po", "xlf", "2.xlf", *KEYED])
def test_comment_that_silences_and_comment_that_does_not(form: str, here: Path, run: Run) -> None:
    written = files(form)
    for name, text in written.items():
        (here / name).write_text(text, encoding="utf-8")
    code, out, err = run("check", *written, "--format", "json")
    assert code == 0, err
    (idle,) = json.loads(out)["findings"]
    assert (idle["rule"], idle["severity"]) == ("unused-suppression", "info")
    side = idle["target"]
    name, text = list(written.items())[-1]
    assert side["path"] == name
    assert IDLE in text.splitlines()[side["line"] - 1]
    _, out, _ = run("check", *written, "--select", "U,C", "--format", "json")
    assert json.loads(out)["findings"] == []  # a rule that is off may still need it


def test_a_name_that_no_rule_has_is_told(here: Path, run: Run) -> None:
    (here / "a.po").write_text(po("kielipari-ignore: V1O1 kirjoitusvirhe", "-"), encoding="utf-8")
    code, out, _ = run("check", "a.po", "--format", "json")
    assert code == 1
    told = {f["rule"]: f for f in json.loads(out)["findings"]}
    assert set(told) == {"number-mismatch", "unused-suppression"}
    assert "V1O1" in told["unused-suppression"]["message"]


def test_one_finding_is_silenced_by_its_fingerprint(here: Path, run: Run) -> None:
    (here / "a.po").write_text(po("-", "-"), encoding="utf-8")
    (here / "kielipari.toml").write_text('# Ours\n[[content]]\npath = "a.po"\n', encoding="utf-8")
    code, out, _ = run("check", "--format", "json")
    (finding,) = json.loads(out)["findings"]
    assert code == 1
    assert run("ignore", finding["fingerprint"], "--reason", "Pyöristetty")[0] == 0
    assert (here / "kielipari.toml").read_text(encoding="utf-8").startswith("# Ours\n")
    assert run("check")[0] == 0
    (here / "a.po").write_text(po("-", "-").replace("19", "16"), encoding="utf-8")
    code, out, _ = run("check", "--format", "json")
    (idle,) = json.loads(out)["findings"]
    assert (code, idle["rule"], idle["severity"]) == (0, "unused-suppression", "info")


@pytest.mark.parametrize(
    "entry",
    [
        'rule = "V101"',
        'rule = "V"',
        'path = "a.*"',
        'text = "hakutuloksia"',
        'rule = "V101"\ntext = "16"',
    ],
)
def test_configured_by_rule_path_and_text(here: Path, run: Run, entry: str) -> None:
    (here / "a.po").write_text(po("-", "-"), encoding="utf-8")
    (here / "kielipari.toml").write_text(
        f'[[content]]\npath = "a.po"\n[[ignore]]\nreason = "Pyöristetty"\n{entry}\n',
        encoding="utf-8",
    )
    code, out, _ = run("check", "--format", "json")
    assert (code, json.loads(out)["findings"]) == (0, [])
