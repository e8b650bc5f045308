"""The report as one self-contained page for people: no network, no dependencies, three languages.

All text is escaped by Jinja2; besides, the page's content security policy lets nothing run but
the page's own script.
"""

import base64
import hashlib
import json
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kielipari.model import Report
from kielipari.report.linked import Around, Listed, Part, by_pair, by_size, listed
from kielipari.report.options import LOCALES, RenderOptions
from kielipari.report.overview import figures, first, kinds
from kielipari.report.page import PagePair, fitted, is_large, lay_out, page_pairs
from kielipari.report.plain import encodable, plain
from kielipari.report.spoken import Spoken
from kielipari.report.summary import checked, verdict
from kielipari.report.trend import look_back

MOST: Final = 15_000_000
"""Bytes of one page; a report that needs more has files beside it, where it may."""


def render(report: Report, options: RenderOptions) -> bytes:
    """Write one page as UTF-8; a large report leaves out text that is in order."""
    report = _compared(report, options)
    spoken = Spoken(options.locale)
    pairs = page_pairs(fitted(lay_out(report)), spoken)
    return _overview(report, options, spoken, pairs=pairs, linked=())


def files(report: Report, options: RenderOptions, name: str) -> dict[str, bytes]:
    """Write the report as the files it takes: name → content, the one to open first.

    ``name`` ends in a slash for a folder, which gets ``index.html`` and a page for every pair;
    else it is one file, with more beside it only where one page would grow too large.
    """
    folder = name.endswith("/")
    report = _compared(report, options)
    laid_out = lay_out(report)
    if not folder and not is_large(laid_out):
        spoken = Spoken(options.locale)
        pairs = page_pairs(laid_out, spoken)
        page = _overview(report, options, spoken, pairs=pairs, linked=())
        if len(page) <= MOST:
            return {name: page}
    where, slash, entry = name.rpartition("/")
    where += slash
    entry = entry or "index.html"
    parts = by_pair(laid_out) if folder else by_size(laid_out, entry)
    spoken = Spoken(options.locale)
    alone = tuple(one for one in laid_out if one.group.pair is None)
    written = {
        where + entry: _overview(
            report,
            options,
            spoken,
            pairs=page_pairs(alone, spoken),
            linked=listed(parts, page_pairs(laid_out, spoken, opens=False)),
        )
    }
    for number, part in enumerate(parts):
        before = parts[number - 1].file if number else None
        after = parts[number + 1].file if number + 1 < len(parts) else None
        around = Around(entry, before, after)
        written[where + part.file] = _part(report, options, part, around)
    return written


def _overview(
    report: Report,
    options: RenderOptions,
    spoken: Spoken,
    *,
    pairs: tuple[PagePair, ...],
    linked: tuple[Listed, ...],
) -> bytes:
    """Write the page that is opened first, with the pairs or with links to where they stand."""
    return _page(
        "report.html.j2",
        report,
        spoken,
        verdict=spoken.each(lambda words: verdict(report, words, short=True)),
        figures=figures(report, spoken),
        back=look_back(options.trend, spoken),
        kinds=kinds(report.findings),
        first=first(report, {item.id: one.file for one in linked for item in one.all_items}),
        pairs=pairs,
        linked=linked,
        choices=tuple((one.pair.id, one.pair.short) for one in linked if one.pair.number)
        or tuple((pair.id, pair.short) for pair in pairs if pair.number),
        problems=report.problems,
    )


def _part(report: Report, options: RenderOptions, part: Part, around: Around) -> bytes:
    """Write a page of some pairs that the overview links to."""
    spoken = Spoken(options.locale)
    pairs = page_pairs(part.laid_out, spoken, opens=len(part.laid_out) == 1 or None)
    return _page(
        "part.html.j2",
        report,
        spoken,
        kinds=kinds(item.finding for one in part.laid_out for item in one.group.items),
        pairs=pairs,
        choices=tuple((pair.id, pair.short) for pair in pairs if pair.number),
        around=around,
    )


def _page(template: str, report: Report, spoken: Spoken, **content: object) -> bytes:
    script = _asset("script.js")
    page = (
        _environment()
        .get_template(template)
        .render(
            spoken=spoken,
            locale=spoken.main.locale,
            version=report.version,
            checked=spoken.each(lambda words: checked(report, words)),
            has_baseline=bool(report.baseline),
            fixed=len(report.fixed),
            suppressed=len(report.suppressed),
            templates=_templates(spoken),
            style=Markup(_asset("style.css")),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            script_hash=_hash(script),
            **content,
        )
    )
    return encodable(page).encode()


def _compared(report: Report, options: RenderOptions) -> Report:
    """Show as known what the run before had, where there is no baseline to tell."""
    trend = options.trend
    if trend is None or len(trend.runs) < 2 or report.baseline:  # noqa: PLR2004 nothing before
        return report
    new = frozenset(trend.new)
    marks = {n: "new" if n in new else "known" for n in range(len(report.findings))}
    return replace(report, baseline=marks)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kielipari.report", "html"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["plain"] = plain
    return environment


@cache
def _asset(name: str) -> str:
    return resources.files("kielipari.report").joinpath("html", name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()


def _templates(spoken: Spoken) -> Markup:
    """Return the sentences that the script fills in, by language."""
    showing = {
        name: spoken.raw(name, "html.showing", shown="{shown}", all="{all}", pages="{pages}")
        for name in LOCALES
    }
    return Markup(  # noqa: S704 - catalogue texts, with every "<" escaped
        json.dumps({"showing": showing}, ensure_ascii=False).replace("<", "\\u003c")
    )
