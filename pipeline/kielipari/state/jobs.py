"""The work of a run, one pair after the other: in this process, or spread over several.

The same function judges every pair wherever it runs, and results are put in the order of the
pairs, so that the report does not tell how many jobs there were. A process that dies (killed for
its memory, a crash in a library's C code) loses its pair only: it is tried once more, and if
that fails too, the pair is reported and the rest is completed.
"""

import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kielipari.model import Block, BlockKind, Document, Pair, PairResult
from kielipari.state.later import light
from kielipari.state.pickled import decode, encode, pack, unpack

if TYPE_CHECKING:
    from kielipari.context import Context, Settings
    from kielipari.state.words import KnownWords
    from kielipari.state.workers import Answer, Work, Worker

Languages = tuple[str, str]
Done = Callable[[int, PairResult, bytes | None], None]
_ATTEMPTS = 2
_LEAST = 2  # pairs that a process has: one under way, and one so that it need not wait
_AHEAD = 64 * 1024  # bytes of pairs below which it has more of them
_STILLBORN = 3  # processes in a row that die before they are ready; then the rest is done here


class Crew:
    """The processes of a run, ``jobs`` of them where there is more than one job."""

    def __init__(self, jobs: int = 1) -> None:
        """Begin with no process."""
        self.jobs = jobs
        self.workers: list[Worker] = []
        self._known: Mapping[Languages, Settings] = {}

    def close(self) -> None:
        """End every process at once."""
        for worker in self.workers:
            worker.stop()

    def hire_ahead(self, settings: Mapping[Languages, "Settings"]) -> None:
        """Start the processes while there is no work yet: they load what pairs are judged with.

        The settings need not know the facts of the site, nor what was confirmed.
        """
        if self.jobs > 1:
            self._known = settings
            for _ in range(self.jobs):
                self.hire()

    def hire(self) -> "Worker":
        """Start one process."""
        from kielipari.state import workers  # noqa: PLC0415 only where there is more than one job

        self.workers.append(workers.Worker(partial(_prepare, dict(self._known))))
        return self.workers[-1]


def audit_all(
    pairs: Mapping[int, Pair],
    settings: Mapping[Languages, "Settings"],
    crew: Crew,
    done: Done,
) -> Mapping[int, str]:
    """Judge pairs and hand each result to ``done`` with its index and, where known, its bytes.

    Returns why pairs were given up, by index. ``KeyboardInterrupt`` goes through at once; what
    was handed to ``done`` before is whole.
    """
    if crew.jobs <= 1 or len(pairs) <= 1:
        return _here(pairs, settings, done)
    return _spread(pairs, settings, crew, done)


def _here(
    pairs: Mapping[int, Pair],
    settings: Mapping[Languages, "Settings"],
    done: Done,
) -> dict[int, str]:
    from kielipari.audit import audit_pair  # noqa: PLC0415 only where something is not cached

    contexts = _Contexts(settings)
    failed: dict[int, str] = {}
    for index, pair in pairs.items():
        context = contexts.of(_languages(pair))
        try:
            result = audit_pair(pair, context)
        except Exception as error:  # noqa: BLE001 one pair must not take the others along
            failed[index] = _reason(error)
        else:
            done(index, result, None)
            contexts.keep_words()
    return failed


def _spread(
    pairs: Mapping[int, Pair],
    settings: Mapping[Languages, "Settings"],
    crew: Crew,
    done: Done,
) -> Mapping[int, str]:
    from kielipari.state import workers  # noqa: PLC0415 only where there is more than one job

    failed: dict[int, str] = {}
    deaths: Counter[int] = Counter()
    stillborn = 0
    waiting = deque(pairs)
    at_work = crew.workers
    for worker in at_work:
        worker.begin(dict(settings))
    while waiting or any(worker.given for worker in at_work):
        while waiting and len(at_work) < min(crew.jobs, len(pairs)) and stillborn < _STILLBORN:
            crew.hire().begin(dict(settings))
        if not at_work:
            return failed | _here({index: pairs[index] for index in waiting}, settings, done)
        _hand_out(at_work, waiting, pairs)
        for worker in workers.answering(at_work):
            try:
                for answer in worker.take():
                    _note(answer, done, failed)
                stillborn = 0
            except EOFError:
                at_work.remove(worker)
                stillborn += not worker.has_begun
                waiting.extendleft(reversed(_bereaved(worker, deaths, failed)))
    return failed


def _hand_out(at_work: Iterable["Worker"], waiting: deque[int], pairs: Mapping[int, Pair]) -> None:
    """Give every process work in turn, so that each has some before any has more."""
    while waiting and (idle := [worker for worker in at_work if _has_room(worker)]):
        for worker in idle[: len(waiting)]:
            index = waiting.popleft()
            worker.give(index, pack(pairs[index]))


def _has_room(worker: "Worker") -> bool:
    return len(worker.given) < _LEAST or sum(worker.given.values()) < _AHEAD


def _note(answer: "Answer", done: Done, failed: dict[int, str]) -> None:
    if answer.is_done:
        done(answer.index, decode(answer.data), answer.data)
    else:
        failed[answer.index] = _UNCHECKED + answer.data.decode()


def _bereaved(worker: "Worker", deaths: Counter[int], failed: dict[int, str]) -> list[int]:
    """Return the pairs that a dead process leaves, without the one it died of for the last time."""
    code = worker.bury()
    left = list(worker.given)
    if worker.has_begun and left:
        first = left.pop(0)
        deaths[first] += 1
        if deaths[first] < _ATTEMPTS:
            left.append(first)
        else:
            failed[first] = _died(code)
    return left


class _Contexts:
    """Contexts by languages, each built when it is first needed, with the words it knows."""

    def __init__(self, settings: Mapping[Languages, "Settings"]) -> None:
        self._settings = settings
        self._built: dict[Languages, Context] = {}
        self._words: list[KnownWords] = []

    def of(self, languages: Languages) -> "Context":
        from kielipari import context  # noqa: PLC0415 only where something is not cached
        from kielipari.state.words import KnownWords  # noqa: PLC0415 the same

        if languages not in self._built:
            settings = self._settings[languages]
            self._words.append(KnownWords(settings))
            self._built[languages] = context.build(settings, self._words[-1].memories)
        return self._built[languages]

    def begin(self, settings: Mapping[Languages, "Settings"]) -> None:
        """Take what was not known before: the facts of the site, and what was confirmed."""
        self._settings = settings
        self._built = {
            languages: replace(
                built, facts=settings[languages].facts, confirmed=settings[languages].confirmed
            )
            for languages, built in self._built.items()
            if languages in settings
        }

    def keep_words(self) -> None:
        """Keep the words that were met, for another run."""
        for words in self._words:
            words.keep()


def _languages(pair: Pair) -> Languages:
    return pair.source_lang, pair.target_lang


# ---------------------------------------------------------------- in the other process


def _prepare(
    known: Mapping[Languages, "Settings"],
) -> Callable[[Mapping[Languages, "Settings"]], "Work"]:
    """Load what pairs are judged with, as far as it is known; return what begins the work."""
    from kielipari import audit  # noqa: PLC0415 not where it is started

    contexts = _Contexts(known)
    for languages in known:
        loaded = contexts.of(languages)
        with suppress(Exception):  # what fails here fails again with a pair that can be named
            audit.audit_pair(_smallest(languages), loaded)

    def start(settings: Mapping[Languages, "Settings"]) -> "Work":
        contexts.begin(settings)

        def work(data: bytes) -> bytes:
            pair: Pair = unpack(data)
            answer = encode(light(audit.audit_pair(pair, contexts.of(_languages(pair)))))
            contexts.keep_words()
            return answer

        return work

    return start


def _smallest(languages: Languages) -> Pair:
    """Return a pair that has a word and a number: to judge it loads what is loaded when needed."""
    text = (Block("1", BlockKind.PARAGRAPH, "A 1."),)
    source, target = (Document("", lang, text) for lang in languages)
    return Pair("", None, None, *languages, source, target)


# ---------------------------------------------------------------- what went wrong

_UNCHECKED = "it could not be checked: "


def _reason(error: Exception) -> str:
    return f"{_UNCHECKED}{type(error).__name__}: {error}"


def _died(code: int | None) -> str:
    how = _signal_name(-code) if code is not None and code < 0 else f"exit code {code}"
    return (
        f"the process that checked this died twice ({how}); the rest was checked. "
        "If memory is short, give fewer --jobs"
    )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
