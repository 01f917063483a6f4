"""Which motions a reservation stands for, where it says so.

"till förmån för eget yrkande" are the motions of those who reserve; "till förmån för Anna Linds (C) yrkande" those of
Anna Lind; "till förmån för C:s yrkande" those of C's members. A kind that is named ("avslagsyrkandet") picks among
them. Where the words leave it open nothing is linked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nlp.acts import Motion, MotionKind, Person, Reservation
from nlp.names import PARTIES

# "till förmån för sitt förslag", "till stöd för yrkandet", "och för eget yrkande", "i enlighet med sitt yrkande"
_FAVOUR = re.compile(
    r"\b(?:till (?:förmån|stöd) för|till förmån till|med hänvisning till|i enlighet med|enligt)\s+"
    r"(?P<what>[^\n]{0,200}?\w*(?:yrkande|förslag|motion|bifall|avslag|återremiss)\w*[^.\n]{0,120})"
    r"|\bför (?P<what2>(?:eget|egna|sitt|sina|sitt eget|vårt|mitt) \w*(?:yrkande|förslag)\w*)",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:eget|egna|sitt|sina|mitt|mina|vårt|våra)\b", re.IGNORECASE)
_KINDS = (
    (MotionKind.ADD, re.compile(r"\btillägg", re.IGNORECASE)),
    (MotionKind.AMEND, re.compile(r"\bändring", re.IGNORECASE)),
    (MotionKind.REMIT, re.compile(r"\båterremi", re.IGNORECASE)),
    (MotionKind.TABLE, re.compile(r"\bbordlägg", re.IGNORECASE)),
    (MotionKind.REJECT, re.compile(r"\bavslag", re.IGNORECASE)),
    (MotionKind.APPROVE, re.compile(r"\bbifall", re.IGNORECASE)),
)
_WHERE_SAID = 600


def stands_for(reservations: Sequence[Reservation], motions: Sequence[Motion]) -> tuple[Reservation, ...]:
    """Give each reservation the places, in ``motions``, of those that it says it stands for."""
    return tuple(replace(one, motions=_meant(one, motions)) for one in reservations)


def _meant(reservation: Reservation, motions: Sequence[Motion]) -> tuple[int, ...]:
    said = _FAVOUR.search(reservation.text[:_WHERE_SAID])
    if said is None or not motions:
        return ()
    what = said["what"] or said["what2"]
    places = _by_mover(what, motions) or (_own(reservation.by, motions) if _OWN.search(what) else [])
    kinds = {kind for kind, word in _KINDS if word.search(what)}
    if not places and not _OWN.search(what) and kinds:
        of_kind = [place for place, motion in enumerate(motions) if motion.kind in kinds]
        return tuple(of_kind) if len(of_kind) == 1 else ()
    of_kind = [place for place in places if motions[place].kind in kinds]
    return tuple(of_kind or places)


def _by_mover(what: str, motions: Sequence[Motion]) -> list[int]:
    """Motions whose mover is named in ``what``: by last name, else by party."""
    named = [place for place, motion in enumerate(motions) if any(_is_named(p, what) for p in motion.movers)]
    if named:
        return named
    return [place for place, motion in enumerate(motions) if any(_party_named(p.party, what) for p in motion.movers)]


def _is_named(person: Person, what: str) -> bool:
    return bool(person.name) and re.search(rf"\b{re.escape(str(person.name).split()[-1])}s?\b", what) is not None


def _party_named(party: str | None, what: str) -> bool:
    """Whether "C:s", "(C)", "C och L:s" or "Centerpartiets" stands in ``what``."""
    if party is None:
        return False
    if re.search(rf"(?<![\w\-]){re.escape(party)}(?::s)?(?![\w\-])", what):
        return True
    return any(letters == party and name in what.lower() for name, letters in PARTIES.items())


def _own(by: Sequence[Person], motions: Sequence[Motion]) -> list[int]:
    """Motions that one of those who reserve, or of their party, has moved; if any, those that nobody else joined."""
    parties = {person.party for person in by if person.party}
    moving = [{p.party for p in motion.movers if p.party} for motion in motions]
    own = [place for place, motion in enumerate(motions) if set(by) & set(motion.movers)]
    own = own or [place for place, movers in enumerate(moving) if parties & movers]
    return [place for place in own if moving[place] <= parties] or own
