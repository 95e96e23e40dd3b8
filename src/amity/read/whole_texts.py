"""Taking a whole file as text, where its format needs it all at once."""

from __future__ import annotations

from io import BufferedReader

from amity.core.dropped import Dropped, DropReason
from amity.read.binary import binary_kind
from amity.read.encodings import decode

HEAD_BYTES = 1 << 16  # how much of a file is looked at before it is read
# Far longer than any book; a file beyond it is a heap of documents that needs cutting up before anybody can cite it.
LONGEST_DOCUMENT_BYTES = 1 << 28


def whole_bytes(stream: BufferedReader, where: str) -> bytes | Dropped:
    """All bytes of the stream, unless they are no text, or too many for one document."""
    kind = binary_kind(stream.peek(HEAD_BYTES))
    if kind is not None:
        return Dropped(step="read", where=where, reason=DropReason.BINARY, detail=kind)
    raw = stream.read(LONGEST_DOCUMENT_BYTES + 1)
    if len(raw) > LONGEST_DOCUMENT_BYTES:
        megabytes = LONGEST_DOCUMENT_BYTES >> 20
        detail = f"longer than {megabytes} MB in one document: split it, or write it as JSON Lines (.jsonl)"
        return Dropped(step="read", where=where, reason=DropReason.TOO_LONG, detail=detail)
    return raw


def whole_text(stream: BufferedReader, where: str) -> str | Dropped:
    """All text of the stream, decoded but not cleaned."""
    raw = whole_bytes(stream, where)
    return decode(raw) if isinstance(raw, bytes) else raw
