"""A spaCy component that marks a glossary's terms, in any form, as ``doc.spans["terms"]``.

::

    nlp = spacy.blank("fi")
    nlp.add_pipe("kielipari_terms", config={"glossary": "glossary/innokaupungit.csv"})
    for span in nlp("Innokaupunkien sopimukset").spans["terms"]:
        print(span.text, span.label_, span.kb_id_, span.id_)

``label_`` is the concept's id, ``kb_id_`` the term as the glossary has it, ``id_`` how the text
shows it (exact, inflected, compound-head, compound-modifier), and ``span._.kielipari_certain`` is
False where the form can be another word too. A part of a compound covers its whole token.

Works on blank and trained pipelines of the supported languages. Where a tagger has run before it,
parts of speech and lemmas tell homographs apart: "tuki" that is tagged as a verb is no support.
"""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from kielipari.languages.base import Token
from kielipari.model import TermHit
from kielipari.terms.match import Matcher, compile_matcher
from kielipari.terms.speech import Tagged
from kielipari.terms.termbase import load

__all__ = ["CERTAIN", "Terms", "make_terms_component"]

CERTAIN = "kielipari_certain"
"""Extension of a span: whether its form can be nothing but the term."""


@Language.factory(
    "kielipari_terms",
    assigns=["doc.spans"],
    default_config={"glossary": "", "spans_key": "terms"},
)
def make_terms_component(
    nlp: Language, name: str, glossary: str | list[str], spans_key: str
) -> "Terms":
    """Make the component for ``nlp.add_pipe``.

    Raises GlossaryError where the glossary cannot be read and UsageError where the pipeline's
    language is not supported.
    """
    del name
    paths = [glossary] if isinstance(glossary, str) else glossary
    return Terms(compile_matcher(load(paths).concepts, nlp.lang or ""), spans_key)


class Terms:
    """The component: sets a group of spans and returns the document."""

    def __init__(self, matcher: Matcher, spans_key: str = "terms") -> None:
        """Take a matcher of the pipeline's language."""
        self._matcher = matcher
        self._spans_key = spans_key
        if not Span.has_extension(CERTAIN):
            Span.set_extension(CERTAIN, default=True)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the terms of one document, on the pipeline's own tokens."""
        text = doc.text
        words = [t for t in doc if not t.is_space]
        tokens = [Token(t.text, t.idx, t.idx + len(t)) for t in words]
        tagged = [Tagged(t.pos_, t.lemma_) for t in words] if doc.has_annotation("POS") else []
        doc.spans[self._spans_key] = SpanGroup(
            doc,
            name=self._spans_key,
            spans=self._spans(doc, self._matcher.find_in(text, tokens, tagged)),
        )
        return doc

    @staticmethod
    def _spans(doc: Doc, hits: Iterable[TermHit]) -> list[Span]:
        spans = []
        for hit in hits:
            span = doc.char_span(hit.start, hit.end, label=hit.concept.id, alignment_mode="expand")
            if span is not None:
                span.kb_id_ = hit.term.text
                span.id_ = hit.how.value
                span._.set(CERTAIN, hit.certain)
                spans.append(span)
        return spans
