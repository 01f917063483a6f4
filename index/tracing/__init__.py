"""How an issue is followed: which paragraphs belong together, what happened, where it stands."""
