"""Read: bytes become documents.

One module per format, picked by a file's ending from `READERS`; where a name
has no ending, by what the bytes look like. What cannot be used leaves as
`Dropped`, with a reason and what to do; good input is never lost because of
bad neighbours.
"""

from amity.read.files import FoundFile, find_files, insist_on_documents, read_paths
from amity.read.readers import READERS, Reader, read_bytes, read_stream

__all__ = [
    "READERS",
    "FoundFile",
    "Reader",
    "find_files",
    "insist_on_documents",
    "read_bytes",
    "read_paths",
    "read_stream",
]
