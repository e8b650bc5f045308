"""The text report, as it stands in a terminal and in a mail."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from kielipari.model import Checked, Message, Parity, Report
from kielipari.report import RenderOptions, render

Many = Callable[[int, int], Report]


def text(report: Report, **options: object) -> str:
    return render("text", report, RenderOptions(**options)).decode()  # type: ignore[arg-type]


def test_the_first_sentence_says_it_all(report: Report) -> None:
    sentence = " ".join(text(report).split("\n\n", maxsplit=1)[0].split())
    assert sentence == (
        "9 errors and 3 warnings in 3 page pairs and in 1 bilingual file (known from before: 1); "
        "2 pages have no Swedish version; 1 file could not be read."
    )


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        ("en", "Nothing to mend in 1 pair of texts."),
        ("fi", "Ei korjattavaa 1 tekstiparissa."),
        ("sv", "Inget att åtgärda i 1 textpar."),
    ],
)
def test_a_clean_run_is_short(clean_report: Report, locale: str, sentence: str) -> None:
    lines = text(clean_report, locale=locale).splitlines()
    assert lines[0] == sentence
    assert len(lines) == 3


def test_a_run_that_checked_nothing_says_so() -> None:
    assert text(Report("0.1.0", Checked(), (), ())) == "Nothing was checked.\n"


def test_a_finding_shows_place_words_and_remedy(report: Report) -> None:
    written = text(report)
    assert (
        """\
  sv 20:81  error T101 term-not-used  “ekosysteemisopimukset”: the agreed
            Swedish is ekosystemavtal; the text says “ekosystemkontrakten”
            fi  …ja kaupungit solmivat [ekosysteemisopimukset] vuonna 2021.
            sv  Staten och städerna ingick [ekosystemkontrakten] år 2021.
            → Use ekosystemavtal.
"""
        in written
    )


def test_file_names_stand_once(report: Report) -> None:
    written = text(report)
    assert written.count("site/fi/index.html") == 1
    assert written.count("site/sv/index.html") == 1
    assert "site/ui/sv.po\n  12:5" in written


def test_a_sentence_quoted_in_the_message_is_not_repeated(report: Report) -> None:
    assert text(report, width=200).count("Vastaamme kahden viikon kuluessa.") == 1


def test_it_fits_the_width(report: Report) -> None:
    for width in (40, 80, 120):
        assert max(len(line) for line in text(report, width=width).splitlines()) <= width


def test_it_is_plain_without_colour_and_coloured_with_it(report: Report) -> None:
    assert "\x1b" not in text(report)
    assert "\x1b[" in text(report, color=True)


def test_an_audit_adds_relation_coverage_and_terms(report: Report) -> None:
    written = text(report, audit=True)
    assert "translation; 94% of the source text has a counterpart" in written
    assert "same subject, written independently" in written
    assert "Innokaupunki                1  Innostad   2" in written
    assert "Only in Finnish: maakunnan liitto" in written
    assert "Only in Swedish: universitetsstad" in written
    assert "has a counterpart" not in text(report)


def test_many_findings_are_no_wall_of_text(many_findings: Many) -> None:
    report = many_findings(50, 14)
    short = text(report)
    assert len(short.splitlines()) < 400
    assert "… and 4 more" not in short
    assert "… and 4 warnings more here; --verbose shows all" in short
    assert "site/sv/049.html  9 errors and 5 warnings" in short
    assert text(report, verbose=True).count("V101 number") == 700


def test_equal_findings_are_told_once(many_findings: Many) -> None:
    report = many_findings(1, 3)
    same = replace(report.findings[1], source=None)
    written = text(replace(report, findings=(same, same, same)))
    assert written.count("V101 number-mismatch") == 1
    assert "Also at sv 14:21 and sv 14:21" in written


def test_nothing_in_a_text_steers_the_terminal(report: Report) -> None:
    first = report.findings[1]
    assert first.target is not None
    evil = replace(first, target=replace(first.target, text="a\x1b]0;x\x07b\u202ec", end=3))
    written = text(replace(report, findings=(evil,)))
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert "\x07" not in written


def test_markup_in_a_text_stays_text(report: Report) -> None:
    first = report.findings[1]
    assert first.target is not None
    odd = replace(first, target=replace(first.target, text="Läs [bold]mer[/bold] :smile:", end=3))
    assert "[Läs] [bold]mer[/bold] :smile:" in text(replace(report, findings=(odd,)))


def test_problems_come_last_with_the_next_step(report: Report) -> None:
    tail = text(report).split("\n\n")[-2:]
    assert tail[0].startswith(
        "Could not be read or checked\n  site/fi/vanha.html: The file is empty"
    )
    assert tail[1].splitlines()[-1] == "Mend the files that could not be read and run again."


def test_the_hint_names_a_command(many_findings: Many) -> None:
    report = many_findings(1, 2)
    assert "kielipari explain V101" in text(report)
    assert "--format html=report.html" in text(report, audit=True)


def test_a_lag_and_a_doubtful_pair_are_said(report: Report) -> None:
    first, *rest = report.pairs
    late = replace(
        first,
        found_by="content",
        confidence=0.61,
        source_modified="2026-05-01",
        target_modified="2025-02-01T10:00",
    )
    said = " ".join(text(replace(report, pairs=(late, *rest)), audit=True).split())
    assert "Swedish: 1 year behind." in said
    assert "Paired by what they say; 61% sure. If it is right, declare it as a [[pair]]" in said


def test_a_plain_language_page_alone_is_explained(report: Report) -> None:
    alone = next(pair for pair in report.pairs if pair.target_uri is None)
    others = tuple(pair for pair in report.pairs if pair is not alone)
    plain = replace(alone, found_by="plain-language", parity=Parity.POINTER)
    said = text(replace(report, pairs=(*others, plain)), audit=True)
    assert "A plain-language version; it is compared only with another one." in said


def test_a_file_is_read_from_top_to_bottom(report: Report) -> None:
    last = next(f for f in report.findings if f.target and f.target.path.endswith("sv.po"))
    assert last.target
    side = replace(last.target, line=3)
    above = replace(last, source=side, target=None, message=Message.of("empty-translation"))
    shown = text(replace(report, findings=(*report.findings, above)))
    shown = shown.split("site/ui/sv.po", 1)[1].split("\n\n")[0]
    places = [int(line) for line in re.findall(r"^  (\d+):\d+ ", shown, re.MULTILINE)]
    assert places == sorted(places)
    assert len(places) > 1
