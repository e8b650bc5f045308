"""Markdown: blocks, spans, and where each character stands."""

from collections.abc import Callable

import pytest

from kielipari import ingest
from kielipari.errors import EmptyInputError
from kielipari.model import Bitext, Document, InlineKind, Place

Exact = Callable[[str, Document | Bitext], None]

FILE = """---
title: "Kirjaston käyttösäännöt"
description: Mitä kirjastossa saa tehdä
lang: fi
date: 2026-04-01
---

# Kirjaston *uudet* säännöt {#saannot}

Kirjasto on **kaikkien** olohuone: katso [aukioloajat](/auki "Milloin")
ja lue [ohje][1]. Sähköposti <kirjasto@example.fi>, hinta 5 \\* 2 &euro;.
Koodi `kirjasto --auki` ei muutu, eikä <span lang="sv">på svenska</span>.[^1]

Kaupunginkirjasto\\
Koulukatu 3\\
00100 Helsinki

> Täällä luetaan
> rauhassa.

1. Tule sisään
   ja riisu kengät

   Kengät jäävät eteiseen.
2. Etsi hylly
   - romaanit
   - ![Pino lehtiä](lehdet.jpg)

| Kortti | Hinta |
|:-------|------:|
| Lapsi  | 0 \\| 1 €  |
| *Aikuinen* | 2 € |

Toinen otsikko
--------------

<!-- kielipari-ignore: D105, T101 taulukko on toinen -->

<details><summary>Lisää</summary><p>Sisältö &amp; muu</p></details>

```python
print("hei")
```

[1]: https://example.fi/ohje
[^1]: Alaviite on täällä.
"""


def markdown(content: str) -> Document:
    read = ingest.read(content.encode(), "sivu.md")
    assert isinstance(read, Document)
    return read


def test_blocks_of_a_file() -> None:
    assert [(b.kind.value, b.level, b.text) for b in markdown(FILE).blocks] == [
        ("title", 0, "Kirjaston käyttösäännöt"),
        ("description", 0, "Mitä kirjastossa saa tehdä"),
        ("heading", 1, "Kirjaston uudet säännöt"),
        (
            "paragraph",
            0,
            (
                "Kirjasto on kaikkien olohuone: katso aukioloajat ja lue ohje. Sähköposti "
                "kirjasto@example.fi, hinta 5 * 2 €. Koodi kirjasto --auki ei muutu, "
                "eikä på svenska."
            ),
        ),
        ("paragraph", 0, "Kaupunginkirjasto"),
        ("paragraph", 0, "Koulukatu 3"),
        ("paragraph", 0, "00100 Helsinki"),
        ("quote", 0, "Täällä luetaan rauhassa."),
        ("list-item", 1, "Tule sisään ja riisu kengät"),
        ("paragraph", 0, "Kengät jäävät eteiseen."),
        ("list-item", 1, "Etsi hylly"),
        ("list-item", 2, "romaanit"),
        ("alt", 0, "Pino lehtiä"),
        ("table-cell", 1, "Kortti"),
        ("table-cell", 2, "Hinta"),
        ("table-cell", 1, "Lapsi"),
        ("table-cell", 2, "0 | 1 €"),
        ("table-cell", 1, "Aikuinen"),
        ("table-cell", 2, "2 €"),
        ("heading", 2, "Toinen otsikko"),
        ("label", 0, "Lisää"),
        ("paragraph", 0, "Sisältö & muu"),
        ("code", 0, 'print("hei")'),
        ("paragraph", 0, "Alaviite on täällä."),
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_character_stands_where_the_block_says(ending: str, assert_exact: Exact) -> None:
    content = FILE.replace("\n", ending)
    assert_exact(content, markdown(content))


def test_places_of_words() -> None:
    blocks = markdown(FILE).blocks
    text = blocks[3]
    for word, place in (
        ("kaikkien", Place(10, 15)),
        ("aukioloajat", Place(10, 43)),
        ("ohje", Place(11, 9)),
        ("* 2", Place(11, 61)),
        ("€", Place(11, 66)),
        ("på svenska", Place(12, 56)),
    ):
        assert text.place(text.text.index(word)) == place
    cell = next(block for block in blocks if block.text == "0 | 1 €")
    assert [cell.place(0), cell.place(2), cell.place(4)] == [(31, 12), (31, 15), (31, 17)]


def test_spans() -> None:
    text = markdown(FILE).blocks[3]
    assert [(i.kind, text.text[i.start : i.end], i.lang, i.href) for i in text.inlines] == [
        (InlineKind.EMPHASIS, "kaikkien", None, None),
        (InlineKind.LINK, "aukioloajat", None, "/auki"),
        (InlineKind.LINK, "ohje", None, "https://example.fi/ohje"),
        (InlineKind.LINK, "kirjasto@example.fi", None, "mailto:kirjasto@example.fi"),
        (InlineKind.CODE, "kirjasto --auki", None, None),
        (InlineKind.SPAN, "på svenska", "sv", None),
    ]


def test_front_matter_and_comments_say_what_the_file_is() -> None:
    document = markdown(FILE)
    meta = document.meta
    assert (document.lang, meta.declared_lang, meta.declared_at) == ("fi", "fi", Place(4, 7))
    assert (meta.title, meta.modified) == ("Kirjaston käyttösäännöt", "2026-04-01")
    assert meta.extra == (
        ("suppress", "37:D105:taulukko on toinen"),
        ("suppress", "37:T101:taulukko on toinen"),
    )
    assert document.blocks[2].id == "saannot"
    assert [(link.text, link.href) for link in meta.links][:2] == [
        ("aukioloajat", "/auki"),
        ("ohje", "https://example.fi/ohje"),
    ]


def test_toml_front_matter() -> None:
    document = markdown('+++\ntitle = "Kirjasto"\n+++\nTeksti\n')
    assert [(b.kind.value, b.text, b.place()) for b in document.blocks] == [
        ("title", "Kirjasto", (2, 10)),
        ("paragraph", "Teksti", (4, 1)),
    ]


@pytest.mark.parametrize(
    "content",
    [
        'Lue [tämä [sisäinen] teksti](/a(b)c) ja ![kuva](b.png "kuvan nimi") loppu',
        "**liha**va *[linkki](x)* ~~poistettu~~ `` a`b `` \\[ei linkki\\](x)",
        "Sama sana (sana) [sana](sana) sana ![sana](sana) sana",
        "* a\n\n      koodia\n* > lainaus *jossa*\n  > jatkuu &shy;näin\n",
        "|a|b|\n|-|-|\n|`x|y`|**z**|\n| |ö|\n",
        "Otsikko *yksi*\n===\n\nrivi  \nToinen rivi\n",
        "Rivi jossa <b>lihavaa</b> ja <br> uusi rivi ja a\u0308a\u0308niä\n",
        "[a]: /url\n\n[a] ja [b][a] ja [c](</url x> 'nimi')\n",
        "# Otsikko #\n## Toinen ##\n- [ ] tehtävä\n- [x] valmis\n",
        "\ttabilla\n\n1)\tKohta tabilla\n\n\tjatkuu\n",
    ],
)
def test_markup_of_every_kind_is_placed_exactly(content: str, assert_exact: Exact) -> None:
    assert_exact(content, markdown(content))


@pytest.mark.parametrize("content", ["", "---\ntitle: x\n---\n", "<!-- vain huomautus -->\n"])
def test_a_file_without_text_is_refused(content: str) -> None:
    with pytest.raises(EmptyInputError, match="give a file with text"):
        markdown(content)


@pytest.mark.parametrize(
    "content",
    ["[" * 20_000, "> " * 5_000 + "a", "*a " * 20_000, "- " * 5_000 + "a", "`" * 50_000, "|" * 50_000],
)  # fmt: skip
def test_nested_and_unclosed_marks_take_no_long_time(content: str) -> None:
    assert markdown(f"alku\n\n{content}\n").blocks[0].text == "alku"
