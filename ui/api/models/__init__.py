"""What the interface for programs answers: frozen models with the names of the paragraph record.

Always holds: a field is always there; what is not known or does not occur is null, false or an empty list. New fields
may come, none goes away or changes its meaning within /api/v1. Descriptions, and the docstrings of the models with
them, are printed in the documentation of the interface: hence the Swedish.
"""
