"""Aligning documents: blocks and regions constrain what may correspond."""

from collections.abc import Sequence
from functools import cache

from kielipari import align, segment
from kielipari.align.beads import Alignment
from kielipari.model import Block, BlockKind, Document, Region, Relation, Segment

Row = tuple[BlockKind, str, str]
HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM

PAGE: tuple[Row, ...] = (
    (HEADING, "Avustukset", "Bidrag"),
    (
        PARAGRAPH,
        "Kaupunki myöntää avustuksia yhdistyksille. Avustusta haetaan sähköisesti.",
        "Staden beviljar föreningar bidrag. Bidrag söks elektroniskt.",
    ),
    (HEADING, "Hakuaika", "Ansökningstid"),
    (
        PARAGRAPH,
        "Hakuaika alkaa 1.3. ja päättyy 31.3. Myöhästyneitä hakemuksia ei käsitellä.",
        "Ansökningstiden börjar den 1.3 och slutar den 31.3. Sena ansökningar behandlas inte.",
    ),
    (HEADING, "Liitteet", "Bilagor"),
    (ITEM, "tilinpäätös", "bokslut"),
    (ITEM, "toimintasuunnitelma", "verksamhetsplan"),
    (ITEM, "yhdistyksen säännöt", "föreningens stadgar"),
)


@cache
def resources() -> align.Resources:
    return align.load_resources("fi", "sv")


def segments(rows: Sequence[Row], side: int, region: Region = Region.MAIN) -> tuple[Segment, ...]:
    lang = ("fi", "sv")[side - 1]
    blocks = tuple(
        Block(f"{region}{number}", row[0], row[side], level=2, region=region)
        for number, row in enumerate(rows)
    )
    return segment.segment(Document("page", lang, blocks))


def texts(found: Alignment, source: Sequence[Segment], target: Sequence[Segment]) -> set[str]:
    return {
        f"{' '.join(source[i].text for i in b.source)} = {' '.join(target[j].text for j in b.target)}"
        for b in found.beads
        if b.is_paired
    }


def test_a_page_is_aligned_block_by_block() -> None:
    source, target = segments(PAGE, 1), segments(PAGE, 2)
    found = align.align_documents(source, target, resources())
    assert found.relation is Relation.TRANSLATION
    assert [(b.source, b.target) for b in found.beads] == [((i,), (i,)) for i in range(10)]


def test_a_heading_goes_with_a_heading_and_an_item_with_an_item() -> None:
    without = PAGE[:5] + PAGE[6:]
    source, target = segments(PAGE, 1), segments(without, 2)
    found = align.align_documents(source, target, resources())
    alone = [source[b.source[0]].text for b in found.beads if not b.target]
    assert alone == ["tilinpäätös"]
    for bead in found.beads:
        if bead.is_paired:
            kinds = {source[i].block.kind for i in bead.source}
            assert kinds == {target[j].block.kind for j in bead.target}


def test_regions_and_metadata_keep_to_themselves() -> None:
    menu = ((BlockKind.LINK, "Avustukset", "Bidrag"), (BlockKind.LINK, "Kirjasto", "Bibliotek"))
    title = ((BlockKind.TITLE, "Avustukset yhdistyksille", "Bidrag för föreningar"),)
    sides = [
        segments(title, side, Region.HEAD)
        + segments(menu, side, Region.NAVIGATION)
        + segments(PAGE, side)
        for side in (1, 2)
    ]
    found = align.align_documents(sides[0], sides[1], resources())
    for bead in found.beads:
        assert bead.is_paired
        assert sides[0][bead.source[0]].block.region is sides[1][bead.target[0]].block.region
    assert len(found.beads) == len(sides[0])


def test_a_common_menu_does_not_make_two_pages_translations() -> None:
    menu = tuple(
        (BlockKind.LINK, fi, sv)
        for fi, sv in (
            ("Etusivu", "Startsida"),
            ("Kirjasto", "Bibliotek"),
            ("Koulut", "Skolor"),
            ("Päätöksenteko", "Beslutsfattande"),
            ("Yhteystiedot", "Kontaktuppgifter"),
        )
    )
    other = (
        (HEADING, "", "Sommarteatern"),
        (PARAGRAPH, "", "Skådespelarna kommer från Umeå. Pjäsen handlar om två sjömän."),
        (PARAGRAPH, "", "Publiken sitter under tak och hunden får följa med."),
        (PARAGRAPH, "", "Musiken har komponerats av en känd gitarrist."),
    )
    source = segments(menu, 1, Region.NAVIGATION) + segments(PAGE, 1)
    target = segments(menu, 2, Region.NAVIGATION) + segments(other, 2)
    found = align.align_documents(source, target, resources())
    assert found.relation is Relation.UNRELATED
    assert not texts(found, source, target)


def test_sections_in_another_order() -> None:
    shuffled = PAGE[2:4] + PAGE[:2] + PAGE[4:]
    source, target = segments(PAGE, 1), segments(shuffled, 2)
    found = align.align_documents(source, target, resources())
    assert "Hakuaika = Ansökningstid" in texts(found, source, target)
    assert "Avustukset = Bidrag" in texts(found, source, target)
    assert all(bead.is_paired for bead in found.beads)
