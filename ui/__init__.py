"""People: the command line and the web page. Knows no SQL, no vectors, no PDF internals; asks ``index.library``."""
