"""The report as GitHub workflow commands, which GitHub shows on the changed lines.

What the baseline knows is a notice. The gravest come first: GitHub shows ten of each kind a
step. The escapes are those of GitHub's own toolkit.
"""

from typing import Final

from kielipari.model import Report, Severity
from kielipari.report.messages import Words, words
from kielipari.report.options import RenderOptions
from kielipari.report.places import where
from kielipari.report.plain import encodable, plain
from kielipari.report.summary import verdict
from kielipari.report.view import Item, code, numbered

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, options: RenderOptions) -> bytes:
    """Write a line for each finding and problem, and the verdict."""
    voice = words(options.locale)
    items = sorted(numbered(report), key=lambda item: (item.is_known, item.finding.severity.rank))
    lines = [_item(item, report, voice) for item in items]
    lines += [
        _command("error", plain(problem.message), file=problem.path, line=str(problem.line or 1))
        for problem in report.problems
    ]
    lines.append(plain(verdict(report, voice)))
    return encodable("\n".join(lines) + "\n").encode()


def _item(item: Item, report: Report, voice: Words) -> str:
    finding = item.finding
    place = where(finding, report)
    command = "notice" if item.is_known else _COMMANDS[finding.severity]
    title = f"{code(finding.rule)} {voice.title(finding.rule)}".strip()
    if item.is_known:
        title += f" ({voice.say('baseline.known')})"
    said = [voice.message(finding.message, finding.rule), voice.action(finding)]
    if not place.is_file:
        return _command(command, "\n".join([place.path, *filter(None, said)]), title=title)
    return _command(
        command,
        "\n".join(filter(None, said)),
        file=place.path,
        line=str(place.line),
        col=str(place.column),
        title=title,
    )


def _command(name: str, message: str, **properties: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
