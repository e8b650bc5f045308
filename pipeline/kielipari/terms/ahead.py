"""The form indices of several languages, compiled side by side where none is kept yet.

The first run on a machine compiles the glossary and unpacks the word tables of every language.
Languages have nothing to do with each other there, so all but one are compiled in a process of
their own, which leaves its index in the cache directory; whoever needs it opens it from there. A
process that fails leaves nothing, and the index is compiled where it is needed.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from typing import Self

from kielipari import languages
from kielipari.languages import store
from kielipari.model import Concept
from kielipari.terms import index

Glossary = Sequence[Concept]


def compile_ahead(
    glossaries: Mapping[str, Sequence[Glossary]],
    others: Iterable[str] = (),
    starting: Callable[[], None] = lambda: None,
) -> None:
    """Compile what is not kept yet of each language's glossaries.

    ``others`` are languages without a glossary whose word table will be asked for; ``starting`` is
    called before the work. Nothing is done where there would be no gain: one language only, one
    processor only, or no place to keep it in.
    """
    missing = {
        lang: [g for g in several if not index.is_kept(g, languages.get(lang))]
        for lang, several in glossaries.items()
    }
    todo = {lang: several for lang, several in missing.items() if several}
    if len(todo) < 2 or (os.cpu_count() or 1) < 2 or not store.is_writable():  # noqa: PLR2004
        return
    starting()
    (first, mine), *rest = todo.items()
    with ExitStack() as running:
        children = [running.enter_context(_Child(lang, several)) for lang, several in rest]
        _compile(first, mine)
        for lang in others:
            languages.get(lang).lemmas("a")
        for child in children:
            child.wait()


def _compile(lang: str, glossaries: Iterable[Glossary]) -> None:
    for glossary in glossaries:
        index.load(glossary, languages.get(lang), cache=True)


class _Child:
    """A process that compiles one language; it ends with the block that it is used in.

    Not multiprocessing: that would run the main module of whoever uses the package again.
    """

    def __init__(self, lang: str, glossaries: Sequence[Glossary]) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._work = pickle.dumps((lang, glossaries))

    def __enter__(self) -> Self:
        try:
            self._process = subprocess.Popen(  # noqa: S603  our own module
                [sys.executable, "-m", __name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            if self._process.stdin is not None:
                with self._process.stdin as pipe:
                    pipe.write(self._work)
        except OSError:
            pass  # compiled where it is needed
        return self

    def wait(self) -> None:
        """Wait until it has compiled all."""
        if self._process is not None:
            self._process.wait()

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()


if __name__ == "__main__":
    _compile(*pickle.load(sys.stdin.buffer))  # noqa: S301  what the other side of the pipe wrote
