"""Who stands with whom in world politics: dated, cited, from heaps of text.

The names below are what users may rely on. They are loaded when first used, so
that `import amity` is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amity.api import actors, add, ask, changes, claims, label, relation, statements, verify
    from amity.core.errors import AmityError

__all__ = ["AmityError", "actors", "add", "ask", "changes", "claims", "label", "relation", "statements", "verify"]


def __getattr__(name: str) -> object:
    if name == "AmityError":
        from amity.core.errors import AmityError

        return AmityError
    if name in __all__:
        from amity import api

        return getattr(api, name)
    raise AttributeError(f"amity has no name '{name}': expected one of {', '.join(__all__)}.")
