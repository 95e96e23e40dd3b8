"""Reading gzip as a stream that gives what it can and remembers what was wrong."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK_BYTES = 1 << 16
GZIP_SIGN = b"\x1f\x8b"
GZIP_WINDOW = 31  # zlib's word for "with a gzip header and check sum"


def _salvage(member: zlib._Decompress, packed: bytes, size: int) -> bytes:
    """What comes out before the damage, fed byte by byte: at an error zlib keeps all of its last output to itself."""
    unpacked = bytearray()
    for place in range(len(packed)):
        try:
            unpacked += member.decompress(packed[place : place + 1], size)
        except zlib.error:
            break
        if len(unpacked) >= size:
            break
    return bytes(unpacked[:size])


class Gunzipped(io.RawIOBase):
    """The unpacked bytes of a gzip file, one or more members long.

    Where the file is cut short or damaged, the stream ends with what could be
    unpacked before, and `trouble` then says what was wrong. Python's own reader
    raises instead, and what it had unpacked by then is lost.
    """

    def __init__(self, packed: BinaryIO) -> None:
        self.trouble: str | None = None
        self._packed = packed
        self._waiting = b""
        self._member = zlib.decompressobj(GZIP_WINDOW)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(view):
            unpacked = self._unpack(len(view) - filled)
            if not unpacked:
                break
            view[filled : filled + len(unpacked)] = unpacked
            filled += len(unpacked)
        return filled

    def _unpack(self, size: int) -> bytes:
        """Up to `size` bytes; none only at the end of what can be unpacked."""
        while self.trouble is None:
            if self._member.eof and not self._begin_next_member():
                return b""
            packed = self._waiting or self._packed.read(CHUNK_BYTES)
            intact = self._member.copy()
            try:
                unpacked = self._member.decompress(packed, size)
            except zlib.error:
                self.trouble = "the gzip file is damaged"
                return _salvage(intact, packed, size)
            self._waiting = self._member.unconsumed_tail
            if unpacked:
                return unpacked
            if not packed and not self._member.eof:
                self.trouble = "the gzip file is cut short"
        return b""

    def _begin_next_member(self) -> bool:
        rest = self._member.unused_data or self._packed.read(CHUNK_BYTES)
        rest = rest.lstrip(b"\0")  # tapes and block devices pad with NULs
        if not rest:
            return False
        if not GZIP_SIGN.startswith(rest[:2]):
            self.trouble = "the gzip file is followed by other bytes"
            return False
        self._member = zlib.decompressobj(GZIP_WINDOW)
        self._waiting = rest
        return True
