"""Invented people for attendance lists: the same seed gives the same names."""

from __future__ import annotations

_FIRST = ("Karin", "Lars-Erik", "Amina", "Bengt", "Sofia", "Åke", "Marie-Louise", "Yusuf", "Gunvor", "Emil", "Tuva",
          "Stig", "Zahra", "Hans", "Wilma", "Örjan", "Inga-Lill", "Mikael", "Desirée", "Tobias")  # fmt: skip
_LAST = ("Holmqvist", "Bergström", "Öst", "Lindh Palm", "Nyqvist", "Abdi", "Rosén", "von Essen", "Strand", "Åkerblom",
         "Hägg", "Tingvall", "Sjö", "Kvist", "Mårdh", "Edlund-Wik", "Frykman")  # fmt: skip
_PARTIES = ("S", "M", "C", "SD", "V", "KD", "L", "MP")

Person = tuple[str, str | None]


def people(seed: int, count: int) -> tuple[Person, ...]:
    """Return ``count`` members with their parties."""
    return tuple((_name(seed + n), _PARTIES[(seed + 3 * n) % len(_PARTIES)]) for n in range(count))


def officials(seed: int, count: int) -> tuple[Person, ...]:
    """Return ``count`` people without a party."""
    return tuple((_name(seed + n), None) for n in range(count))


def as_role(persons: tuple[Person, ...], role: str) -> tuple[tuple[str, str | None, str], ...]:
    """Return people with the role that the gold gives them."""
    return tuple((name, party, role) for name, party in persons)


def stacked(persons: tuple[Person, ...], form: str = "{0} ({1})") -> str:
    """Return typst that sets people below each other."""
    return " #linebreak() ".join(f'#"{form.format(name, party)}"' for name, party in persons)


def in_row(persons: tuple[Person, ...], form: str = "{0} ({1})") -> str:
    """Return people after each other, parted by commas."""
    return ", ".join(form.format(name, party) for name, party in persons)


def _name(number: int) -> str:
    return f"{_FIRST[(number * 7) % len(_FIRST)]} {_LAST[(number * 5 + number // 9) % len(_LAST)]}"
