"""Words and punctuation marks by spaCy's tokenizer for a language, without a pipeline."""

from functools import cache
from typing import Any

from kielipari.languages.base import Token


@cache
def _tokenizer(lang: str) -> Any:  # noqa: ANN401  spaCy is loaded when first needed
    # The tokenizer is made by itself, with the rules of the language: spacy.blank would load
    # every component that an installed package registers. All imports take a second together.
    from spacy.tokenizer import Tokenizer  # noqa: PLC0415
    from spacy.util import (  # noqa: PLC0415
        compile_infix_regex,
        compile_prefix_regex,
        compile_suffix_regex,
        get_lang_class,
    )
    from spacy.vocab import Vocab  # noqa: PLC0415

    rules = get_lang_class(lang).Defaults
    return Tokenizer(
        Vocab(),
        rules=rules.tokenizer_exceptions,
        prefix_search=compile_prefix_regex(rules.prefixes or ()).search,
        suffix_search=compile_suffix_regex(rules.suffixes or ()).search,
        infix_finditer=compile_infix_regex(rules.infixes or ()).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )


def tokenize(text: str, lang: str) -> tuple[Token, ...]:
    """Cut a text into tokens; white space is left out."""
    return tuple(
        Token(word, start, start + len(word))
        for token in _tokenizer(lang)(text)
        if not (word := token.text).isspace() and (start := token.idx) >= 0
    )
