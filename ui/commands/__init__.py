"""One module per command of `protokollspar`; each is thin: read options, ask the library, print."""
