"""Pure functions from results to HTML. None of them reads a library, a clock or a setting."""
