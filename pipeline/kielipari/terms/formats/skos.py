"""SKOS (W3C Recommendation 2009) in Turtle or RDF/XML, as Finto publishes it.

======================================= ==================================================
prefLabel, altLabel (also SKOS-XL)      preferred and admitted term
definition, note, scopeNote             of the first term in their language; without a
                                        language of the concept
dct:source, dc:source                   source of the concept
======================================= ==================================================

Hidden labels (misspellings for search) and concepts marked ``owl:deprecated`` are no terms.
"""

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING

from kielipari.errors import GlossaryError
from kielipari.model import Concept, Term, TermStatus
from kielipari.terms import codes
from kielipari.terms.termbase import Issue, Termbase

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_LABELS = (("prefLabel", TermStatus.PREFERRED), ("altLabel", TermStatus.ADMITTED))


def read(data: bytes, uri: str) -> Termbase:
    """Read a SKOS vocabulary; concepts come in the order of their addresses.

    A concept's id is the last part of its address where that is unique in the file.

    Raises:
        GlossaryError: it is no Turtle or RDF/XML, declares XML entities, holds no concept with
            a label, or names a language that does not exist.

    """
    graph = _parse(data, uri)
    issues: list[Issue] = []
    subjects = _subjects(graph)
    keys = _keys(subjects)
    concepts = []
    for subject in subjects:
        concept = _concept(graph, subject, keys[str(subject)], uri, issues)
        if concept is not None:
            concepts.append(concept)
    if not concepts:
        raise GlossaryError("the file has no SKOS concept with a label and a language", uri)
    return Termbase(tuple(concepts), (uri,), tuple(issues))


def _parse(data: bytes, uri: str) -> "Graph":
    from rdflib import Graph  # noqa: PLC0415 - heavy, for this format only
    from rdflib.plugins.parsers.notation3 import BadSyntax  # noqa: PLC0415 - as above

    is_turtle = PurePath(uri).suffix.lower() == ".ttl"
    if not is_turtle and b"<!ENTITY" in data.replace(b"\0", b""):
        raise GlossaryError("the file declares XML entities; save it as Turtle (.ttl)", uri)
    try:
        return Graph().parse(data=data, format="turtle" if is_turtle else "xml")
    except BadSyntax as error:
        line = getattr(error, "lines", None)
        known = line + 1 if isinstance(line, int) else None
        raise GlossaryError("the file is not Turtle; the syntax breaks here", uri, known) from error
    except UnicodeDecodeError as error:
        raise GlossaryError("the file is not UTF-8, as Turtle has to be", uri) from error
    except Exception as error:  # rdflib passes on what its XML parser raises
        line = getattr(error, "getLineNumber", lambda: None)()
        kind = "Turtle" if is_turtle else "RDF/XML"
        raise GlossaryError(f"the file is not {kind}", uri, line) from error


def _subjects(graph: "Graph") -> list["Node"]:
    """Return what has a label and is a concept, not a scheme or a collection of concepts."""
    from rdflib import RDF, Literal, URIRef  # noqa: PLC0415 - heavy
    from rdflib.namespace import OWL, SKOS  # noqa: PLC0415 - heavy

    isothes = "http://purl.org/iso25964/skos-thes#"
    others = {
        SKOS.ConceptScheme,
        SKOS.Collection,
        SKOS.OrderedCollection,
        URIRef(f"{isothes}ConceptGroup"),
        URIRef(f"{isothes}ThesaurusArray"),
    }
    found = set(graph.subjects(RDF.type, SKOS.Concept))
    found |= set(graph.subjects(SKOS.prefLabel, None))
    concepts = (
        subject
        for subject in found
        if not others & set(graph.objects(subject, RDF.type))
        and Literal(True) not in graph.objects(subject, OWL.deprecated)
    )
    return sorted(concepts, key=str)


def _keys(subjects: Iterable["Node"]) -> dict[str, str]:
    addresses = [str(subject) for subject in subjects]
    short = {address: re.split("[/#:]", address.rstrip("/#"))[-1] for address in addresses}
    taken: dict[str, int] = {}
    for name in short.values():
        taken[name] = taken.get(name, 0) + 1
    return {a: name if name and taken[name] == 1 else a for a, name in short.items()}


def _concept(
    graph: "Graph", subject: "Node", key: str, uri: str, issues: list[Issue]
) -> Concept | None:
    from rdflib.namespace import DC, DCTERMS, SKOS  # noqa: PLC0415 - heavy

    definitions = _by_language(graph, subject, [SKOS.definition], key, uri)
    notes = _by_language(graph, subject, [SKOS.note, SKOS.scopeNote], key, uri)
    terms: list[Term] = []
    labels = _labels(graph, subject)
    for lang in sorted({code for code, _, _ in labels}):
        if not lang:
            lost = next(text for code, text, _ in labels if not code)
            issues.append(Issue("no-language", uri, 0, key, text=lost))
            continue
        code = _language(lang, key, uri)
        is_first = all(term.lang != code for term in terms)
        for _, text, status in (label for label in labels if label[0] == lang):
            definition = definitions.pop(code, "") if is_first else ""
            note = notes.pop(code, "") if is_first else ""
            is_first = False
            place = codes.locale(lang)
            term = Term(text, code, status, "", definition, note, locale=place, path=uri)
            terms.append(term)
    if not terms:
        return None
    sources = sorted(
        {str(o) for p in (DCTERMS.source, DC.source) for o in graph.objects(subject, p)}
    )
    return Concept(
        key,
        tuple(terms),
        "\n".join(definitions.values()),
        note="\n".join(notes.values()),
        source="\n".join(sources),
        uri=str(subject),
    )


def _labels(graph: "Graph", subject: "Node") -> list[tuple[str, str, TermStatus]]:
    """Return language, text and status of each label, preferred ones first, sorted."""
    from rdflib import Literal, URIRef  # noqa: PLC0415 - heavy
    from rdflib.namespace import SKOS  # noqa: PLC0415 - heavy

    xl = "http://www.w3.org/2008/05/skos-xl#"
    found: list[tuple[str, str, TermStatus]] = []
    for name, status in _LABELS:
        values = list(graph.objects(subject, SKOS[name]))
        for label in graph.objects(subject, URIRef(xl + name)):
            values += graph.objects(label, URIRef(f"{xl}literalForm"))
        texts = {(o.language or "", str(o).strip()) for o in values if isinstance(o, Literal)}
        known = {(lang, text) for lang, text, _ in found}
        found += [(*label, status) for label in sorted(texts - known) if label[1]]
    return found


def _by_language(
    graph: "Graph", subject: "Node", predicates: Iterable["Node"], key: str, uri: str
) -> dict[str, str]:
    from rdflib import RDF, Literal  # noqa: PLC0415 - heavy

    texts: dict[str, list[str]] = {}
    for predicate in predicates:
        for value in graph.objects(subject, predicate):
            resolved = value if isinstance(value, Literal) else graph.value(value, RDF.value)
            if isinstance(resolved, Literal):
                code = _language(resolved.language, key, uri) if resolved.language else ""
                texts.setdefault(code, []).append(str(resolved).strip())
    return {code: "\n".join(sorted(values)) for code, values in sorted(texts.items())}


def _language(code: str, key: str, uri: str) -> str:
    try:
        return codes.language(code)
    except ValueError as error:
        raise GlossaryError(f"{key}: {error}", uri) from None
