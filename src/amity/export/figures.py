"""Fractions and days as they stand in JSON."""

from __future__ import annotations

from datetime import date

from amity.core.dates import Period


def rounded(fraction: float) -> float:
    """To six digits; never minus zero, which would differ from zero in print only."""
    return round(fraction, 6) + 0.0


def iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def iso_period(period: Period) -> list[str | None]:
    """Start, and end excluded; null for an open or unknown side."""
    return [iso(period.start), iso(period.end)]
