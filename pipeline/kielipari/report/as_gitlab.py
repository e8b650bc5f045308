"""The report as GitLab Code Quality JSON.

GitLab tells findings apart by their fingerprint alone, so that a repeated one gets its number.
"""

import hashlib
import json
from collections import Counter
from typing import Any, Final

from kielipari.model import Report, Severity
from kielipari.report.messages import words
from kielipari.report.options import RenderOptions
from kielipari.report.places import where
from kielipari.report.plain import encodable
from kielipari.report.view import code, numbered

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, options: RenderOptions) -> bytes:
    """Write the list of issues as UTF-8 JSON."""
    voice = words(options.locale)
    seen: Counter[str] = Counter()
    issues: list[dict[str, Any]] = []
    for item in numbered(report):
        finding = item.finding
        place = where(finding, report)
        number = seen[finding.fingerprint]
        seen[finding.fingerprint] += 1
        mark = f"{finding.fingerprint}\x1e{number}".encode("utf-8", "replace")
        said = voice.message(finding.message, finding.rule)
        issues.append(
            {
                "description": f"{code(finding.rule)} {said}. {voice.action(finding)}".strip(),
                "check_name": finding.rule,
                "fingerprint": hashlib.sha256(mark).hexdigest(),
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": place.path.removeprefix("./"),
                    "lines": {"begin": place.line},
                },
            }
        )
    return (encodable(json.dumps(issues, ensure_ascii=False, indent=2)) + "\n").encode()
