"""Resolve: the names in a text become actors, as of a time.

`Resolver` is made once from a gazetteer; `Resolver.mentions` reads texts,
`Resolver.named` understands what a person calls an actor.
"""

from amity.resolve.resolver import Resolved, Resolver

__all__ = ["Resolved", "Resolver"]
