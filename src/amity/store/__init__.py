"""Where documents, statements and claims are kept: Delta tables, read with DuckDB, known to this folder alone."""

from amity.store.adding import Added
from amity.store.extent import Counts, Span
from amity.store.store import Store

__all__ = ["Added", "Counts", "Span", "Store"]
