"""Documents: files become lines with page and box, lines become paragraphs, paragraphs become records.

Knows nothing of where records are stored. Uses ``nlp`` for the language.
"""
