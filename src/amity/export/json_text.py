"""JSON as one line of text, the same for the same value."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

JsonObject = dict[str, object]

# Half characters that UTF-8 cannot carry, and what a terminal or a line reader would take for an order.
UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def dumps(value: Mapping[str, object]) -> str:
    """One line, keys in the order given, letters of every script as they are.

    What could break a line, a terminal or UTF-8 is written as an escape, so
    that reading the line gives the value again, exactly. Not-a-number is refused
    with ValueError, since JSON has no word for it.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
