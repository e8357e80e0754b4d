"""Builds that are stopped at a chosen moment, and disks that are full from some moment on."""

from __future__ import annotations

import builtins
import errno
import io
import os
import signal
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def watched_writes(below: str, reached: Callable[[int, Any], None]) -> Iterator[None]:
    """Call *reached* whenever a file below a folder is opened for writing.

    It gets the number of the file, from 1, and the open file. May raise ``OSError``, or never return.
    """
    number = 0
    real = io.open

    def opening(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        nonlocal number
        opened = real(file, mode, *arguments, **named)
        if set(mode) & set("wax") and str(file).startswith(below):
            number += 1
            try:
                reached(number, opened)
            except OSError:
                opened.close()
                raise
        return opened

    builtins.open = io.open = opening  # type: ignore[assignment]
    try:
        yield
    finally:
        builtins.open = io.open = real


def write_half(opened: Any) -> None:
    """Leave in a file what a stopped program leaves."""
    opened.write("half" if isinstance(opened, io.TextIOBase) else b"half")
    opened.flush()


class FullDisk:
    """Lets one more file be half written, and none after that."""

    def __init__(self, after: int) -> None:
        self._after = after

    def __call__(self, number: int, opened: Any) -> None:
        """Refuse what is too much."""
        if number > self._after:
            if number == self._after + 1:
                write_half(opened)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), opened.name)


def run_and_kill(run: Callable[[], object], below: str, *, at: int = 0, after: float = 0) -> bool:
    """Run something in a process of its own and kill that, and all that it has started.

    At the file with that number which it writes below a folder, when half of it is there; or after so
    many seconds. Returns whether it was killed before it was done.
    """
    pid = os.fork()
    if pid == 0:
        _run_alone(run, below, at)
    time.sleep(after)
    if after:
        os.kill(pid, signal.SIGSTOP)  # first, so that it starts nothing more
        try:
            os.killpg(pid, signal.SIGKILL)
        except ProcessLookupError:  # it had no time to become the leader of a group
            os.kill(pid, signal.SIGKILL)
    _pid, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status)


def _run_alone(run: Callable[[], object], below: str, at: int) -> NoReturn:
    os.setsid()

    def reached(number: int, opened: Any) -> None:
        if number == at:
            write_half(opened)
            os.killpg(os.getpgrp(), signal.SIGKILL)

    try:
        with watched_writes(below, reached):
            run()
    finally:
        os._exit(0)
