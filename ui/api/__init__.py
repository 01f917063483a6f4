"""The interface for programs: a JSON API under /api/v1, the same questions as Gradio endpoints and as MCP tools.

`asked` are the questions, checked; `models` what comes back; `answers` lead from one to the other by the library and
the rows that the command line prints; `routes`, `tools` and `listing` are the ways in, `problems` what is said when
something is wrong. Always holds: nothing here writes to the library; every quote has its place and its page's address.
"""
