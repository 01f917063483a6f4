"""The view Reservationer: who argued what against which decision, which arguments return, and what was said before."""
