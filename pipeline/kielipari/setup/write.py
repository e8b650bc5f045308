"""A first ``kielipari.toml`` with what was found, commented for whoever opens it next."""

import json
from collections.abc import Iterator

from kielipari.setup.survey import Survey

_MOST_NAMED = 10


def write(found: Survey, languages: tuple[str, str]) -> str:
    """Return the text of the configuration."""
    return "\n".join([*_head(found, languages), *_content(found, languages), *_foot()]) + "\n"


def _head(found: Survey, languages: tuple[str, str]) -> Iterator[str]:
    yield "# What Kielipari checks here. Paths are relative to this file."
    yield "# kielipari check          tells what is wrong; kielipari explain RULE tells why."
    yield "# kielipari explain adding  tells how to run it in CI."
    yield ""
    yield f"source = {_quoted(languages[0])}"
    yield f"targets = [{_quoted(languages[1])}]"
    yield ""
    if found.glossaries:
        yield "# The agreed terms; a folder means every glossary in it."
        yield f"glossary = [{', '.join(_quoted(name) for name in found.glossaries)}]"
    else:
        yield "# The agreed terms: CSV with the columns concept,lang,term, or XLSX, TBX, SKOS."
        yield '# glossary = ["glossary/terms.csv"]'
    yield ""
    yield "# What makes the exit code 1: error, warning, info or never; and rules whatever their"
    yield '# severity, as in "error,V104", or not, as in "error,-T106".'
    yield 'fail-on = "error"'
    yield "# min-coverage = 0.95       # share of the source text that must have a counterpart"
    yield "# max-untranslated = 0"
    yield ""


def _content(found: Survey, languages: tuple[str, str]) -> Iterator[str]:
    yield "# {lang} says which files are each other's versions; it stands for sv_FI and sv-FI too."
    yield "# parity says what is promised of the other language: full (the default), abridged, or"
    yield "# pointer (a short notice)."
    for pattern, number in found.patterns:
        yield "[[content]]"
        yield (
            f"path = {_quoted(pattern)}".ljust(44) + f" # {number} pair{'' if number == 1 else 's'}"
        )
        yield ""
    for name in found.bilingual:
        yield "[[content]]"
        yield f"path = {_quoted(name)}"
        yield ""
    for comment, pairs in (
        ("# Paired by their names; a new page needs its own entry.", found.named),
        ("# Paired by what stands in them: look whether they belong together.", found.pairs),
    ):
        if pairs:
            yield comment
        for one, other in pairs:
            yield "[[pair]]"
            yield f"{languages[0]} = {_quoted(one)}"
            yield f"{languages[1]} = {_quoted(other)}"
            yield ""
    if found.alone:
        yield (
            f"# Without a counterpart of the same name: {', '.join(found.alone[:_MOST_NAMED])}"
            + (
                f" and {len(found.alone) - _MOST_NAMED} more"
                if len(found.alone) > _MOST_NAMED
                else ""
            )
        )
        yield "# Pages whose names differ between the languages can be paired so:"
    else:
        yield "# Pages whose names differ between the languages can be paired so:"
    yield "# [[pair]]"
    yield f'# {languages[0]} = "site/{languages[0]}/kaupungit.html"'
    yield f'# {languages[1]} = "site/{languages[1]}/stader.html"'
    yield ""


def _foot() -> Iterator[str]:
    yield "[checks]"
    yield '# ignore = ["S"]                     # rules, or the beginning of their codes'
    yield '# severity = { T103 = "error" }'
    yield ""
    yield "# Findings to live with, each with its reason (kielipari ignore FINGERPRINT adds one):"
    yield "# [[ignore]]"
    yield '# rule = "T101"'
    yield '# path = "site/sv/history/*"'
    yield '# reason = "The old names are meant."'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
