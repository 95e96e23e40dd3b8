"""Answers, relations and namings as lines for a terminal: pure functions, one module per thing shown."""
