"""How files are read into the library: workers, limits, progress."""
