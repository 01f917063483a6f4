"""The language of Swedish protocols: sentences, names, case numbers, dates, phrases of decision and dissent, embedding.

Knows nothing of files, databases or screens. Everything here is a pure function from text to frozen values, except the
embedding models, which read their weights.
"""
