"""A text that repeats is checked once, with its counterpart; where that is missing, it stays."""

from collections.abc import Sequence

from kielipari.model import Block, BlockKind, Document, Pair
from kielipari.site.survey import SiteFacts, survey, with_owners

MENU = (("Etusivu", "Framsida"), ("Yhteystiedot", "Kontakt"))


def document(uri: str, lang: str, texts: Sequence[str]) -> Document:
    return Document(
        uri, lang, tuple(Block(str(i), BlockKind.PARAGRAPH, t) for i, t in enumerate(texts))
    )


def site(pages: Sequence[tuple[Sequence[str], Sequence[str]]]) -> tuple[SiteFacts, list[Pair]]:
    pairs = []
    for number, (first, second) in enumerate(pages, 1):
        source = document(f"fi/{number}", "fi", first)
        target = document(f"sv/{number}", "sv", second)
        pairs.append(
            Pair(f"p{number}", source.uri, target.uri, "fi", "sv", source=source, target=target)
        )
    documents = [d for pair in pairs for d in (pair.source, pair.target) if d]
    return with_owners(survey(documents), pairs), pairs


def left(facts: SiteFacts, pair: Pair) -> tuple[list[str], list[str]]:
    sides = ((pair.source, "fi"), (pair.target, "sv"))
    first, second = (
        [b.text for b in document.blocks if not facts.is_elsewhere(b, lang, pair.id)]
        for document, lang in sides
        if document is not None
    )
    return first, second


def usual(number: int) -> tuple[list[str], list[str]]:
    fi = [*(f for f, _ in MENU), f"Sivu {number}"]
    return fi, [*(s for _, s in MENU), f"Sida {number}"]


def test_a_menu_is_checked_on_one_page() -> None:
    facts, pairs = site([usual(number) for number in range(1, 6)])
    assert left(facts, pairs[0]) == usual(1)
    assert left(facts, pairs[3]) == (["Sivu 4"], ["Sida 4"])


def test_a_page_whose_menu_lacks_an_item_keeps_its_counterpart() -> None:
    pages = [usual(number) for number in range(1, 6)]
    pages[0][1].remove("Kontakt")  # the first page, which would have been the owner
    facts, pairs = site(pages)
    fi, sv = left(facts, pairs[0])
    assert "Yhteystiedot" in fi or "Etusivu" in fi
    assert "Kontakt" not in sv
    for pair in pairs[2:]:
        fi, sv = left(facts, pair)
        assert ("Kontakt" in sv) is ("Yhteystiedot" in fi), pair.id


def test_a_sentence_that_is_translated_otherwise_on_one_page() -> None:
    pages = [([f"Sivu {n}", "Neljä viikkoa."], [f"Sida {n}", "Fyra veckor."]) for n in range(1, 4)]
    pages[0][1][1] = "Fyrtio veckor."
    facts, pairs = site(pages)
    for pair in pairs:
        fi, sv = left(facts, pair)
        assert len(fi) == len(sv), pair.id
    assert left(facts, pairs[0])[1][1] == "Fyrtio veckor."


def test_a_text_in_one_language_only_is_told_once() -> None:
    pages = [([f"Sivu {n}", "Vain suomeksi."], [f"Sida {n}"]) for n in range(1, 5)]
    facts, pairs = site(pages)
    alone = [left(facts, pair)[0] for pair in pairs]
    assert sum("Vain suomeksi." in texts for texts in alone) == 1
