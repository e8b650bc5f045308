"""The resources of a run that checks ask: what reads a text's language, terms, values, words."""

from collections.abc import Callable
from dataclasses import dataclass

from kielipari.checks.lexical import Translations
from kielipari.languages.base import Language
from kielipari.languages.glance import Glance
from kielipari.languages.identify import Identified
from kielipari.languages.text import runs_of_letters
from kielipari.model import Concept, TermHit
from kielipari.values import Value


def words_of(text: str) -> frozenset[str]:
    """Return the runs of letters of a text, in lower case."""
    return frozenset(runs_of_letters(text.lower()))


@dataclass(frozen=True, slots=True)
class Analysers:
    """The resources of a run that turn text into evidence; pure functions of text and language.

    ``glance`` spares ``identify`` for texts that are plainly in the language that is due.
    ``hits_in`` does what ``hits`` does and is given the text's words too: a text without a word of
    a term is not cut into tokens. ``borrowed`` finds in a text, of which it is told the words and
    the language, the other language's terms as they stand, and its names with an ending that they
    got there.
    ``translations`` gives the translation lexicon, loaded when first asked for; None for none.
    """

    language: Callable[[str], Language]
    hits: Callable[[str, str], tuple[TermHit, ...]]
    values: Callable[[str, str, frozenset[str]], tuple[Value, ...]]
    identify: Callable[[str], Identified]
    concepts: tuple[Concept, ...] = ()
    translations: Callable[[], Translations] | None = None
    glance: Callable[[str, str, frozenset[str]], Glance] | None = None
    hits_in: Callable[[str, str, frozenset[str]], tuple[TermHit, ...]] | None = None
    borrowed: Callable[[str, frozenset[str], str, str], tuple[TermHit, ...]] = lambda *_: ()

    def identified(self, text: str, lang: str, words: frozenset[str] | None = None) -> Identified:
        """Tell the language of a text that ought to be in ``lang``: at a glance, where it is.

        ``words`` are its runs of letters in lower case, if they are known already.
        """
        if self.glance is not None:
            seen = self.glance(text, lang, words_of(text) if words is None else words)
            if seen.is_plain:
                return seen.identified()
        return self.identify(text)
