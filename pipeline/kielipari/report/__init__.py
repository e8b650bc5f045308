"""Reports: one signature for every format, ``render(report, options) -> bytes``.

A format's module is imported when its name is asked for, and not before.
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kielipari.errors import UsageError
from kielipari.report.options import LOCALES, RenderOptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kielipari.model import Report

__all__ = ["FORMATS", "LOCALES", "RenderOptions", "files", "left_out", "render"]

FORMATS: "Final[Mapping[str, str]]" = MappingProxyType(
    {
        "text": "kielipari.report.as_text",
        "json": "kielipari.report.as_json",
        "html": "kielipari.report.as_html",
        "sarif": "kielipari.report.as_sarif",
        "junit": "kielipari.report.as_junit",
        "github": "kielipari.report.as_github",
        "gitlab": "kielipari.report.as_gitlab",
        "csv": "kielipari.report.as_csv",
        "xlsx": "kielipari.report.as_xlsx",
        "markdown": "kielipari.report.as_markdown",
    }
)
"""Name of a format → the module that writes it."""


def render(name: str, report: "Report", options: RenderOptions | None = None) -> bytes:
    """Write a report in a format.

    Raises :class:`~kielipari.errors.UsageError` for a name that is not in :data:`FORMATS`.
    """
    if name not in FORMATS:
        raise UsageError(f"There is no format {name!r}; choose one of {', '.join(FORMATS)}.")
    module = import_module(FORMATS[name])
    written: bytes = module.render(report, options or RenderOptions())
    return written


def files(
    name: str, report: "Report", file: str, options: RenderOptions | None = None
) -> "Mapping[str, bytes]":
    """Write a report for a file: path → content, the one that was asked for first.

    Every format is one file but HTML: a path that ends in a slash is a folder with a page for
    every pair, and a report too large for one page has files beside it that it links to.
    """
    if name != "html":
        return {file: render(name, report, options)}
    from kielipari.report import as_html  # noqa: PLC0415 - loaded when it is asked for

    return as_html.files(report, options or RenderOptions(), file)


def left_out(name: str, report: "Report", options: RenderOptions | None = None) -> str:
    """Say what a format has no room for where its readers would not see it; else nothing."""
    if name != "sarif":
        return ""
    from kielipari.report import as_sarif  # noqa: PLC0415 - loaded when it is asked for

    return as_sarif.left_out(report, options or RenderOptions())
