"""One writer at a time.

The lock is the operating system's: it goes with the process that holds it,
however that process ends, so a killed writer leaves no lock behind.
"""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from amity.core.errors import StoreError

LOCK_NAME = "writer.lock"
_LOCKED_BYTE = 1 << 30  # beyond the text, so that others may read who holds the lock (Windows)
_PAUSE_SECONDS = 0.02


@contextmanager
def writing(folder: Path, *, wait_seconds: float) -> Iterator[None]:
    """Be the only writer of the store in `folder`.

    Waits up to `wait_seconds` for another writer, then raises StoreError that
    says who writes.
    """
    try:
        descriptor = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise StoreError(f"Cannot write to the store at {folder}: {error}. Check who may write there.") from error
    try:
        _wait_for(descriptor, folder, wait_seconds)
        _sign(descriptor)
        try:
            yield
        finally:
            _unlock(descriptor)
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int, folder: Path, wait_seconds: float) -> None:
    give_up = time.monotonic() + wait_seconds
    while not _lock(descriptor):
        if time.monotonic() >= give_up:
            raise StoreError(
                f"Cannot write to the store at {folder}: {_holder(folder)} is writing to it "
                f"(waited {wait_seconds:g} s). Wait for it to end, or stop it, then try again."
            )
        time.sleep(_PAUSE_SECONDS)


def _sign(descriptor: int) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, f"process {os.getpid()} on {socket.gethostname()}\n".encode())


def _holder(folder: Path) -> str:
    try:
        return (folder / LOCK_NAME).read_text(encoding="utf-8").strip() or "another process"
    except (OSError, UnicodeDecodeError):
        return "another process"


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
