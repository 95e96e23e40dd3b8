"""The tree of errors that a user can put right. Our own mistakes crash instead."""

from __future__ import annotations


class AmityError(Exception):
    """Something that the user can put right; says what was given, what was expected, what to do next."""


class QuestionError(AmityError):
    """The command or the question was not understood."""


class InputError(AmityError):
    """Input that could not be used: a file, a line, an encoding."""


class KnowledgeError(AmityError):
    """A data file in `knowledge/`, or one of the user's own, is not in the form it should have."""


class StoreError(AmityError):
    """The store cannot be opened, is held by another writer, or has no such version."""


class ReceiptError(AmityError):
    """A receipt is unknown, or what it refers to is no longer there."""
