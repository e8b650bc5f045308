"""PO: units, states, and places through wrapping and escapes."""

from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from kielipari import ingest
from kielipari.errors import EmptyInputError, InputError
from kielipari.model import Bitext, BlockKind, Document, Origin, Place, UnitState

ROOT = Path(__file__).parent.parent.parent
Exact = Callable[[str, Document | Bitext], None]

FILE = r"""# Translations of the library
msgid ""
msgstr ""
"Project-Id-Version: kirjasto 1.0\n"
"PO-Revision-Date: 2026-02-01 10:00+0200\n"
"Language: sv_FI\n"
"Content-Type: text/plain; charset=UTF-8\n"
"X-Source-Language: fi\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#. Shown on the front page
#: web/etusivu.py:12
msgid "Tervetuloa"
msgstr "Välkommen"

# kielipari-ignore: V101 hinta on pyöristetty
#, fuzzy, python-format
#| msgid "Hinta %s"
msgctxt "maksu"
msgid ""
"Hinta on \"%s\" euroa,\n"
"sisältäen alv:n"
msgstr ""
"Priset är \"%s\" euro,\n"
"\tinklusive moms"

msgid "%d kirja"
msgid_plural "%d kirjaa"
msgstr[0] "%d bok"
msgstr[1] "%d böcker"

msgid "Uutiset"
msgstr ""

msgctxt "maksu"
msgid "Sulje"
msgstr "Stäng"

#~ msgid "Vanha"
#~ msgstr "Gammal"
"""


def po(content: str) -> Bitext:
    read = ingest.read(content.encode(), "sv.po")
    assert isinstance(read, Bitext)
    return read


def test_units_of_a_file() -> None:
    bitext = po(FILE)
    assert (bitext.source_lang, bitext.target_lang) == ("fi", "sv")
    assert bitext.meta.declared_lang == "sv_FI"
    rows = [
        (u.id, "".join(s.text for s in u.source), "".join(s.text for s in u.target), u.plural)
        for u in bitext.units
    ]
    assert rows == [
        ("Tervetuloa", "Tervetuloa", "Välkommen", None),
        (
            "maksu",
            'Hinta on "%s" euroa,\nsisältäen alv:n',
            'Priset är "%s" euro,\n\tinklusive moms',
            None,
        ),
        ("%d kirja", "%d kirja", "%d bok", 0),
        ("%d kirja#2", "%d kirjaa", "%d böcker", 1),
        ("Uutiset", "Uutiset", "", None),
        ("maksu#2", "Sulje", "Stäng", None),
    ]
    assert {unit.origin for unit in bitext.units} == {Origin.ENTRY}
    assert {s.block.kind for u in bitext.units for s in u.source} == {BlockKind.ENTRY}


def test_what_the_file_says_of_a_unit() -> None:
    first, second, *_, untranslated, last = po(FILE).units
    assert first.notes == ("Shown on the front page",)
    assert [first.state, second.state, untranslated.state] == [
        UnitState.TRANSLATED,
        UnitState.NEEDS_REVIEW,
        UnitState.UNTRANSLATED,
    ]
    assert untranslated.target == ()
    assert (second.key, second.context, second.previous_source) == ("maksu", "maksu", "Hinta %s")
    assert second.flags == ("python-format",)
    assert [(s.rule, s.reason, s.place.line) for s in second.suppressions] == [
        ("V101", "hinta on pyöristetty", 16)
    ]
    assert last.key == "maksu"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_every_character_stands_where_the_block_says(ending: str, assert_exact: Exact) -> None:
    content = FILE.replace("\n", ending)
    assert_exact(content, po(content))


def test_places_lead_through_wrapping_and_escapes() -> None:
    target = po(FILE).units[1].target[0]
    for text, place in (
        ("Priset", Place(24, 2)),
        ('"%s', Place(24, 12)),
        ("%s", Place(24, 14)),
        ("\n", Place(24, 24)),
        ("\t", Place(25, 2)),
        ("moms", Place(25, 14)),
    ):
        assert target.place(target.text.index(text)) == place


def shown(bitext: Bitext) -> list[tuple[str | None, str, str, str, bool, tuple[str, ...]]]:
    return [
        (
            unit.context,
            "".join(s.text for s in unit.source),
            "".join(s.text for s in unit.target),
            "\n".join(unit.notes),
            unit.state is UnitState.NEEDS_REVIEW,
            unit.flags,
        )
        for unit in bitext.units
    ]


def shown_by_polib(content: str) -> list[tuple[str | None, str, str, str, bool, tuple[str, ...]]]:
    rows = []
    for entry in polib.pofile(content):
        forms = entry.msgstr_plural or {0: entry.msgstr}
        for index, target in sorted(forms.items()):
            source = entry.msgid_plural if index else entry.msgid
            notes = "\n".join(filter(None, (entry.tcomment, entry.comment)))
            flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
            fuzzy = entry.fuzzy and bool(target.strip())
            rows.append((entry.msgctxt or None, source, target, notes, fuzzy, flags))
        if entry.obsolete:
            del rows[-len(forms) :]
    return rows


@pytest.mark.parametrize(
    "content", [FILE, FILE[FILE.index("#. Shown") :], FILE[: FILE.index("#~")]]
)
def test_polib_reads_the_same(content: str) -> None:
    assert shown(po(content)) == shown_by_polib(content)


def test_polib_reads_the_same_of_real_files() -> None:
    files = sorted((ROOT.parent / "shared" / "data" / "locales").rglob("*.po"))
    if not files:
        pytest.skip("the shared data is not here: ../shared/data")
    for file in files:
        content = file.read_text(encoding="utf-8")
        assert shown(po(content)) == shown_by_polib(content), file


def test_comments_of_the_first_entry_are_its_own_where_there_is_no_header() -> None:
    bitext = po('# kielipari-ignore: U102 nimi\nmsgid "a"\nmsgstr "a"\n')
    assert [s.rule for s in bitext.units[0].suppressions] == ["U102"]


def test_the_callers_language_counts_more_than_the_header() -> None:
    bitext = ingest.read(FILE.encode(), "x.po", lang="fi")
    assert isinstance(bitext, Bitext)
    assert bitext.target_lang == "fi"


def test_duplicate_entries_are_noted() -> None:
    bitext = po('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n')
    assert bitext.meta.extra == (("duplicate-entry", "4:a"),)
    assert [unit.id for unit in bitext.units] == ["a", "a#2"]


def test_a_line_separator_within_a_text_is_text() -> None:
    bitext = po('msgid "yksi\u2028kaksi"\nmsgstr "ett\u2028två"\n')
    assert bitext.units[0].target[0].text == "ett\u2028två"


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('msgid "a"\nmsgstr "b\n', 2),
        ('msgid "a"\nmsgstr "b"c"\n', 2),
        ('msgid "a"\nmsgstr "b"\nhöpö\n', 3),
        ('msgid "a"\nmsgid "b"\nmsgstr "c"\n', 2),
        ('msgid "a"\nmsgstr "b"\nmsgstr[x] "c"\n', 3),
        ("<html>\n", 1),
    ],
)
def test_a_broken_file_is_refused_with_its_line(content: str, line: int) -> None:
    with pytest.raises(InputError) as caught:
        po(content)
    assert (caught.value.path, caught.value.line) == ("sv.po", line)


@pytest.mark.parametrize("content", ["", FILE[: FILE.index("#. Shown")]])
def test_a_file_without_entries_is_refused(content: str) -> None:
    with pytest.raises(EmptyInputError):
        po(content)


def test_a_large_file_is_read_part_by_part() -> None:
    text = "Kirjasto on auki joka päivä – tervetuloa lukemaan. " * 8
    entries = "".join(
        f'# huomautus {n}\n\nmsgid "{n} {text}"\nmsgstr "{n}ö\\n"\n"toinen rivi"\n\n'
        for n in range(6000)
    )
    content = f'msgid ""\nmsgstr "Language: sv\\n"\n\n{entries}'
    bitext = po(content)
    assert len(bitext.units) == 6000
    assert bitext.target_lang == "sv"
    last = bitext.units[-1]
    assert last.notes == ("huomautus 5999",)
    assert last.target[0].place(6) == Place(3 + 6 * 6000 - 1, 2)
    broken = content[:-3] + "\n"
    with pytest.raises(InputError) as caught:
        po(broken)
    assert caught.value.line == 3 + 6 * 6000 - 1


def test_latin_1_is_read_as_the_header_declares() -> None:
    content = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\n'
    content += 'msgid "Ääni"\nmsgstr "Röst"\n'
    bitext = ingest.read(content.encode("latin-1"), "sv.po")
    assert isinstance(bitext, Bitext)
    assert bitext.units[0].source[0].text == "Ääni"


def plural_entry(header: str) -> bytes:
    return (
        f'msgid ""\nmsgstr "{header}Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "%d kirja"\nmsgid_plural "%d kirjaa"\nmsgstr[0] "%d bok"\n'
    ).encode()


@pytest.mark.parametrize(
    ("header", "lang", "forms"),
    [
        ("Language: sv\\n", None, 2),
        ("Language: pl\\n", None, 3),
        ("", "sv", 2),
        ("Language: sv\\nPlural-Forms: nplurals=1; plural=0;\\n", None, 1),
        ("", None, 1),
        ("Language: tlh\\n", None, 1),
    ],
)
def test_plural_forms_are_those_of_the_header_or_of_the_language(
    header: str, lang: str | None, forms: int
) -> None:
    units = ingest.read(plural_entry(header), "messages.po", lang=lang).units
    assert [unit.missing_key for unit in units] == [False] + [True] * (forms - 1)
