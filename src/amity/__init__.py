"""Who stands with whom in world politics: dated, cited, from heaps of text."""
