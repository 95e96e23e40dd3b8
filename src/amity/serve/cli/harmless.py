"""Text of strangers, made fit for a terminal: it may not move the cursor or turn the writing around."""

from __future__ import annotations

import re

BLANKS = re.compile(r"\s+")
# Control characters, marks that reverse the order of writing, and half characters.
ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def on_one_line(text: str) -> str:
    """The same words on one line: each stretch of blanks and line ends becomes one space."""
    return ORDERS.sub("�", BLANKS.sub(" ", text))


def with_its_lines(text: str) -> str:
    """The same text with its line ends, for messages of several lines."""
    return ORDERS.sub("�", text.replace("\r\n", "\n"))
