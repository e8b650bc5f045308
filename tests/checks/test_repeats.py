"""C101 on pages: what the title says otherwise than the heading."""

from pathlib import Path

import pytest

from kielipari.config import Config
from kielipari.run import Request, run

PAGE = """<html lang="{lang}"><head><title>{title}</title></head>
<body><main><h1>{heading}</h1><p>{text}</p></main></body></html>"""


def _translations_told(folder: Path, title: str, heading: str) -> list[str]:
    """Return what C101 says of a page on the library with this title and heading in Swedish."""
    pages = {
        "fi": ("Kirjasto", "Kirjasto", "Lainaa kirja ja palauta se kuukauden kuluessa."),
        "sv": (title, heading, "Låna en bok och lämna tillbaka den inom en månad."),
    }
    for lang, (head, body, text) in pages.items():
        page = folder / lang / "kirjasto.html"
        page.parent.mkdir()
        page.write_text(
            PAGE.format(lang=lang, title=head, heading=body, text=text), encoding="utf-8"
        )
    report = run(Request(Config(root=folder), (str(folder),), use_cache=False))
    return [
        f.target.text for f in report.findings if f.rule == "inconsistent-translation" and f.target
    ]


@pytest.mark.parametrize(
    ("title", "heading"),
    [("Bibliotek", "Biblioteket"), ("Biblioteket", "Bibliotek"), ("Bibliotek", "Bibliotek")],
)
def test_a_title_in_another_form_than_its_heading_is_fine(
    tmp_path: Path, title: str, heading: str
) -> None:
    assert not _translations_told(tmp_path, title, heading)


def test_a_title_with_another_word_than_its_heading_is_told(tmp_path: Path) -> None:
    assert _translations_told(tmp_path, "Boksamling", "Biblioteket") == ["Biblioteket"]
