"""A text as the query: its demands, and what is near to each."""
