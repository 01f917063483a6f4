"""Persons: who the elected people of a library are, under every spelling and through changes of party.

`values` are what comes out, `register` gathers who is named where, `joining` tells which spellings are one person,
`periods` which party somebody stood for and when.
"""

from index.persons.register import Register, Registers
from index.persons.values import KnownPerson, PartyPeriod, Spelling

__all__ = ["KnownPerson", "PartyPeriod", "Register", "Registers", "Spelling"]
