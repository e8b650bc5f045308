"""A language put together from its facts and its morphology."""

from collections.abc import Sequence
from typing import Protocol

from kielipari.languages.base import Facts, Form, Part, Reading, Token
from kielipari.languages.tokens import tokenize


class Morphology(Protocol):
    """What a language's ``morphology`` module holds."""

    def readings(self, word: str, /) -> tuple[Reading, ...]:
        """See :meth:`kielipari.languages.base.Language.readings`."""

    def bases(self, word: str, /) -> frozenset[str]:
        """See :meth:`kielipari.languages.base.Language.bases`."""

    def knows(self, word: str, /) -> bool:
        """See :meth:`kielipari.languages.base.Language.knows`."""

    def accepts(self, word: str, /) -> bool:
        """See :meth:`kielipari.languages.base.Language.accepts`."""

    def forms(self, word: str, /) -> frozenset[str]:
        """See :meth:`kielipari.languages.base.Language.forms`."""

    def lemmas(self, word: str, /) -> tuple[str, ...]:
        """See :meth:`kielipari.languages.base.Language.lemmas`."""

    def paradigm(self, word: str, /) -> tuple[Form, ...]:
        """See :meth:`kielipari.languages.base.Language.paradigm`."""

    def rest(self) -> None:
        """See :meth:`kielipari.languages.base.Language.rest`."""

    def head(self, word: str, /) -> tuple[int, tuple[Reading, ...]]:
        """See :meth:`kielipari.languages.base.Language.head`."""


class Compounds(Protocol):
    """What a language's ``compounds`` module holds."""

    def parts(self, word: str, /) -> tuple[tuple[Part, ...], ...]:
        """See :meth:`kielipari.languages.base.Language.parts`."""


class Stems(Protocol):
    """What a language's ``stems`` module holds."""

    def stems(self, word: str, forms: Sequence[Form], /) -> tuple[frozenset[str], frozenset[str]]:
        """See :meth:`kielipari.languages.base.Language.stems`."""


class Context(Protocol):
    """What a language's ``context`` module holds."""

    def doubtful(self, word: str, /) -> bool:
        """See :meth:`kielipari.languages.base.Language.doubtful`."""

    def stands(self, tokens: Sequence[Token], place: int, base: str, /) -> bool | None:
        """See :meth:`kielipari.languages.base.Language.stands`."""


class Spoken:
    """The one implementation of :class:`kielipari.languages.base.Language`."""

    def __init__(  # noqa: PLR0913, PLR0917 a module for each theme
        self,
        code: str,
        facts: Facts,
        morphology: Morphology,
        compounds: Compounds,
        stems: Stems,
        context: Context,
    ) -> None:
        """Take over the modules' functions, so that a call goes straight to them."""
        self.code = code
        self.facts = facts
        self.readings = morphology.readings
        self.bases = morphology.bases
        self.knows = morphology.knows
        self.accepts = morphology.accepts
        self.forms = morphology.forms
        self.lemmas = morphology.lemmas
        self.paradigm = morphology.paradigm
        self.rest = morphology.rest
        self.head = morphology.head
        self.parts = compounds.parts
        self.stems = stems.stems
        self.doubtful = context.doubtful
        self.stands = context.stands

    def tokenize(self, text: str) -> tuple[Token, ...]:
        """Cut a text into words and punctuation marks, by spaCy's rules for the language."""
        return tokenize(text, self.code)
