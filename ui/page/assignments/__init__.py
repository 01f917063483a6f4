"""The view Uppdrag: who was given what, until when, and what became of it."""
