"""One module per command: its options, the call into `amity.api`, and what is printed."""
