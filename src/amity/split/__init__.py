"""Documents -> statements, and which of the statements repeat one another."""

from amity.split.copies import fold_copies
from amity.split.splitting import split

__all__ = ["fold_copies", "split"]
