"""The view Protokoll: all meetings and what is missing of them, one protocol, and the record of one paragraph."""
