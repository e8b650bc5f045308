"""The report as one self-contained page for people: no network, no dependencies, three languages.

All text is escaped by Jinja2; besides, the page's content security policy lets nothing run but
the page's own script.
"""

import base64
import hashlib
import json
from dataclasses import replace
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kielipari.model import Report
from kielipari.report.options import LOCALES, RenderOptions
from kielipari.report.overview import figures, first, has_coverage, kinds
from kielipari.report.page import page_pairs
from kielipari.report.plain import encodable, plain
from kielipari.report.spoken import Spoken
from kielipari.report.summary import checked, verdict
from kielipari.report.trend import look_back


def render(report: Report, options: RenderOptions) -> bytes:
    """Write the page as UTF-8."""
    report = _compared(report, options)
    spoken = Spoken(options.locale)
    script = _asset("script.js")
    shown = figures(report, spoken)
    page = (
        _environment()
        .get_template("report.html.j2")
        .render(
            spoken=spoken,
            locale=spoken.main.locale,
            version=report.version,
            verdict=spoken.each(lambda words: verdict(report, words, short=True)),
            checked=spoken.each(lambda words: checked(report, words)),
            figures=shown,
            has_pages=any(figure.look == "pages" for figure in shown),
            has_coverage=has_coverage(report),
            back=look_back(options.trend, spoken),
            kinds=kinds(report),
            first=first(report),
            pairs=page_pairs(report, spoken),
            has_baseline=bool(report.baseline),
            problems=report.problems,
            fixed=len(report.fixed),
            suppressed=len(report.suppressed),
            templates=_templates(spoken),
            style=Markup(_asset("style.css")),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            script_hash=_hash(script),
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
    return files("kielipari.report").joinpath("html", name).read_text(encoding="utf-8")


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
