"""Statements with actors -> draft claims. `EXTRACTORS` is the door for readers of claims."""
