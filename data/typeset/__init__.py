"""Typesets the demo collection: YAML (one file per meeting or document) in, PDF files and gold records out."""
