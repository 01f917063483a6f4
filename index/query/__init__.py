"""The query language: what people type, read into parts, explained back, and settled against a library."""
