"""The work of a run, one pair after the other: in this process, or spread over several.

The same function judges every pair wherever it runs, and results are put in the order of the
pairs, so that the report does not tell how many jobs there were. A process that dies (killed for
its memory, a crash in a library's C code) loses its pair only: it is tried once more, and if
that fails too, the pair is reported and the rest is completed.
"""

import signal
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from multiprocessing import get_context
from typing import TYPE_CHECKING

from kielipari.model import Pair, PairResult
from kielipari.state.pickled import decode, encode

if TYPE_CHECKING:
    from kielipari.context import Context, Settings

Languages = tuple[str, str]
Done = Callable[[int, PairResult, bytes | None], None]
_ATTEMPTS = 2
_DEATH = "ProcessExpired"  # pebble's error, which is loaded only where there are several jobs
_WINDOW = 8  # pairs under way for each process, so that none waits and few are in memory


def audit_all(
    pairs: Mapping[int, Pair],
    settings: Mapping[Languages, "Settings"],
    jobs: int,
    done: Done,
) -> Mapping[int, str]:
    """Judge pairs and hand each result to ``done`` with its index and, where known, its bytes.

    Returns why pairs were given up, by index. ``KeyboardInterrupt`` goes through at once; what
    was handed to ``done`` before is whole.
    """
    if jobs <= 1 or len(pairs) <= 1:
        return _here(pairs, settings, done)
    return _spread(pairs, settings, min(jobs, len(pairs)), done)


def _here(
    pairs: Mapping[int, Pair],
    settings: Mapping[Languages, "Settings"],
    done: Done,
) -> Mapping[int, str]:
    from kielipari.audit import audit_pair  # noqa: PLC0415 only where something is not cached

    contexts = _Contexts(settings)
    failed: dict[int, str] = {}
    for index, pair in pairs.items():
        context = contexts.of(pair)
        try:
            result = audit_pair(pair, context)
        except Exception as error:  # noqa: BLE001 one pair must not take the others along
            failed[index] = _reason(error)
        else:
            done(index, result, None)
    return failed


def _spread(
    pairs: Mapping[int, Pair],
    settings: Mapping[Languages, "Settings"],
    jobs: int,
    done: Done,
) -> Mapping[int, str]:
    from pebble import ProcessPool  # noqa: PLC0415 only where there is more than one job

    failed: dict[int, str] = {}
    attempts: dict[int, int] = {}
    waiting = deque(pairs)
    running: dict[Future[bytes], int] = {}
    # Spawned, not forked: libraries with threads do not survive a fork on every platform.
    pool = ProcessPool(
        max_workers=jobs,
        context=get_context("spawn"),
        initializer=_start,
        initargs=(dict(settings),),
    )
    try:
        while waiting or running:
            while waiting and len(running) < jobs * _WINDOW:
                index = waiting.popleft()
                attempts[index] = attempts.get(index, 0) + 1
                running[pool.schedule(_work, args=[encode(pairs[index])])] = index
            ready, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in ready:
                index = running.pop(future)
                error = future.exception()
                if error is None:
                    data = future.result()
                    done(index, decode(data), data)
                elif type(error).__name__ == _DEATH and attempts[index] < _ATTEMPTS:
                    waiting.append(index)
                else:
                    failed[index] = _reason(error)
        pool.close()  # type: ignore[no-untyped-call]  # pebble leaves it without
    except BaseException:
        pool.stop()  # type: ignore[no-untyped-call]  # the same
        raise
    finally:
        pool.join()
    return failed


class _Contexts:
    """Contexts by languages, each built when a pair first needs it."""

    def __init__(self, settings: Mapping[Languages, "Settings"]) -> None:
        self._settings = settings
        self._built: dict[Languages, Context] = {}

    def of(self, pair: Pair) -> "Context":
        from kielipari import context  # noqa: PLC0415 only where something is not cached

        languages = (pair.source_lang, pair.target_lang)
        if languages not in self._built:
            self._built[languages] = context.build(self._settings[languages])
        return self._built[languages]


# ---------------------------------------------------------------- in the other process

_worker: list[_Contexts] = []  # one, once the process has been started


def _start(settings: Mapping[Languages, "Settings"]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which ends its workers
    _worker[:] = [_Contexts(settings)]


def _work(data: bytes) -> bytes:
    from kielipari.audit import audit_pair  # noqa: PLC0415 in the worker, not where it is started

    pair: Pair = decode(data)
    return encode(audit_pair(pair, _worker[0].of(pair)))


# ---------------------------------------------------------------- what went wrong


def _reason(error: BaseException) -> str:
    if type(error).__name__ == _DEATH:
        code = getattr(error, "exitcode", None)
        how = _signal_name(-code) if isinstance(code, int) and code < 0 else f"exit code {code}"
        return (
            f"the process that checked this died twice ({how}); the rest was checked. "
            "If memory is short, give fewer --jobs"
        )
    return f"it could not be checked: {type(error).__name__}: {error}"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
