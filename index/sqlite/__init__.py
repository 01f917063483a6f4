"""How the library is kept in one SQLite file."""
