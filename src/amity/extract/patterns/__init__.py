"""Claims read by phrases and patterns: no learned weights, one sentence at a time."""
