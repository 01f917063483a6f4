"""From a question to its answer: the library is asked, the command line's rows are made, and get their addresses.

Every function takes a `Desk` and a question of `ui.api.asked`, returns a model of `ui.api.models`, and raises what the
library raises.
"""
