"""Processes that do one piece of work after the other, for :mod:`kielipari.state.jobs`.

Each process has pipes of its own and shares no lock with the others. So one that dies, at
whatever moment, takes nothing along but the work it was given: processes that share a queue wait
for ever for one that died while it held the queue's lock.
"""

import contextlib
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import connection, get_context, resource_tracker
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread
from typing import Any

from kielipari.state.collector import collect_seldom

Work = Callable[[bytes], bytes]
Prepare = Callable[[], Callable[[Any], Work]]
_DONE, _FAILED = b"\0", b"\1"  # the first byte of an answer; an empty one says "ready to work"
_PATIENCE = 2.0  # seconds for a process to end before it is made to
_REST = 0.05  # seconds in which answers gather: to wake up for each one costs more than to take it


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for a piece of work: its result, or in UTF-8 why there is none."""

    index: int
    data: bytes
    is_done: bool


class Worker:
    """One process, with what it was given: the first of that is under way, the rest waits.

    ``given`` holds, by the number of a piece of work, how many bytes it has.
    """

    def __init__(self, prepare: Prepare) -> None:
        """Start the process; ``prepare`` is called there at once.

        What it returns is called with what :meth:`begin` gives, and returns what does the work.
        The process is spawned, not forked: libraries with threads do not survive a fork everywhere.
        """
        self.given: dict[int, int] = {}
        self.has_begun = False
        spawn = get_context("spawn")
        work, self._work = spawn.Pipe(duplex=False)
        self.answers, answers = spawn.Pipe(duplex=False)
        self._process: BaseProcess = spawn.Process(
            target=_serve, args=(work, answers, prepare), daemon=True
        )
        _start_deaf(self._process)
        work.close()
        answers.close()

    def begin(self, argument: object) -> None:
        """Say what the work is about; it comes before the first piece of it."""
        with contextlib.suppress(OSError):  # it has died; its answers will say so
            self._work.send(argument)

    def give(self, index: int, data: bytes) -> None:
        """Hand over a piece of work."""
        self.given[index] = len(data)
        with contextlib.suppress(OSError):  # it has died; its answers will say so
            self._work.send_bytes(data)

    def take(self) -> Iterator[Answer]:
        """Yield what it has answered by now.

        Raises EOFError after that where it has died.
        """
        try:
            while self.answers.poll():
                data = self.answers.recv_bytes()
                if not data:
                    self.has_begun = True
                    continue
                index = next(iter(self.given))
                del self.given[index]
                yield Answer(index, data[1:], data[:1] == _DONE)
        except OSError as error:  # it died with half an answer written
            raise EOFError from error

    def bury(self) -> int | None:
        """Return the exit code of a process that died: the negative of a signal it died of."""
        self._process.join(_PATIENCE)
        self.stop()
        return self._process.exitcode

    def stop(self) -> None:
        """End the process at once."""
        self._process.terminate()
        self._process.join(_PATIENCE)
        self._process.kill()
        self._process.join()
        self._work.close()
        self.answers.close()


def answering(crew: Iterable[Worker]) -> tuple[Worker, ...]:
    """Wait until some have something to say, or have died, and a little for the others."""
    by_pipe = {id(worker.answers): worker for worker in crew}
    pipes = [worker.answers for worker in by_pipe.values()]
    connection.wait(pipes)
    time.sleep(_REST)
    return tuple(by_pipe[id(pipe)] for pipe in connection.wait(pipes, 0))


def _start_deaf(process: BaseProcess) -> None:
    """Start a process that does not hear Ctrl-C, which is for the run: the run ends its workers."""
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:  # Windows
        process.start()
        return
    resource_tracker.ensure_running()  # else the start does it, and lets signals through after it
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        mask(signal.SIG_SETMASK, before)


# ---------------------------------------------------------------- in the other process


def _serve(
    work: "connection.Connection",
    answers: "connection.Connection",
    prepare: Prepare,
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    start = prepare()
    try:
        argument = work.recv()
    except (EOFError, OSError):
        return  # there was no work after all
    waiting: SimpleQueue[bytes | None] = SimpleQueue()
    # What is given is taken at once, so that whoever gives it never waits for what is under way.
    Thread(target=_receive, args=(work, waiting), daemon=True).start()
    do = start(argument)
    with contextlib.suppress(OSError):  # nobody is there any more
        answers.send_bytes(b"")
        while (data := waiting.get()) is not None:
            try:
                answer = _DONE + do(data)
            except Exception as error:  # noqa: BLE001 one piece must not take the others along
                answer = _FAILED + f"{type(error).__name__}: {error}".encode("utf-8", "replace")
            answers.send_bytes(answer)


def _receive(work: "connection.Connection", waiting: "SimpleQueue[bytes | None]") -> None:
    with contextlib.suppress(EOFError, OSError):
        while True:
            waiting.put(work.recv_bytes())
    waiting.put(None)
