"""The view Sök: a question, its filters, and the answer."""
